@NullMarked
package org.freihafen.sandsight.ldap;

import org.jspecify.annotations.NullMarked;
