/** What people and programs see: pages and the REST interface. */
@Room
@NullMarked
package org.freihafen.web;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
