@NullMarked
package org.freihafen.pages;

import org.jspecify.annotations.NullMarked;
