/**
 * Real servers for tests, each on a free port of 127.0.0.1 and in a directory of its own, loaded
 * with the files that we ship.
 */
@NullMarked
package org.freihafen.servers;

import org.jspecify.annotations.NullMarked;
