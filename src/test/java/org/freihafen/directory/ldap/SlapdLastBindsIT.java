package org.freihafen.directory.ldap;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;
import org.junit.jupiter.api.AfterEach;

class SlapdLastBindsIT extends LastBindsContract {
    private final Slapd slapd = Slapd.started(text -> text.replace("#olcLastBind", "olcLastBind"));

    @AfterEach
    void stop() {
        slapd.stop();
    }

    @Override
    LdapServer server() {
        return slapd;
    }

    @Override
    String attribute() {
        return "pwdLastSuccess";
    }
}
