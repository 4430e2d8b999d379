/** What people are told by letter: put down with what was decided, worded and sent afterwards. */
@Room(mayUse = {"ids", "access", "audit", "membership", "accounts"})
@NullMarked
package org.freihafen.mail;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
