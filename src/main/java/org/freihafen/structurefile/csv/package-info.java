/** Structure files as CSV (RFC 4180), with semicolons. */
@NullMarked
package org.freihafen.structurefile.csv;

import org.jspecify.annotations.NullMarked;
