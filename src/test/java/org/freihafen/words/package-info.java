@NullMarked
package org.freihafen.words;

import org.jspecify.annotations.NullMarked;
