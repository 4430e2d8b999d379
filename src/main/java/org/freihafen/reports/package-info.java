/** What boards learn of their members: counts, never people. */
@Room(mayUse = {"hourly", "ids", "access", "structure", "roster", "enrolment"})
@NullMarked
package org.freihafen.reports;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
