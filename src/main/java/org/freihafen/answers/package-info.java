/** What was answered to requests that may come again, so that nothing is done twice. */
@Room(mayUse = {})
@NullMarked
package org.freihafen.answers;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
