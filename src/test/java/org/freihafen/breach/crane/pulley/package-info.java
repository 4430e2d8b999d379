@Room
@NullMarked
package org.freihafen.breach.crane.pulley;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
