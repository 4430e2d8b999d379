@NullMarked
package org.freihafen.sandcloud;

import org.jspecify.annotations.NullMarked;
