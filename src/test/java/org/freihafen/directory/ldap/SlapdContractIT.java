package org.freihafen.directory.ldap;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;

class SlapdContractIT extends DirectoryContract {

    @Override
    LdapServer server() {
        return Slapd.shared();
    }
}
