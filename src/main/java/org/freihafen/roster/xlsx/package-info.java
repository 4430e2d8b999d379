/** Rosters as workbooks (Office Open XML), as spreadsheet programs write them. */
@NullMarked
package org.freihafen.roster.xlsx;

import org.jspecify.annotations.NullMarked;
