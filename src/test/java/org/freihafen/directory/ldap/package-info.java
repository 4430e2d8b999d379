@NullMarked
package org.freihafen.directory.ldap;

import org.jspecify.annotations.NullMarked;
