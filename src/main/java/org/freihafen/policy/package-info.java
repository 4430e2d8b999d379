/** What the administrator of a file cloud has to set, and what of it shows. */
@Room(mayUse = {})
@NullMarked
package org.freihafen.policy;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
