package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

class SlapdAclIT extends DirectoryAclContract {

    @Override
    LdapServer server() {
        return Slapd.shared();
    }

    @Test
    void a_password_that_a_program_writes_in_clear_is_kept_hashed() throws Exception {
        String anna = "fhId=0192-anna,ou=people," + LdapServer.BASE;
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.modify(
                    anna,
                    new Modification(ModificationType.REPLACE, "userPassword", "clear as glass"));
        }
        String kept = Slapd.shared().dump();
        assertThat(kept)
                .doesNotContain("clear as glass")
                .doesNotContain(
                        Base64.getEncoder()
                                .encodeToString("clear as glass".getBytes(StandardCharsets.UTF_8)));
    }
}
