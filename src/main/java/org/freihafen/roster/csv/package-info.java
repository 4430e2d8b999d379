/** Rosters as CSV (RFC 4180), as accounting packages write it. */
@NullMarked
package org.freihafen.roster.csv;

import org.jspecify.annotations.NullMarked;
