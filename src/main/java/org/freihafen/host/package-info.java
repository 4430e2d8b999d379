/** What somebody with a shell on the host can do, and what the server says on its console. */
@Room(mayUse = {"access", "accounts", "signin"})
@NullMarked
package org.freihafen.host;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
