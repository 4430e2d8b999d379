/**
 * What the embedded cloud keeps: its facts in memory and in a journal, the contents of files on
 * disk, and the tree that they form. Nobody is asked for rights here.
 */
@NullMarked
@Room
package org.freihafen.sandfiles;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
