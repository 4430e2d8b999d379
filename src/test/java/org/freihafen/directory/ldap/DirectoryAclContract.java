package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.freihafen.servers.LdapServer.BASE;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldif.LDIFException;

import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each account may see and do, the same on every server that we ship rules for. Anna uses the
 * working cloud, Bert that and the board's, Carla the board's only, Dora is suspended.
 */
abstract class DirectoryAclContract {

    private static final String PEOPLE = "ou=people," + BASE;
    private static final String GROUPS = "ou=groups," + BASE;
    private static final String SERVICES = "ou=services," + BASE;
    private static final String INSTANCE = "cn=instance," + SERVICES;
    private static final String ANNA = "fhId=0192-anna," + PEOPLE;
    private static final String BERT = "fhId=0192-bert," + PEOPLE;
    private static final String CARLA = "fhId=0192-carla," + PEOPLE;
    private static final String DORA = "fhId=0192-dora," + PEOPLE;
    private static final String UMWELT = "cn=ag-umwelt," + GROUPS;
    private static final String VORSTAND = "cn=vorstand," + GROUPS;
    private static final String SECRET = "correct horse battery";

    private final List<LDAPConnection> open = new ArrayList<>();

    abstract LdapServer server();

    @BeforeEach
    void an_organisation() throws LDAPException {
        server().clear();
        LDAPConnection writer = as("freihafen");
        writer.add(person("anna", "active", "working"));
        writer.add(person("bert", "active", "working", "board"));
        writer.add(person("carla", "active", "board"));
        writer.add(person("dora", "suspended", "working"));
        writer.add(group("ag-umwelt", "working"));
        writer.add(group("vorstand", "board"));
        for (String dn : List.of(ANNA, BERT, DORA)) {
            setPassword(writer, dn, SECRET);
        }
    }

    @AfterEach
    void disconnect() {
        open.forEach(LDAPConnection::close);
    }

    @Test
    void freihafen_reads_all_people_and_groups_but_no_password() throws LDAPException {
        LDAPConnection writer = as("freihafen");
        assertThat(seen(writer, PEOPLE)).containsExactlyInAnyOrder(ANNA, BERT, CARLA, DORA);
        assertThat(seen(writer, GROUPS)).containsExactlyInAnyOrder(UMWELT, VORSTAND);
        assertThat(attributes(writer, ANNA))
                .containsExactlyInAnyOrder(
                        "objectclass",
                        "fhid",
                        "uid",
                        "cn",
                        "sn",
                        "displayname",
                        "fhstate",
                        "fhservice",
                        "fhgroupkey");
        assertThat(entry(writer, ANNA, "entryUUID").hasAttribute("entryUUID")).isTrue();
    }

    @Test
    void freihafen_changes_people_and_groups_and_signs_the_directory() throws Exception {
        LDAPConnection writer = as("freihafen");
        writer.modify(ANNA, replace("displayName", "Anna B."));
        writer.modify(ANNA, replace("uid", "anna.b"));
        writer.modify(UMWELT, new Modification(ModificationType.DELETE, "member"));
        writer.delete(VORSTAND);
        writer.delete(CARLA);
        writer.add(
                "dn: " + INSTANCE,
                "objectClass: fhInstance",
                "objectClass: fhManaged",
                "cn: instance",
                "fhId: 0192-installation",
                "fhEpoch: 1");
        writer.modify(INSTANCE, replace("fhEpoch", "2"));
        assertThat(entry(writer, INSTANCE).getAttributeValue("fhEpoch")).isEqualTo("2");
    }

    @Test
    void freihafen_makes_no_accounts_for_programs_and_changes_no_container() throws Exception {
        LDAPConnection writer = as("freihafen");
        String intruder = "cn=intruder," + SERVICES;
        denied(() ->
                writer.add(
                        "dn: " + intruder,
                        "objectClass: fhServiceAccount",
                        "cn: intruder",
                        "userPassword: intruder"));
        String program = "cn=cloud-board," + SERVICES;
        denied(() -> writer.modify(program, replace("userPassword", "stolen")));
        denied(() -> setPassword(writer, program, "stolen"));
        denied(() -> writer.delete(program));
        denied(() -> writer.modify(PEOPLE, replace("description", "ours")));
        denied(() -> writer.modify(BASE, replace("description", "ours")));
        as("cloud-board");
    }

    @Test
    void the_working_cloud_sees_its_people_and_groups_and_of_them_what_it_needs()
            throws LDAPException {
        LDAPConnection cloud = as("cloud-working");
        assertThat(seen(cloud, PEOPLE)).containsExactlyInAnyOrder(ANNA, BERT, DORA);
        assertThat(seen(cloud, GROUPS)).containsExactly(UMWELT);
        assertThat(attributes(cloud, BERT))
                .containsExactlyInAnyOrder(
                        "objectclass", "fhid", "uid", "cn", "sn", "displayname", "fhstate");
        assertThat(attributes(cloud, UMWELT))
                .containsExactlyInAnyOrder(
                        "objectclass",
                        "fhid",
                        "cn",
                        "member",
                        "description",
                        "fhname",
                        "fhkey",
                        "fhunit",
                        "fhkind",
                        "fhparent",
                        "fhpart");
        assertThat(entry(cloud, ANNA, "entryUUID").hasAttribute("entryUUID")).isTrue();
        assertThat(entry(cloud, UMWELT, "entryUUID").hasAttribute("entryUUID")).isTrue();
    }

    @Test
    void the_boards_cloud_sees_its_people_and_groups_only() throws LDAPException {
        LDAPConnection cloud = as("cloud-board");
        assertThat(seen(cloud, PEOPLE)).containsExactlyInAnyOrder(BERT, CARLA);
        assertThat(seen(cloud, GROUPS)).containsExactly(VORSTAND);
    }

    @Test
    void a_cloud_finds_its_groups_by_member_and_its_people_from_the_top() throws LDAPException {
        LDAPConnection cloud = as("cloud-working");
        assertThat(found(cloud, GROUPS, "(&(objectClass=fhGroup)(member=" + ANNA + "))"))
                .containsExactly(UMWELT);
        assertThat(found(cloud, BASE, "(&(objectClass=fhPerson)(fhState=active))"))
                .containsExactlyInAnyOrder(ANNA, BERT);
    }

    @Test
    void nobody_learns_a_hidden_value_by_searching_for_it() throws LDAPException {
        for (String account : List.of("cloud-working", "cloud-board")) {
            LDAPConnection cloud = as(account);
            assertThat(found(cloud, PEOPLE, "(fhService=board)")).isEmpty();
            assertThat(found(cloud, PEOPLE, "(fhGroupKey=ag-umwelt)")).isEmpty();
            assertThat(found(cloud, PEOPLE, "(userPassword=*)")).isEmpty();
        }
        assertThat(found(as("freihafen"), PEOPLE, "(userPassword=*)")).isEmpty();
        assertThat(found(person(ANNA), PEOPLE, "(userPassword=*)")).isEmpty();
    }

    @Test
    void nobody_sees_the_accounts_of_programs() throws LDAPException {
        for (LDAPConnection each :
                List.of(as("freihafen"), as("cloud-working"), as("cloud-board"), person(ANNA))) {
            assertThat(found(each, SERVICES, "(objectClass=*)")).isEmpty();
            assertThat(found(each, BASE, "(objectClass=fhServiceAccount)")).isEmpty();
        }
    }

    @Test
    void a_cloud_changes_nothing() throws Exception {
        for (String account : List.of("cloud-working", "cloud-board")) {
            LDAPConnection cloud = as(account);
            denied(() -> cloud.modify(BERT, replace("displayName", "Mallory")));
            denied(() -> cloud.modify(BERT, replace("fhService", "board")));
            denied(() -> cloud.modify(UMWELT, new Modification(ModificationType.DELETE, "member")));
            denied(() -> cloud.add(person("mallory", "active", "working")));
            denied(() -> cloud.delete(BERT));
            denied(() -> setPassword(cloud, BERT, "stolen"));
        }
        assertThat(entry(as("freihafen"), BERT).getAttributeValue("displayName")).isEqualTo("bert");
    }

    @Test
    void a_person_sees_the_own_entry_and_no_other() throws LDAPException {
        LDAPConnection anna = person(ANNA);
        assertThat(entry(anna, ANNA).getAttributeValue("uid")).isEqualTo("anna");
        assertThat(entry(anna, ANNA).hasAttribute("userPassword")).isFalse();
        assertThat(anna.getEntry(BERT)).isNull();
        assertThat(anna.getEntry(UMWELT)).isNull();
        assertThat(Set.of(ANNA)).containsAll(seen(anna, PEOPLE));
        assertThat(seen(anna, GROUPS)).isEmpty();
    }

    @Test
    void a_person_changes_the_own_password_and_nothing_else() throws Exception {
        LDAPConnection anna = person(ANNA);
        setPassword(anna, ANNA, "another horse battery");
        assertThat(binds(ANNA, "another horse battery")).isTrue();
        assertThat(binds(ANNA, SECRET)).isFalse();
        denied(() -> setPassword(anna, BERT, "stolen"));
        denied(() -> anna.modify(ANNA, replace("displayName", "Queen")));
        denied(() -> anna.modify(ANNA, replace("fhService", "board")));
        denied(() -> anna.modify(UMWELT, new Modification(ModificationType.ADD, "member", BERT)));
        denied(() -> anna.delete(ANNA));
    }

    @Test
    void nobody_reads_a_password_even_by_asking_for_it() throws LDAPException {
        for (LDAPConnection each :
                List.of(as("freihafen"), as("cloud-working"), as("cloud-board"), person(BERT))) {
            Entry bert = entry(each, BERT, "userPassword", "*", "+");
            assertThat(bert.hasAttribute("userPassword")).isFalse();
        }
    }

    @Test
    void who_is_suspended_cannot_bind_until_active_again() throws LDAPException {
        assertThat(binds(DORA, SECRET)).isFalse();
        LDAPConnection writer = as("freihafen");
        writer.modify(DORA, replace("fhState", "active"));
        assertThat(binds(DORA, SECRET)).isTrue();
        writer.modify(DORA, replace("fhState", "suspended"));
        assertThat(binds(DORA, SECRET)).isFalse();
    }

    @Test
    void who_has_no_password_or_gives_none_cannot_bind() throws LDAPException {
        assertThat(binds(CARLA, "anything")).isFalse();
        assertThat(binds(ANNA, "wrong")).isFalse();
        LDAPConnection nobody = server().connect();
        open.add(nobody);
        nobody.getConnectionOptions().setBindWithDNRequiresPassword(false);
        assertThatCode(() -> nobody.bind(ANNA, "")).isInstanceOf(LDAPException.class);
    }

    @Test
    void who_has_not_signed_in_reads_nothing() throws LDAPException {
        LDAPConnection nobody = server().connect();
        open.add(nobody);
        for (String base : List.of(BASE, PEOPLE, GROUPS, SERVICES)) {
            assertThat(found(nobody, base, "(objectClass=*)")).isEmpty();
        }
        denied(() -> nobody.modify(ANNA, replace("displayName", "Mallory")));
        denied(() -> setPassword(nobody, ANNA, "stolen"));
        assertThat(binds(ANNA, SECRET)).isTrue();
    }

    @Test
    void a_cloud_and_freihafen_read_more_than_the_usual_limit_in_one_search() throws LDAPException {
        LDAPConnection writer = as("freihafen");
        for (int i = 0; i < 600; i++) {
            writer.add(person("many" + i, "active", "working"));
        }
        assertThat(seen(writer, PEOPLE)).hasSize(604);
        assertThat(seen(as("cloud-working"), PEOPLE)).hasSize(603);
    }

    private interface Attempt {
        void make() throws LDAPException, LDIFException;
    }

    /** Servers differ in how they say no: some hide that there is anything to refuse. */
    private static void denied(Attempt attempt) {
        assertThatCode(attempt::make)
                .isInstanceOfSatisfying(
                        LDAPException.class,
                        e ->
                                assertThat(e.getResultCode())
                                        .isIn(
                                                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                                                ResultCode.NO_SUCH_OBJECT,
                                                ResultCode.STRONG_AUTH_REQUIRED,
                                                ResultCode.UNWILLING_TO_PERFORM,
                                                ResultCode.INAPPROPRIATE_AUTHENTICATION));
    }

    private LDAPConnection as(String account) throws LDAPException {
        LDAPConnection connection = server().connectAs(account);
        open.add(connection);
        return connection;
    }

    private LDAPConnection person(String dn) throws LDAPException {
        LDAPConnection connection = server().connect();
        open.add(connection);
        connection.bind(dn, SECRET);
        return connection;
    }

    private boolean binds(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = server().connect()) {
            connection.bind(dn, password);
            return true;
        } catch (LDAPException e) {
            assertThat(e.getResultCode())
                    .isIn(
                            ResultCode.INVALID_CREDENTIALS,
                            ResultCode.UNWILLING_TO_PERFORM,
                            ResultCode.INAPPROPRIATE_AUTHENTICATION);
            return false;
        }
    }

    private static void setPassword(LDAPConnection connection, String dn, String password)
            throws LDAPException {
        var result =
                connection.processExtendedOperation(
                        new PasswordModifyExtendedRequest(dn, (String) null, password));
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    private static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    /** The entries directly below, without the container itself. */
    private static Set<String> seen(LDAPConnection connection, String container)
            throws LDAPException {
        return found(connection, container, "(objectClass=*)");
    }

    private static Set<String> found(LDAPConnection connection, String base, String filter)
            throws LDAPException {
        Set<String> found = new TreeSet<>();
        try {
            for (SearchResultEntry entry :
                    requireNonNull(
                            connection
                                    .search(base, SearchScope.SUB, filter, "1.1")
                                    .getSearchEntries())) {
                if (!Set.of(BASE, PEOPLE, GROUPS).contains(entry.getDN())) {
                    found.add(entry.getDN());
                }
            }
        } catch (LDAPSearchException e) {
            denied(() -> {
                throw e;
            });
        }
        return found;
    }

    private static Set<String> attributes(LDAPConnection connection, String dn)
            throws LDAPException {
        Set<String> names = new TreeSet<>();
        entry(connection, dn)
                .getAttributes()
                .forEach(attribute -> names.add(attribute.getName().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Entry entry(LDAPConnection connection, String dn, String... attributes)
            throws LDAPException {
        return requireNonNull(connection.getEntry(dn, attributes), dn);
    }

    private static Entry person(String name, String state, String... services) {
        Entry entry = new Entry("fhId=0192-" + name + "," + PEOPLE);
        entry.addAttribute("objectClass", "inetOrgPerson", "fhManaged", "fhPerson");
        entry.addAttribute("fhId", "0192-" + name);
        entry.addAttribute("uid", name);
        entry.addAttribute("cn", name);
        entry.addAttribute("sn", name);
        entry.addAttribute("displayName", name);
        entry.addAttribute("fhState", state);
        entry.addAttribute("fhService", services);
        entry.addAttribute("fhGroupKey", "ag-umwelt");
        return entry;
    }

    private static Entry group(String name, String service) {
        Entry entry = new Entry("cn=" + name + "," + GROUPS);
        entry.addAttribute("objectClass", "fhGroupEntry", "fhGroup", "fhManaged");
        entry.addAttribute("cn", name);
        entry.addAttribute("fhId", "0192-" + name);
        entry.addAttribute("fhService", service);
        entry.addAttribute("fhName", name.toUpperCase(Locale.ROOT));
        entry.addAttribute("fhKey", name);
        entry.addAttribute("fhUnit", "0192-unit-" + name);
        entry.addAttribute("fhKind", "working-group");
        entry.addAttribute("fhParent", "bund");
        entry.addAttribute("fhPart", "leads");
        entry.addAttribute("description", "a group");
        entry.addAttribute("member", ANNA, CARLA);
        return entry;
    }
}
