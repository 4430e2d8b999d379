package org.freihafen.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;

class ServersTest {

    @Test
    void a_slapd_with_our_files_comes_back_after_a_kill() throws Exception {
        Slapd slapd = Slapd.started();
        assertThat(base(slapd)).isTrue();
        slapd.kill();
        assertThatThrownBy(() -> base(slapd)).hasMessageContaining("connect");
        slapd.restart();
        assertThat(base(slapd)).isTrue();
        slapd.stop();
    }

    @Test
    void a_389_directory_server_with_our_files_comes_back_after_a_kill() throws Exception {
        Ns389 server = Ns389.shared();
        assertThat(base(server)).isTrue();
        server.kill();
        server.restart();
        assertThat(base(server)).isTrue();
    }

    @Test
    void a_postgres_comes_back_after_a_kill() throws Exception {
        Postgres postgres = Postgres.started();
        String address = postgres.freshDatabase();
        try (Connection connection =
                DriverManager.getConnection(address, Postgres.USER, Postgres.PASSWORD)) {
            assertThat(connection.isValid(1)).isTrue();
        }
        postgres.kill();
        postgres.restart();
        assertThat(postgres.freshDatabase()).isNotEqualTo(address);
        postgres.stop();
    }

    @Test
    void a_server_that_nobody_knows_is_a_mistake_in_the_test() {
        assertThatThrownBy(() -> Servers.require("oracle")).hasMessageContaining("oracle");
    }

    private static boolean base(LdapServer server) throws Exception {
        try (LDAPConnection connection =
                new LDAPConnection(
                        "127.0.0.1",
                        server.port(),
                        "cn=freihafen,ou=services," + LdapServer.BASE,
                        "freihafen")) {
            return connection.getEntry(LdapServer.BASE) != null;
        }
    }
}
