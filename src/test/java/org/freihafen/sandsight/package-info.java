@NullMarked
package org.freihafen.sandsight;

import org.jspecify.annotations.NullMarked;
