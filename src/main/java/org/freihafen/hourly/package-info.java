/** What is looked after by the clock: every hour, or every few minutes. */
@Room(mayUse = {})
@NullMarked
package org.freihafen.hourly;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
