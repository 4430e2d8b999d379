package org.freihafen.directory.ldap;

import org.freihafen.servers.Embedded;
import org.freihafen.servers.LdapServer;

class EmbeddedAclTest extends DirectoryAclContract {

    @Override
    LdapServer server() {
        return Embedded.shared();
    }
}
