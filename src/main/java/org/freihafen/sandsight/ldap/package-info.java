/** The people and groups of Freihafen's directory, as Nextcloud's LDAP backend would give them. */
@NullMarked
package org.freihafen.sandsight.ldap;

import org.jspecify.annotations.NullMarked;
