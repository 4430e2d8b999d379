package org.freihafen.directory.ldap;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Ns389;

class Ns389CrashIT extends CrashContract {

    @Override
    LdapServer server() {
        return Ns389.shared();
    }
}
