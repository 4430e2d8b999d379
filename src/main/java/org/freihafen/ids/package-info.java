/** The typed ids by which everything is known for ever, and how they are made. */
@Room(mayUse = {})
@NullMarked
package org.freihafen.ids;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
