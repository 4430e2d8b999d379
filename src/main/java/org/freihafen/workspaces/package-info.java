/** Folders that a unit owns in a file cloud, and which of them are closed to whom. */
@Room(mayUse = {"access", "audit", "groups", "ids", "reconcile", "structure"})
@NullMarked
package org.freihafen.workspaces;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
