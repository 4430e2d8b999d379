/** Groups of people, derived from structure and membership and never stored. */
@Room(mayUse = {"ids", "structure", "membership"})
@NullMarked
package org.freihafen.groups;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
