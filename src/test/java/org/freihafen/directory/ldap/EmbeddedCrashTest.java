package org.freihafen.directory.ldap;

import org.freihafen.servers.Embedded;
import org.freihafen.servers.LdapServer;

class EmbeddedCrashTest extends CrashContract {

    @Override
    LdapServer server() {
        return Embedded.shared();
    }
}
