package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.directory.ldap.LdapSettings.Privacy;
import org.freihafen.directory.ldap.LdapSettings.Server;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

class LdapSettingsTest {

    @Test
    void without_tls_it_speaks_with_this_machine_only() {
        assertThat(Server.of("ldap://127.0.0.1:1389", false))
                .isEqualTo(new Server("127.0.0.1", 1389, Privacy.LOOPBACK));
        assertThat(Server.of("ldap://localhost", false).privacy()).isEqualTo(Privacy.LOOPBACK);
        for (String url : new String[] {"ldap://192.0.2.1", "ldap://ldap.example.invalid:389"}) {
            assertThatThrownBy(() -> Server.of(url, false))
                    .hasMessageContaining(url)
                    .hasMessageContaining("Use ldaps://")
                    .hasMessageContaining("ldap.starttls=true");
        }
    }

    @Test
    void with_tls_it_speaks_with_anybody() {
        assertThat(Server.of("ldaps://ldap.example.org", false))
                .isEqualTo(new Server("ldap.example.org", 636, Privacy.TLS))
                .hasToString("ldaps://ldap.example.org:636");
        assertThat(Server.of("ldap://ldap.example.org", true))
                .isEqualTo(new Server("ldap.example.org", 389, Privacy.START_TLS));
    }

    @Test
    void an_address_that_cannot_be_used_is_named() {
        for (String url : new String[] {"ldap.example.org", "http://ldap.example.org", "ldap://"}) {
            assertThatThrownBy(() -> Server.of(url, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ldap.url");
        }
    }

    @Test
    void the_password_is_not_shown_and_a_missing_trust_file_is_named() {
        assertThat(settings(Optional.empty())).asString().doesNotContain("secret");
        assertThatThrownBy(() -> settings(Optional.of(Path.of("/nowhere/ca.pem"))))
                .hasMessageContaining("ldap.trust")
                .hasMessageContaining("/nowhere/ca.pem");
    }

    private static LdapSettings settings(Optional<Path> trust) {
        return new LdapSettings(
                new Server("127.0.0.1", 389, Privacy.LOOPBACK),
                trust,
                "ou=people,dc=example,dc=org",
                "ou=groups,dc=example,dc=org",
                "cn=instance,dc=example,dc=org",
                "cn=freihafen,dc=example,dc=org",
                "secret",
                "uid",
                2,
                64,
                Duration.ofSeconds(30));
    }
}
