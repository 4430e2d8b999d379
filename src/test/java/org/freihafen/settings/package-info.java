@NullMarked
package org.freihafen.settings;

import org.jspecify.annotations.NullMarked;
