/** Structure files as CSV (RFC 4180), with semicolons. */
@NullMarked
package org.freihafen.structure.csv;

import org.jspecify.annotations.NullMarked;
