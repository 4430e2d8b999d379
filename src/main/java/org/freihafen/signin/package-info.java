/** The door: who comes in, by password, token or one-time code, and how often somebody may try. */
@Room(mayUse = {"ids", "access", "audit", "reconcile", "membership", "accounts", "directory"})
@NullMarked
package org.freihafen.signin;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
