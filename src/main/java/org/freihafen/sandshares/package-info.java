/** The embedded cloud's OCS APIs for shares and for Team folders. */
@NullMarked
@Room(mayUse = {"sandfiles", "sandtalk", "sandsight", "sanddav", "sandlinks"})
package org.freihafen.sandshares;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
