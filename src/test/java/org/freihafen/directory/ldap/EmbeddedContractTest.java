package org.freihafen.directory.ldap;

import org.freihafen.servers.Embedded;
import org.freihafen.servers.LdapServer;

class EmbeddedContractTest extends DirectoryContract {

    @Override
    LdapServer server() {
        return Embedded.shared();
    }
}
