/** People, and who belongs where, as what, and for how long. */
@Room(mayUse = {"ids", "structure", "access"})
@NullMarked
package org.freihafen.membership;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
