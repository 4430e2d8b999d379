/** The membership export, read, checked, shown, and applied when it was approved. */
@Room(mayUse = {"ids", "reconcile", "structure", "membership", "accounts", "access", "audit"})
@NullMarked
package org.freihafen.roster;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
