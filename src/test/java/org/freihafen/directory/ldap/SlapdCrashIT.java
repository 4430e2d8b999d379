package org.freihafen.directory.ldap;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;

class SlapdCrashIT extends CrashContract {

    @Override
    LdapServer server() {
        return Slapd.shared();
    }
}
