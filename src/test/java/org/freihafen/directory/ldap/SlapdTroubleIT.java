package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.ldap.LdapSettings.Privacy;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What goes wrong on OpenLDAP. */
class SlapdTroubleIT extends TroubleContract {

    private static final String LIMITS = "size=unlimited size.prtotal=unlimited time=unlimited";

    @Override
    LdapServer server() {
        return Slapd.shared();
    }

    @Override
    void kill() {
        Slapd.shared().kill();
    }

    @Override
    Ailing readOnly() {
        return ailing(
                Slapd.started(
                        c -> c.replace("olcDbCheckpoint:", "olcReadOnly: TRUE\nolcDbCheckpoint:")),
                slapd -> slapd.change("olcReadOnly", "FALSE"));
    }

    @Override
    Ailing full() {
        return ailing(
                Slapd.started(c -> c.replace("olcDbMaxSize: 8589934592", "olcDbMaxSize: 400000")),
                slapd -> slapd.change("olcDbMaxSize", "8589934592"));
    }

    @Override
    Ailing withoutSchema() {
        return ailing(Slapd.withoutSchema(), Slapd::loadSchema);
    }

    private static Ailing ailing(Slapd slapd, Consumer<Slapd> cure) {
        return new Ailing(slapd, () -> cure.accept(slapd), slapd::stop);
    }

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
}
