package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;

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
    Ailing readOnly() {
        clear();
        Ns389.shared().readOnly(true);
        return ailing(() -> Ns389.shared().readOnly(false));
    }

    @Override
    Ailing full() {
        clear();
        Ns389.shared().crowded();
        return ailing(() -> Ns389.shared().roomy());
    }

    @Override
    Ailing withoutSchema() {
        clear();
        Ns389.shared().withoutSchema(true);
        return ailing(() -> Ns389.shared().withoutSchema(false));
    }

    private static Ailing ailing(Runnable cure) {
        return new Ailing(Ns389.shared(), cure, Ns389TroubleIT::clear);
    }

    private static void clear() {
        try {
            Ns389.shared().clear();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
