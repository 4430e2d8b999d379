/**
 * Desired, observed, plan, apply: one way of bringing any target into line, knowing none by name.
 */
@Room(mayUse = {"ids"})
@NullMarked
package org.freihafen.reconcile;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
