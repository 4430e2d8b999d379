/** Who is who: what a roster cannot say for certain is asked, and a person answers. */
@Room(mayUse = {"ids", "membership", "reconcile", "roster"})
@NullMarked
package org.freihafen.identity;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
