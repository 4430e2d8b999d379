/**
 * The embedded cloud's links: who has one, and its password, reaches a folder without an account.
 */
@NullMarked
@Room(mayUse = {"sandfiles", "sandtalk", "sandsight", "sanddav"})
package org.freihafen.sandlinks;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
