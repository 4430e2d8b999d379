@NullMarked
package org.freihafen.sandbox.ldap;

import org.jspecify.annotations.NullMarked;
