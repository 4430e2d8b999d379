/** What the looks that happen every hour have in common. */
@Room(mayUse = {})
@NullMarked
package org.freihafen.hourly;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
