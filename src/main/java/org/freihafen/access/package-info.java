/**
 * Who is acting, with which duties in which unit, and what that allows: one table for every use
 * case.
 */
@Room(mayUse = {"ids"})
@NullMarked
package org.freihafen.access;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
