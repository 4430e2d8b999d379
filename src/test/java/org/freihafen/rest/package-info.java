@NullMarked
package org.freihafen.rest;

import org.jspecify.annotations.NullMarked;
