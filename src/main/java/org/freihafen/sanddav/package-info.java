/**
 * The embedded cloud's WebDAV: files, uploads in chunks and the trash, as sync clients use them.
 */
@NullMarked
@Room(mayUse = {"sandfiles", "sandtalk", "sandsight"})
package org.freihafen.sanddav;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
