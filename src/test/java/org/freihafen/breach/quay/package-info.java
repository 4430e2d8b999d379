@Room(mayUse = "ship")
@NullMarked
package org.freihafen.breach.quay;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
