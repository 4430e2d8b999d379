/** The membership export as it came: profiles, lines, and what is wrong with them. */
@Room(mayUse = {"ids", "reconcile", "structure", "membership", "structurefile"})
@NullMarked
package org.freihafen.roster;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
