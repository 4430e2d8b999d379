@NullMarked
package org.freihafen.sandfiles;

import org.jspecify.annotations.NullMarked;
