@NullMarked
package org.freihafen.workspaces;

import org.jspecify.annotations.NullMarked;
