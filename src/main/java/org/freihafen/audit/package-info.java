/**
 * Who decided what, when and why: append-only, with names and words kept apart so that they can be
 * erased.
 */
@Room(mayUse = {"ids", "access"})
@NullMarked
package org.freihafen.audit;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
