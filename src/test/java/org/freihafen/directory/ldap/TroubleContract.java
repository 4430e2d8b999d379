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

/** What goes wrong on every real server, and what is said then. */
abstract class TroubleContract {

    abstract LdapServer server();

    /** Ends it as {@code kill -9} would. */
    abstract void kill();

    /** One that takes no changes, until {@link #writable}. */
    abstract LdapServer readOnly();

    abstract void writable(LdapServer server);

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
        Map<EntryKey, DirectoryEntry> people = people(1_500);
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
        assertThat(done.size() + unavailable.get()).isEqualTo(1_500);
        assertThat(unavailable.get()).isPositive();

        server.restart();
        State<EntryKey, DirectoryEntry> left = directory.observe(Scope.everything());
        assertThat(left.keys()).containsAll(done);
        applied(directory, Plan.between(left, State.of(people), _ -> true).changes());
        assertThat(directory.observe(Scope.everything())).isEqualTo(State.of(people));
        server.clear();
    }

    @Test
    void a_server_that_takes_no_changes_is_named_as_such() {
        LdapServer server = readOnly();
        try {
            assertThat(
                            outcomes(new LdapDirectory(server.settings()), creations(people(3)))
                                    .values())
                    .hasSize(3)
                    .allSatisfy(outcome -> unavailable(outcome, "read-only"));
        } finally {
            writable(server);
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
