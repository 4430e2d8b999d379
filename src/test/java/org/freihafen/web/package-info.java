@NullMarked
package org.freihafen.web;

import org.jspecify.annotations.NullMarked;
