@NullMarked
package org.freihafen.sandtalk;

import org.jspecify.annotations.NullMarked;
