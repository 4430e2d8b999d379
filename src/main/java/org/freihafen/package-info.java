/** The house: its rooms are the packages below, each declared with {@link org.freihafen.Room}. */
@NullMarked
package org.freihafen;

import org.jspecify.annotations.NullMarked;
