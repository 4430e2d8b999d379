@NullMarked
package org.freihafen.breach.warehouse;

import org.jspecify.annotations.NullMarked;
