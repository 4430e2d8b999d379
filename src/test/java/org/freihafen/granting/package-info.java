@NullMarked
package org.freihafen.granting;

import org.jspecify.annotations.NullMarked;
