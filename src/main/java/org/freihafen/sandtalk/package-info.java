/**
 * How one talks to the embedded cloud: requests and answers free of the server that carries them,
 * and the forms in which HTTP, WebDAV and OCS say yes and no.
 */
@NullMarked
@Room
package org.freihafen.sandtalk;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
