package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Ns389;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class Ns389LastBindsIT extends LastBindsContract {
    @BeforeEach
    void keep_last_use() throws LDAPException {
        server().clear();
        Ns389.shared().keepLastUse(true);
    }

    @AfterEach
    void keep_it_no_longer() throws LDAPException {
        Ns389.shared().keepLastUse(false);
        server().clear();
    }

    @Override
    LdapServer server() {
        return Ns389.shared();
    }

    @Override
    String attribute() {
        return "lastLoginTime";
    }
}
