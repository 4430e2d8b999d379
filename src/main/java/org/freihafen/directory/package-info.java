/** The LDAP directory as a target: what it should hold, and the ports to reach it. */
@Room(mayUse = {"ids", "reconcile", "structure", "membership", "accounts", "groups"})
@NullMarked
package org.freihafen.directory;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
