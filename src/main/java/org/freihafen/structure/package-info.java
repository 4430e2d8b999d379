/** Units of several kinds in one tree. */
@Room(mayUse = {"ids", "access"})
@NullMarked
package org.freihafen.structure;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
