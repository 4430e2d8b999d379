package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.servers.LdapServer.BASE;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.ldap.LdapSettings.Privacy;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What goes wrong on every real server, and what is said then. */
abstract class TroubleContract {
    private static final int MANY = 1_500;
    private static final int SOME = 500;

    abstract LdapServer server();

    /** Ends it as {@code kill -9} would. */
    abstract void kill();

    /**
     * A server that something is wrong with, until it is cured.
     *
     * @param end leaves everything as it was before
     */
    record Ailing(LdapServer server, Runnable cure, Runnable end) {}

    /** One that takes no changes. */
    abstract Ailing readOnly();

    /** One that has no room for {@value #SOME} people. */
    abstract Ailing full();

    /** One that does not know what {@code ldap-schema/} says. */
    abstract Ailing withoutSchema();

    @Test
    void a_connection_that_breaks_half_way_is_no_observation() throws Exception {
        LdapServer server = server();
        server.clear();
        applied(new LdapDirectory(server.settings()), creations(people(250)));
        try (CuttingProxy proxy = new CuttingProxy(server.port(), 20_000)) {
            LdapSettings settings =
                    at(
                            server.settings(),
                            new LdapSettings.Server("127.0.0.1", proxy.port(), Privacy.LOOPBACK));
            assertThatThrownBy(() -> new LdapDirectory(settings).observe(Scope.everything()))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("LDAP server")
                    .hasMessageContaining("127.0.0.1:" + proxy.port());
        }
    }

    @Test
    void a_server_that_is_killed_loses_nothing_and_the_next_run_goes_on() throws Exception {
        LdapServer server = server();
        server.clear();
        LdapDirectory directory = new LdapDirectory(server.settings());
        Map<EntryKey, DirectoryEntry> people = people(MANY);
        List<EntryKey> done = new ArrayList<>();
        AtomicInteger unavailable = new AtomicInteger();
        directory.apply(
                creations(people),
                (change, outcome) -> {
                    switch (outcome) {
                        case Outcome.Applied() -> done.add(change.key());
                        case Outcome.Unavailable(Saying reason) -> {
                            assertThat(reason).asString().contains("No LDAP server can be reached");
                            unavailable.incrementAndGet();
                        }
                        case Outcome.Refused(Saying reason) -> throw new AssertionError(reason);
                        case Outcome.NotYet(Saying reason) -> throw new AssertionError(reason);
                    }
                    if (done.size() == 100) {
                        kill();
                    }
                });
        assertThat(done.size() + unavailable.get()).isEqualTo(MANY);
        assertThat(unavailable.get()).isPositive();

        server.restart();
        State<EntryKey, DirectoryEntry> left = directory.observe(Scope.everything());
        assertThat(left.keys()).containsAll(done);
        applied(directory, Plan.between(left, State.of(people), _ -> true).changes());
        assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(people));
        server.clear();
    }

    @Test
    void a_server_that_takes_no_changes_is_named_as_such_and_gets_them_later() throws Exception {
        sayAndConverge(readOnly(), people(3), outcome -> unavailable(outcome, "read-only"));
    }

    @Test
    void a_full_server_is_named_as_such_and_gets_the_rest_once_it_has_room() throws Exception {
        sayAndConverge(full(), people(SOME), outcome -> unavailable(outcome, "full"));
    }

    @Test
    void a_server_without_our_schema_is_told_to_load_it_and_gets_everything_then()
            throws Exception {
        sayAndConverge(withoutSchema(), people(3), TroubleContract::toldToLoadTheSchema);
    }

    private static void toldToLoadTheSchema(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .asString()
                                        .contains("Load the schema", "ldap-schema/"));
    }

    /** What fails says why, what was applied is there, and the next run does the rest. */
    private static void sayAndConverge(
            Ailing ailing, Map<EntryKey, DirectoryEntry> people, Consumer<Outcome> says)
            throws Exception {
        LdapDirectory directory = new LdapDirectory(ailing.server().settings());
        try {
            try {
                List<Outcome> failed =
                        outcomes(directory, creations(people)).values().stream()
                                .filter(outcome -> !(outcome instanceof Outcome.Applied))
                                .toList();
                assertThat(failed).isNotEmpty().allSatisfy(says);
                assertThat(directory.observe(Scope.everything()).size())
                        .isEqualTo(people.size() - failed.size());
            } finally {
                ailing.cure().run();
            }
            State<EntryKey, DirectoryEntry> left = directory.observe(Scope.everything());
            applied(directory, Plan.between(left, State.of(people), _ -> true).changes());
            assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(people));
        } finally {
            ailing.end().run();
        }
    }

    @Test
    void a_server_without_our_containers_is_named_as_such() {
        LdapSettings usual = server().settings();
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

    static Map<EntryKey, DirectoryEntry> people(int count) {
        Map<EntryKey, DirectoryEntry> people = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            people.put(
                    new EntryKey.OfPerson(new PersonId(new UUID(0x0192_0000_0000_7000L, i))),
                    new PersonEntry("person" + i, "Person " + i, true, Set.of("working")));
        }
        return people;
    }

    static List<Change<EntryKey, DirectoryEntry>> creations(Map<EntryKey, DirectoryEntry> desired) {
        return Plan.between(State.empty(), State.of(desired), _ -> false).changes();
    }

    static void applied(LdapDirectory directory, List<Change<EntryKey, DirectoryEntry>> changes) {
        assertThat(outcomes(directory, changes).values())
                .allMatch(Outcome.Applied.class::isInstance);
    }

    static Map<EntryKey, Outcome> outcomes(
            LdapDirectory directory, List<Change<EntryKey, DirectoryEntry>> changes) {
        Map<EntryKey, Outcome> outcomes = new HashMap<>();
        directory.apply(changes, (change, outcome) -> outcomes.put(change.key(), outcome));
        return outcomes;
    }

    static void unavailable(Outcome outcome, String word) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        gone -> assertThat(gone.reason()).asString().contains(word));
    }

    static LdapSettings at(LdapSettings settings, LdapSettings.Server server) {
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
