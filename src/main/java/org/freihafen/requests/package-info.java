/** What branches ask the member office to change in the register, and what came of it. */
@Room(mayUse = {"ids", "access", "audit", "membership"})
@NullMarked
package org.freihafen.requests;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
