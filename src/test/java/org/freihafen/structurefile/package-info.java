@NullMarked
package org.freihafen.structurefile;

import org.jspecify.annotations.NullMarked;
