/** One account per person and its life cycle. */
@Room(mayUse = {"ids", "access", "audit", "reconcile"})
@NullMarked
package org.freihafen.accounts;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
