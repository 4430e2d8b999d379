package org.freihafen.directory.ldap;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Ns389;

/** What goes wrong on 389 Directory Server. */
class Ns389TroubleIT extends TroubleContract {

    @Override
    LdapServer server() {
        return Ns389.shared();
    }

    @Override
    void kill() {
        Ns389.shared().kill();
    }

    @Override
    LdapServer readOnly() {
        Ns389.shared().readOnly(true);
        return Ns389.shared();
    }

    @Override
    void writable(LdapServer server) {
        Ns389.shared().readOnly(false);
    }
}
