/** Workspaces that units own, and grants that they give on them. */
@Room(mayUse = {"ids", "structure", "membership", "groups", "access", "workspaces"})
@NullMarked
package org.freihafen.shares;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
