package org.freihafen.sandsight.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;

import org.freihafen.sandsight.CloudUsers;
import org.freihafen.sandsight.CloudUsersContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** On UnboundID's server with the shipped schema. */
final class LdapCloudUsersTest extends CloudUsersContract {
    private static final String BASE = "dc=example,dc=org";

    private InMemoryDirectoryServer server;
    private LdapCloudUsers users;

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        try (InputStream ours =
                LdapCloudUsersTest.class.getResourceAsStream(
                        "/ldap-schema/freihafen.schema.ldif")) {
            config.setSchema(
                    Schema.mergeSchemas(
                            Schema.getDefaultStandardSchema(),
                            Objects.requireNonNull(
                                    Schema.getSchema(Objects.requireNonNull(ours)))));
        }
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        for (String unit : new String[] {"people", "groups"}) {
            server.add(
                    "dn: ou=" + unit + "," + BASE,
                    "objectClass: organizationalUnit",
                    "ou: " + unit);
        }
        person(NILS, "nils", "Nils Beispiel");
        person(PAUL, "paul", "Paul Beispiel");
        group("ag-umwelt", "AG Umwelt", NILS);
        group("ag-digital", "AG Digital", PAUL);
        group("vorstand", "Vorstand", PAUL);
        server.startListening();
        users =
                new LdapCloudUsers(
                        new LDAPConnectionPool(server.getConnection(), 2),
                        BASE,
                        Duration.ZERO,
                        InstantSource.system());
    }

    @AfterEach
    void stop() {
        users.close();
        server.shutDown(true);
    }

    private void person(String id, String login, String name) throws Exception {
        server.add(
                "dn: fhId=" + id + ",ou=people," + BASE,
                "objectClass: inetOrgPerson",
                "objectClass: fhManaged",
                "objectClass: fhPerson",
                "fhId: " + id,
                "fhState: active",
                "uid: " + login,
                "cn: " + name,
                "sn: " + name,
                "displayName: " + name,
                "userPassword: geheim");
    }

    private void group(String key, String name, String member) throws Exception {
        server.add(
                "dn: cn=" + key + ",ou=groups," + BASE,
                "objectClass: fhGroupEntry",
                "objectClass: fhGroup",
                "objectClass: fhManaged",
                "fhId: " + key,
                "cn: " + key,
                "fhName: " + name,
                "member: fhId=" + member + ",ou=people," + BASE);
    }

    @Test
    void a_new_group_is_found_by_name_while_others_are_remembered() throws Exception {
        try (LdapCloudUsers slow =
                new LdapCloudUsers(
                        new LDAPConnectionPool(server.getConnection(), 1),
                        BASE,
                        Duration.ofHours(1),
                        InstantSource.system())) {
            assertThat(slow.groupsOf(NILS)).hasSize(1);
            group("neu", "Ganz Neue", NILS);
            assertThat(slow.groupsOf(NILS)).hasSize(1);
            assertThat(slow.groupsNamed("Ganz", 5)).hasSize(1);
            assertThat(slow.group(slow.groupsNamed("Ganz", 5).getFirst().uuid())).isPresent();
        }
    }

    @Test
    void who_joins_is_seen_after_the_moment_of_remembering() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (LdapCloudUsers slow =
                new LdapCloudUsers(
                        new LDAPConnectionPool(server.getConnection(), 1),
                        BASE,
                        Duration.ofHours(1),
                        now::get)) {
            assertThat(slow.groupsOf(NILS)).hasSize(1);
            group("neu", "Ganz Neue", NILS);
            now.set(Instant.EPOCH.plus(Duration.ofHours(2)));
            long end = System.nanoTime() + 10_000_000_000L;
            while (slow.groupsOf(NILS).size() == 1 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            assertThat(slow.groupsOf(NILS)).hasSize(2);
        }
    }

    @Override
    protected CloudUsers users() {
        return users;
    }

    @Override
    protected void suspend(String uid) {
        replace("fhId=" + uid + ",ou=people," + BASE, "fhState", "suspended");
    }

    @Override
    protected void rename(String groupName, String newName) {
        try {
            SearchResultEntry group =
                    server.searchForEntry(
                            "ou=groups," + BASE, SearchScope.ONE, "(fhName=" + groupName + ")");
            replace(Objects.requireNonNull(group).getDN(), "fhName", newName);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private void replace(String dn, String attribute, String value) {
        try {
            server.modify(dn, new Modification(ModificationType.REPLACE, attribute, value));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
