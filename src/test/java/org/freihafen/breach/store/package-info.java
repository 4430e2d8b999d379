@Room
@NullMarked
package org.freihafen.breach.store;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
