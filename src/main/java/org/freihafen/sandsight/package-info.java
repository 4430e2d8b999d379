/**
 * Who asks the embedded cloud, and what that person sees: their own home, the Team folders of their
 * groups and what was shared with them, and nothing else.
 */
@NullMarked
@Room(mayUse = {"sandfiles", "sandtalk"})
package org.freihafen.sandsight;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
