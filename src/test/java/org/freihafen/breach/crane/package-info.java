@Room
@NullMarked
package org.freihafen.breach.crane;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
