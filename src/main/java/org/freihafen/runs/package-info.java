/** When reconciliation happens, what it would do, and what came of it. */
@Room(mayUse = {"ids", "access", "audit", "reconcile", "directory", "cloud", "policy"})
@NullMarked
package org.freihafen.runs;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
