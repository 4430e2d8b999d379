/** The directory on an LDAP server, as {@code ldap-schema/} describes it. */
@NullMarked
package org.freihafen.directory.ldap;

import org.jspecify.annotations.NullMarked;
