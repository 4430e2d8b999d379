/** What is kept only for a while, and deleted afterwards. The audit trail is not among it. */
@Room(mayUse = {"hourly", "enrolment"})
@NullMarked
package org.freihafen.retention;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
