@Room(mayUse = "quay")
@NullMarked
package org.freihafen.breach.ship;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
