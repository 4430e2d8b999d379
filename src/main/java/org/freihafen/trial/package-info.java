/** Files that are only looked at: a profile tried out, a branch's own list compared. */
@Room(mayUse = {"ids", "reconcile", "structure", "membership", "access", "roster", "enrolment"})
@NullMarked
package org.freihafen.trial;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
