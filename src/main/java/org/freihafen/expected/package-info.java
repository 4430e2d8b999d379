/** Mass changes that are expected on certain days, announced with a reason beforehand. */
@Room(mayUse = {"ids", "access", "audit", "reconcile"})
@NullMarked
package org.freihafen.expected;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
