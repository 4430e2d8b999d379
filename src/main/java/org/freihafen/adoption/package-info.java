/** What stood in the directory before us: reported, and linked or suspended by decision. */
@Room(mayUse = {"access", "audit", "directory", "groups", "ids", "reconcile", "runs", "structure"})
@NullMarked
package org.freihafen.adoption;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
