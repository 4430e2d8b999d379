@NullMarked
package org.freihafen.sandbox;

import org.jspecify.annotations.NullMarked;
