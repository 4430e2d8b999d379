@NullMarked
package org.freihafen.ceilings;

import org.jspecify.annotations.NullMarked;
