/** What programs can rely on, under {@code /api}. */
@NullMarked
package org.freihafen.web.rest;

import org.jspecify.annotations.NullMarked;
