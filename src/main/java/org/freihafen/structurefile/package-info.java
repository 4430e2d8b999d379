/** The structure as a file: read, judged line by line, planned, approved, applied. */
@Room(mayUse = {"access", "audit", "ids", "reconcile", "structure"})
@NullMarked
package org.freihafen.structurefile;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
