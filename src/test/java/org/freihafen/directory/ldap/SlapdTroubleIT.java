package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.servers.LdapServer.BASE;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.ldap.LdapSettings.Privacy;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on real servers, and what is said then. */
class SlapdTroubleIT {

    private static final String LIMITS = "size=unlimited size.prtotal=unlimited time=unlimited";

    @Test
    void a_server_that_insists_on_pages_is_read_in_pages() throws TargetUnavailable {
        Slapd slapd = Slapd.started(c -> c.replace(LIMITS, "size=100 size.prtotal=unlimited"));
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        Map<EntryKey, DirectoryEntry> people = people(250);
        applied(directory, creations(people));
        assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(people));
        slapd.stop();
    }

    @Test
    void a_server_that_gives_only_a_part_is_not_observed() {
        Slapd slapd = Slapd.started(c -> c.replace(LIMITS, "size=100 size.prtotal=100"));
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        applied(directory, creations(people(250)));
        assertThatThrownBy(() -> directory.observe(Scope.everything()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("only a part")
                .hasMessageContaining("limits");
        slapd.stop();
    }

    @Test
    void a_connection_that_breaks_half_way_is_no_observation() throws Exception {
        Slapd slapd = Slapd.shared();
        slapd.clear();
        applied(new LdapDirectory(slapd.settings()), creations(people(250)));
        try (CuttingProxy proxy = new CuttingProxy(slapd.port(), 20_000)) {
            LdapSettings settings =
                    at(
                            slapd.settings(),
                            new LdapSettings.Server("127.0.0.1", proxy.port(), Privacy.LOOPBACK));
            assertThatThrownBy(() -> new LdapDirectory(settings).observe(Scope.everything()))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("LDAP server")
                    .hasMessageContaining("127.0.0.1:" + proxy.port());
        }
    }

    @Test
    void a_server_that_is_killed_loses_nothing_and_the_next_run_goes_on() throws Exception {
        Slapd slapd = Slapd.started();
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        Map<EntryKey, DirectoryEntry> people = people(1_500);
        List<EntryKey> done = new ArrayList<>();
        AtomicInteger unavailable = new AtomicInteger();
        directory.apply(
                creations(people),
                (change, outcome) -> {
                    switch (outcome) {
                        case Outcome.Applied() -> done.add(change.key());
                        case Outcome.Unavailable(String reason) -> {
                            assertThat(reason).contains("No LDAP server can be reached");
                            unavailable.incrementAndGet();
                        }
                        case Outcome.Refused(String reason) -> throw new AssertionError(reason);
                    }
                    if (done.size() == 100) {
                        slapd.kill();
                    }
                });
        assertThat(done.size() + unavailable.get()).isEqualTo(1_500);
        assertThat(unavailable.get()).isPositive();

        slapd.restart();
        State<EntryKey, DirectoryEntry> left = directory.observe(Scope.everything());
        assertThat(left.keys()).containsAll(done);
        applied(directory, Plan.between(left, State.of(people), _ -> true).changes());
        assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(people));
        slapd.stop();
    }

    @Test
    void a_server_that_takes_no_changes_is_named_as_such() {
        Slapd slapd =
                Slapd.started(
                        c -> c.replace("olcDbCheckpoint:", "olcReadOnly: TRUE\nolcDbCheckpoint:"));
        assertThat(outcomes(new LdapDirectory(slapd.settings()), creations(people(3))).values())
                .hasSize(3)
                .allSatisfy(outcome -> unavailable(outcome, "read-only"));
        slapd.stop();
    }

    @Test
    void a_server_whose_database_is_full_is_named_as_such() throws TargetUnavailable {
        Slapd slapd =
                Slapd.started(c -> c.replace("olcDbMaxSize: 8589934592", "olcDbMaxSize: 700000"));
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        Map<EntryKey, Outcome> outcomes = outcomes(directory, creations(people(1_500)));
        List<Outcome> failed =
                outcomes.values().stream()
                        .filter(outcome -> !(outcome instanceof Outcome.Applied))
                        .toList();
        assertThat(failed).isNotEmpty().allSatisfy(outcome -> unavailable(outcome, "full"));
        assertThat(directory.observe(Scope.everything()).size()).isEqualTo(1_500 - failed.size());
        slapd.stop();
    }

    @Test
    void a_server_without_our_schema_is_named_as_such() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        LdapSettings usual = Slapd.shared().settings();
        config.addAdditionalBindCredentials(usual.bindDn(), usual.password());
        InMemoryDirectoryServer foreign = new InMemoryDirectoryServer(config);
        foreign.add("dn: " + BASE, "objectClass: domain", "dc: example");
        foreign.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        foreign.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        foreign.startListening();
        LdapSettings settings =
                at(
                        usual,
                        new LdapSettings.Server(
                                "127.0.0.1", foreign.getListenPort(), Privacy.LOOPBACK));
        assertThat(outcomes(new LdapDirectory(settings), creations(people(2))).values())
                .allSatisfy(outcome ->
                        assertThat(outcome)
                                .isInstanceOfSatisfying(
                                        Outcome.Refused.class,
                                        refused ->
                                                assertThat(refused.reason())
                                                        .contains("schema")
                                                        .contains("ldap-schema/")));
        foreign.shutDown(true);
    }

    @Test
    void a_server_without_our_containers_is_named_as_such() {
        LdapSettings usual = Slapd.shared().settings();
        LdapSettings elsewhere =
                new LdapSettings(
                        usual.server(),
                        usual.trust(),
                        "ou=nowhere," + BASE,
                        usual.groups(),
                        usual.instance(),
                        usual.bindDn(),
                        usual.password(),
                        usual.adoptBy(),
                        usual.connections(),
                        usual.window(),
                        usual.timeout());
        assertThatThrownBy(() -> new LdapDirectory(elsewhere).observe(Scope.everything()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("ou=nowhere")
                .hasMessageContaining("ldap.people");
    }

    @Test
    void tls_can_begin_on_a_plain_connection_and_strangers_are_not_trusted() throws Exception {
        LdapSettings usual = Slapd.shared().settings();
        LdapSettings.Server plain =
                new LdapSettings.Server(LdapServer.HOST, Slapd.shared().port(), Privacy.START_TLS);
        assertThat(new LdapDirectory(at(usual, plain)).epoch()).isEmpty();
        for (LdapSettings.Server server : List.of(plain, usual.server())) {
            LdapSettings trusting =
                    new LdapSettings(
                            server,
                            Optional.empty(),
                            usual.people(),
                            usual.groups(),
                            usual.instance(),
                            usual.bindDn(),
                            usual.password(),
                            usual.adoptBy(),
                            usual.connections(),
                            usual.window(),
                            usual.timeout());
            assertThatThrownBy(() -> new LdapDirectory(trusting).epoch())
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("ldap.trust");
        }
    }

    @Test
    void a_group_of_many_thousands_is_made_and_changed_whole() throws Exception {
        Slapd slapd = Slapd.shared();
        slapd.clear();
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        List<PersonId> all = people(12_000).keySet().stream().map(SlapdTroubleIT::id).toList();
        for (List<PersonId> members :
                List.of(all.subList(0, 9_000), all.subList(6_000, 12_000), List.<PersonId>of())) {
            Map<EntryKey, DirectoryEntry> desired = Map.of(GROUP, group(members));
            applied(
                    directory,
                    Plan.between(
                                    directory.observe(Scope.everything()),
                                    State.of(desired),
                                    _ -> false)
                            .changes());
            assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(desired));
        }
        slapd.clear();
    }

    private static final EntryKey GROUP =
            new EntryKey.OfGroup(new GroupId(new UnitId(new UUID(7, 7)), Part.PEOPLE));

    private static GroupEntry group(List<PersonId> members) {
        return new GroupEntry(
                "bund",
                "Bund",
                "bund",
                "federation",
                Optional.empty(),
                PersonSet.of(members),
                Set.of("working"));
    }

    private static PersonId id(EntryKey key) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> id;
            case EntryKey.OfGroup _ -> throw new IllegalArgumentException();
        };
    }

    private static Map<EntryKey, DirectoryEntry> people(int count) {
        Map<EntryKey, DirectoryEntry> people = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            people.put(
                    new EntryKey.OfPerson(new PersonId(new UUID(0x0192_0000_0000_7000L, i))),
                    new PersonEntry("person" + i, "Person " + i, true, Set.of("working")));
        }
        return people;
    }

    private static List<Change<EntryKey, DirectoryEntry>> creations(
            Map<EntryKey, DirectoryEntry> desired) {
        return Plan.between(State.empty(), State.of(desired), _ -> false).changes();
    }

    private static void applied(
            LdapDirectory directory, List<Change<EntryKey, DirectoryEntry>> changes) {
        assertThat(outcomes(directory, changes).values())
                .allMatch(Outcome.Applied.class::isInstance);
    }

    private static Map<EntryKey, Outcome> outcomes(
            LdapDirectory directory, List<Change<EntryKey, DirectoryEntry>> changes) {
        Map<EntryKey, Outcome> outcomes = new HashMap<>();
        directory.apply(changes, (change, outcome) -> outcomes.put(change.key(), outcome));
        return outcomes;
    }

    private static void unavailable(Outcome outcome, String word) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        gone -> assertThat(gone.reason()).contains(word));
    }

    private static LdapSettings at(LdapSettings settings, LdapSettings.Server server) {
        return new LdapSettings(
                server,
                settings.trust(),
                settings.people(),
                settings.groups(),
                settings.instance(),
                settings.bindDn(),
                settings.password(),
                settings.adoptBy(),
                settings.connections(),
                settings.window(),
                settings.timeout());
    }
}
