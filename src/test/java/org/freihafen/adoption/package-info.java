@NullMarked
package org.freihafen.adoption;

import org.jspecify.annotations.NullMarked;
