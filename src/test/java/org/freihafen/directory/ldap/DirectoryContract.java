package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.freihafen.servers.LdapServer.BASE;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;

import org.freihafen.directory.Adoption;
import org.freihafen.directory.Directory;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.GroupAdoption;
import org.freihafen.directory.Passwords;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the directory promises, on every server that we ship a schema and rules for. */
abstract class DirectoryContract {

    static final PersonId ANNA = PersonId.of("01920000-0000-7000-8000-00000000000a");
    static final PersonId BERT = PersonId.of("01920000-0000-7000-8000-00000000000b");
    static final PersonId CARLA = PersonId.of("01920000-0000-7000-8000-00000000000c");
    static final UnitId UMWELT = UnitId.of("01920000-0000-7000-8000-0000000000aa");
    static final UnitId BUND = UnitId.of("01920000-0000-7000-8000-0000000000bb");
    static final EntryKey UMWELT_GROUP = new EntryKey.OfGroup(new GroupId(UMWELT, Part.PEOPLE));
    static final EntryKey UMWELT_LEADS = new EntryKey.OfGroup(new GroupId(UMWELT, Part.LEADS));
    static final EntryKey BUND_GROUP = new EntryKey.OfGroup(new GroupId(BUND, Part.PEOPLE));
    static final Set<String> WORKING = Set.of("working");

    abstract LdapServer server();

    Directory directory() {
        return new LdapDirectory(server().settings());
    }

    @BeforeEach
    void empty() throws LDAPException {
        server().clear();
    }

    @Test
    void a_new_directory_is_empty() throws TargetUnavailable {
        assertThat(observed()).isEqualTo(State.empty());
    }

    @Test
    void what_was_created_is_observed_the_same() throws TargetUnavailable {
        apply(organisation());
        assertThat(observed()).isEqualTo(State.of(organisation()));
    }

    /** Never a birthday, an address, a payment, nor the name that the register knows. */
    @Test
    void nothing_is_written_about_people_and_groups_but_what_is_named_here() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(person(ANNA), new PersonEntry("anna.neu", "Anna N.", false, Set.of("board")));
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt und Klima", BERT, CARLA));
        bring(desired);

        assertThat(attributes("fhPerson"))
                .containsExactlyInAnyOrder(
                        "objectClass",
                        "fhId",
                        "uid",
                        "cn",
                        "sn",
                        "displayName",
                        "fhState",
                        "fhService");
        assertThat(attributes("fhGroup"))
                .containsExactlyInAnyOrder(
                        "objectClass",
                        "fhId",
                        "fhUnit",
                        "fhPart",
                        "cn",
                        "fhName",
                        "fhKey",
                        "fhKind",
                        "fhParent",
                        "fhService",
                        "member");
    }

    /** The names of all attributes that entries of a class have, beside the server's own. */
    private Set<String> attributes(String objectClass) throws LDAPException {
        Set<String> names = new TreeSet<>();
        try (LDAPConnection reader = server().connectAs("freihafen")) {
            requireNonNull(
                            reader.search(
                                            BASE,
                                            SearchScope.SUB,
                                            Filter.createEqualityFilter("objectClass", objectClass),
                                            "*")
                                    .getSearchEntries())
                    .forEach(entry ->
                            entry.getAttributes().forEach(each -> names.add(each.getBaseName())));
        }
        return names;
    }

    @Test
    void creating_again_what_is_there_does_no_harm() throws Exception {
        apply(organisation());
        String uuid = uuid(dn(ANNA));
        apply(organisation());
        assertThat(observed()).isEqualTo(State.of(organisation()));
        assertThat(uuid(dn(ANNA))).isEqualTo(uuid);
    }

    @Test
    void creating_what_is_half_there_makes_it_whole() throws Exception {
        apply(organisation());
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.modify(group("ag-umwelt"), new Modification(ModificationType.DELETE, "member"));
            writer.modify(group("ag-umwelt"), replace("fhName", "Halbes"));
            writer.modify(dn(BERT), replace("uid", "somebody"));
        }
        apply(organisation());
        assertThat(observed()).isEqualTo(State.of(organisation()));
    }

    @Test
    void a_new_login_and_a_new_name_are_an_update_of_the_same_entry() throws Exception {
        apply(organisation());
        String uuid = uuid(dn(ANNA));
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(person(ANNA), new PersonEntry("anna.neu", "Anna Müller-Ω", true, WORKING));
        assertThat(bring(desired)).hasSize(1);
        assertThat(uuid(dn(ANNA))).isEqualTo(uuid);
        assertThat(text(dn(ANNA), "sn")).isEqualTo("Anna Müller-Ω");
        assertThat(text(dn(ANNA), "displayName")).isEqualTo("Anna Müller-Ω");
    }

    @Test
    void a_login_name_that_another_entry_of_ours_has_is_never_written_twice() throws Exception {
        PersonId older = PersonId.of("01920000-0000-7000-8000-000000000001");
        apply(Map.of(person(older), new PersonEntry("Anna", "Anna of before", true, WORKING)));
        Map<EntryKey, Outcome> outcomes = outcomes(creations(organisation()));
        assertThat(outcomes.remove(person(ANNA)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .asString()
                                        .contains("fhId=" + older, "another login name")
                                        .doesNotContain("anna"));
        assertThat(outcomes.values()).hasSize(5).allMatch(Outcome.Applied.class::isInstance);

        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(person(ANNA), new PersonEntry("anna2", "Anna", true, WORKING));
        assertApplied(creations(desired));
        Map<EntryKey, DirectoryEntry> renamed =
                Map.of(person(ANNA), new PersonEntry("anna", "Anna", true, WORKING));
        assertThat(
                        outcomes(
                                        Plan.between(
                                                        State.of(desired)
                                                                .within(
                                                                        Scope.only(
                                                                                Set.of(
                                                                                        person(
                                                                                                ANNA)))),
                                                        State.of(renamed),
                                                        _ -> false)
                                                .changes())
                                .values())
                .singleElement()
                .isInstanceOf(Outcome.Refused.class);
        assertThat(text(dn(ANNA), "uid")).isEqualTo("anna2");
    }

    @Test
    void a_suspended_person_keeps_the_entry_and_comes_back() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(person(BERT), new PersonEntry("bert", "Bert", false, Set.of()));
        bring(desired);
        assertThat(text(dn(BERT), "fhState")).isEqualTo("suspended");
        assertThat(bring(organisation())).hasSize(1);
    }

    @Test
    void a_group_that_is_renamed_keeps_its_entry() throws Exception {
        apply(organisation());
        String uuid = uuid(group("ag-umwelt"));
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(
                UMWELT_GROUP,
                new GroupEntry(
                        "ag-klima",
                        "AG Klima",
                        "ag-klima",
                        "working-group",
                        Optional.of("sn"),
                        PersonSet.of(List.of(CARLA)),
                        Set.of("working", "board")));
        List<Change<EntryKey, DirectoryEntry>> changes = bring(desired);
        assertThat(uuid(group("ag-klima"))).isEqualTo(uuid);
        assertApplied(changes);
        assertThat(observed()).isEqualTo(State.of(desired));
    }

    @Test
    void an_update_made_twice_is_applied_twice() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt", CARLA));
        desired.put(person(ANNA), new PersonEntry("anna2", "Anna", true, WORKING));
        List<Change<EntryKey, DirectoryEntry>> changes = bring(desired);
        assertThat(changes).hasSize(2);
        assertApplied(changes);
        assertThat(observed()).isEqualTo(State.of(desired));
    }

    @Test
    void an_update_of_what_has_vanished_makes_it_anew() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt", CARLA));
        List<Change<EntryKey, DirectoryEntry>> changes = plan(desired);
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.delete(group("ag-umwelt"));
        }
        assertApplied(changes);
        assertThat(observed()).isEqualTo(State.of(desired));
    }

    @Test
    void what_is_no_longer_desired_goes_and_may_be_gone_already() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.remove(UMWELT_LEADS);
        desired.remove(person(CARLA));
        desired.put(BUND_GROUP, bund(ANNA, BERT));
        List<Change<EntryKey, DirectoryEntry>> changes = bring(desired);
        assertThat(changes).hasSize(3);
        assertThat(observed()).isEqualTo(State.of(desired));
        assertApplied(changes);
    }

    @Test
    void what_carries_no_mark_is_neither_seen_nor_touched() throws Exception {
        String person = "uid=hand,ou=people," + BASE;
        String group = group("ag-umwelt");
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.add(handMade(person));
            writer.add(
                    "dn: " + group,
                    "objectClass: fhGroupEntry",
                    "objectClass: fhGroup",
                    "cn: ag-umwelt",
                    "fhName: Von Hand",
                    "member: " + person);
        }
        assertThat(observed()).isEqualTo(State.empty());

        Map<EntryKey, Outcome> outcomes = outcomes(creations(organisation()));
        assertThat(outcomes.get(UMWELT_GROUP))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .asString()
                                        .contains(group, "not Freihafen's", "left alone"));
        outcomes.remove(UMWELT_GROUP);
        assertThat(outcomes.values()).hasSize(5).allMatch(Outcome.Applied.class::isInstance);
        assertThat(text(group, "fhName")).isEqualTo("Von Hand");
        assertThat(text(person, "cn")).isEqualTo("Hand");
    }

    @Test
    void what_lost_its_mark_meanwhile_is_left_alone() throws Exception {
        apply(organisation());
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt", CARLA));
        desired.remove(UMWELT_LEADS);
        List<Change<EntryKey, DirectoryEntry>> changes = plan(desired);
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            for (String dn : List.of(group("ag-umwelt"), group("ag-umwelt-leads"))) {
                writer.modify(
                        dn,
                        List.of(
                                new Modification(
                                        ModificationType.DELETE, "objectClass", "fhManaged"),
                                new Modification(ModificationType.REPLACE, "fhService"),
                                new Modification(ModificationType.DELETE, "fhId")));
            }
        }
        assertThat(outcomes(changes).values())
                .hasSize(2)
                .allMatch(Outcome.Refused.class::isInstance);
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            Entry umwelt = requireNonNull(writer.getEntry(group("ag-umwelt")));
            assertThat(umwelt.getAttributeValues("member"))
                    .containsExactlyInAnyOrder(dn(ANNA), dn(BERT));
            assertThat(writer.getEntry(group("ag-umwelt-leads"))).isNotNull();
        }
    }

    @Test
    void what_was_changed_by_hand_is_drift_and_is_repaired() throws Exception {
        apply(organisation());
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.modify(dn(ANNA), replace("sn", "Nobody"));
            writer.modify(
                    group("ag-umwelt"),
                    new Modification(
                            ModificationType.ADD, "member", "uid=stranger,ou=people," + BASE));
            writer.modify(group(BUND_NAME), replace("fhService", "board"));
        }
        assertThat(bring(organisation())).hasSize(3);
        assertThat(observed()).isEqualTo(State.of(organisation()));
    }

    @Test
    void a_part_can_be_observed_alone() throws Exception {
        apply(organisation());
        Set<EntryKey> keys =
                Set.of(
                        person(BERT),
                        UMWELT_LEADS,
                        person(new PersonId(new UUID(1, 1))),
                        new EntryKey.OfGroup(new GroupId(new UnitId(new UUID(1, 1)), Part.PEOPLE)));
        State<EntryKey, DirectoryEntry> part = directory().observe(Scope.only(keys));
        assertThat(part).isEqualTo(State.of(organisation()).within(Scope.only(keys)));
        assertThat(part.keys()).containsExactly(person(BERT), UMWELT_LEADS);
    }

    @Test
    void an_entry_with_our_mark_that_cannot_be_read_stops_the_observation() throws Exception {
        apply(organisation());
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.modify(group("ag-umwelt"), replace("fhId", "no id at all"));
        }
        assertThatCode(this::observed)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("ag-umwelt")
                .hasMessageContaining("fhManaged");
    }

    @Test
    void the_installation_signs_the_directory_and_its_epoch_rises() throws TargetUnavailable {
        UUID ours = UUID.fromString("01920000-0000-7000-8000-000000000001");
        assertThat(directory().epoch()).isEmpty();
        directory().leave(new Epoch(ours, 1));
        assertThat(directory().epoch()).contains(new Epoch(ours, 1));
        directory().leave(new Epoch(ours, 7));
        assertThat(directory().epoch()).contains(new Epoch(ours, 7));
    }

    @Test
    void a_password_lets_in_whom_it_belongs_to() throws TargetUnavailable {
        apply(organisation());
        Passwords passwords = new LdapPasswords(server().settings());
        assertThat(passwords.authenticate("anna", "rosebud and thorn")).isEmpty();
        assertThat(passwords.set(ANNA, "rosebud and thorn")).isEmpty();
        assertThat(passwords.authenticate("anna", "rosebud and thorn")).contains(ANNA);
        assertThat(passwords.authenticate("ANNA", "rosebud and thorn")).contains(ANNA);
        assertThat(passwords.set(ANNA, "Größe 😀 ist nicht alles")).isEmpty();
        assertThat(passwords.authenticate("anna", "Größe 😀 ist nicht alles")).contains(ANNA);
        assertThat(passwords.authenticate("anna", "rosebud and thorn")).isEmpty();
        assertThat(passwords.set(new PersonId(new UUID(1, 1)), "rosebud and thorn"))
                .hasValueSatisfying(
                        why -> assertThat(why).asString().contains("not in the directory"));
    }

    @Test
    void no_trick_with_the_login_name_lets_anybody_in() throws TargetUnavailable {
        apply(organisation());
        Passwords passwords = new LdapPasswords(server().settings());
        passwords.set(ANNA, "rosebud and thorn");
        for (String name : List.of("", " ", "*", "a*", "anna)(uid=*", "nobody", "\\61nna", "\0")) {
            assertThat(passwords.authenticate(name, "rosebud and thorn")).isEmpty();
        }
        assertThat(passwords.authenticate("anna", "")).isEmpty();
    }

    @Test
    void who_is_suspended_cannot_sign_in() throws TargetUnavailable {
        apply(organisation());
        Passwords passwords = new LdapPasswords(server().settings());
        passwords.set(BERT, "rosebud and thorn");
        assertThat(passwords.authenticate("bert", "rosebud and thorn")).contains(BERT);
        Map<EntryKey, DirectoryEntry> desired = organisation();
        desired.put(person(BERT), new PersonEntry("bert", "Bert", false, WORKING));
        bring(desired);
        assertThat(passwords.authenticate("bert", "rosebud and thorn")).isEmpty();
    }

    @Test
    void a_wrong_password_of_ours_and_an_absent_server_are_told_apart() {
        LdapSettings right = server().settings();
        LdapSettings wrong = with(right, right.server(), "wrong");
        assertThatCode(() -> new LdapDirectory(wrong).observe(Scope.everything()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("ldap.password");
        LdapSettings away =
                with(
                        right,
                        new LdapSettings.Server("127.0.0.1", 1, LdapSettings.Privacy.LOOPBACK),
                        right.password());
        assertThatCode(() -> new LdapDirectory(away).observe(Scope.everything()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("ldap://127.0.0.1:1")
                .hasMessageContaining("ldap.url");
        List<Outcome> outcomes = new ArrayList<>();
        new LdapDirectory(away)
                .apply(creations(organisation()), (_, outcome) -> outcomes.add(outcome));
        assertThat(outcomes).hasSize(6).allMatch(Outcome.Unavailable.class::isInstance);
    }

    @Test
    void entries_that_were_there_before_are_adopted_and_keep_what_they_are() throws Exception {
        String anna = "uid=anna,ou=people," + BASE;
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            for (String name : List.of("anna", "stranger", "bert")) {
                writer.add(handMade("uid=" + name + ",ou=people," + BASE));
            }
            Entry twin = handMade("cn=Hand,ou=people," + BASE);
            twin.addAttribute("uid", "BERT");
            writer.add(twin);
        }
        String uuid = uuid(anna);
        Map<PersonId, PersonEntry> people = new HashMap<>();
        organisation()
                .forEach((key, entry) -> {
                    if (key instanceof EntryKey.OfPerson(PersonId id)) {
                        people.put(id, (PersonEntry) entry);
                    }
                });
        Adoption adoption = new LdapAdoption(server().settings());

        Adoption.Report report = adoption.report(people);
        assertThat(report.matches())
                .containsExactly(new Adoption.Match(ANNA, UUID.fromString(uuid), anna));
        assertThat(report.conflicts()).hasSize(2);
        assertThat(report.unmatched()).containsExactly("uid=stranger,ou=people," + BASE);
        assertThat(observed()).isEqualTo(State.empty());

        PersonEntry desired = requireNonNull(people.get(ANNA));
        assertThat(adoption.adopt(ANNA, UUID.fromString(uuid), desired))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(adoption.adopt(ANNA, UUID.fromString(uuid), desired))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(adoption.adopt(BERT, UUID.fromString(uuid), desired))
                .isInstanceOf(Outcome.Refused.class);
        bring(organisation());
        assertThat(observed()).isEqualTo(State.of(organisation()));
        assertThat(uuid(anna)).isEqualTo(uuid);
        assertThat(text(anna, "cn")).isEqualTo("Anna");
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            assertThat(
                            requireNonNull(writer.getEntry(group("ag-umwelt")))
                                    .getAttributeValues("member"))
                    .contains(anna);
            assertThat(writer.getEntry(dn(ANNA))).isNull();
        }
        Passwords passwords = new LdapPasswords(server().settings());
        assertThat(passwords.set(ANNA, "rosebud and thorn")).isEmpty();
        assertThat(passwords.authenticate("anna", "rosebud and thorn")).contains(ANNA);
    }

    @Test
    void groups_that_were_there_before_are_adopted_and_keep_their_uuid_and_class()
            throws Exception {
        String old = group("AG Umwelt");
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            writer.add(handMadeGroup(old, "groupOfNames", "member", dn(ANNA), "cn=chor," + BASE));
            writer.add(handMadeGroup(group("chor"), "groupOfNames", "member", dn(ANNA)));
            writer.add(
                    handMadeGroup(
                            group("AG Umwelt – Leitung"),
                            "groupOfUniqueNames",
                            "uniqueMember",
                            dn(ANNA)));
        }
        String uuid = uuid(old);
        String unlike = uuid(group("AG Umwelt – Leitung"));
        String choir = uuid(group("chor"));
        Map<GroupId, GroupEntry> groups = new HashMap<>();
        organisation()
                .forEach((key, entry) -> {
                    if (key instanceof EntryKey.OfGroup(GroupId id)) {
                        groups.put(id, (GroupEntry) entry);
                    }
                });
        GroupAdoption adoption = new LdapGroupAdoption(server().settings());
        GroupId umwelt = new GroupId(UMWELT, Part.PEOPLE);

        GroupAdoption.Report report = adoption.report(groups);
        assertThat(report.matches())
                .containsExactly(new GroupAdoption.Match(umwelt, UUID.fromString(uuid), old, 1, 1));
        assertThat(report.conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.dn()).isEqualTo(group("AG Umwelt – Leitung"));
                    assertThat(conflict.reason()).asString().contains("groupOfNames");
                });
        assertThat(report.unmatched()).containsExactly(group("chor"));
        assertThat(observed()).isEqualTo(State.empty());

        for (int twice = 0; twice < 2; twice++) {
            assertThat(adoption.adopt(umwelt, UUID.fromString(uuid)))
                    .isInstanceOf(Outcome.Applied.class);
        }
        assertThat(adoption.adopt(new GroupId(BUND, Part.PEOPLE), UUID.fromString(uuid)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(adoption.report(groups).matches()).isEmpty();
        for (String other : List.of(unlike, choir)) {
            assertThat(adoption.adopt(umwelt, UUID.fromString(other)))
                    .as("a second entry")
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(adoption.adopt(new GroupId(BUND, Part.PEOPLE), UUID.fromString(unlike)))
                .as("members in another attribute")
                .isInstanceOf(Outcome.Refused.class);

        Map<EntryKey, DirectoryEntry> desired = organisation();
        bring(desired);
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt"));
        bring(desired);
        assertThat(observed()).isEqualTo(State.of(desired));
        desired.put(UMWELT_GROUP, umwelt("AG Umwelt", BERT));
        bring(desired);
        assertThat(uuid(group("ag-umwelt"))).isEqualTo(uuid);
        assertThat(text(group("chor"), "cn")).isEqualTo("chor");
    }

    private static final String BUND_NAME = "bund";

    static Map<EntryKey, DirectoryEntry> organisation() {
        Map<EntryKey, DirectoryEntry> all = new HashMap<>();
        all.put(person(ANNA), new PersonEntry("anna", "Anna", true, WORKING));
        all.put(person(BERT), new PersonEntry("bert", "Bert", true, WORKING));
        all.put(
                person(CARLA),
                new PersonEntry(
                        "carla.d-angelo",
                        "Çarla, \"d'Angelo\" +=",
                        true,
                        Set.of("working", "board")));
        all.put(UMWELT_GROUP, umwelt("AG Umwelt", ANNA, BERT));
        all.put(
                UMWELT_LEADS,
                new GroupEntry(
                        "ag-umwelt-leads",
                        "AG Umwelt – Leitung",
                        "ag-umwelt",
                        "working-group",
                        Optional.of("bund"),
                        PersonSet.EMPTY,
                        Set.of()));
        all.put(BUND_GROUP, bund(ANNA, BERT, CARLA));
        return all;
    }

    static GroupEntry umwelt(String label, PersonId... members) {
        return new GroupEntry(
                "ag-umwelt",
                label,
                "ag-umwelt",
                "working-group",
                Optional.of("bund"),
                PersonSet.of(List.of(members)),
                WORKING);
    }

    static GroupEntry bund(PersonId... members) {
        return new GroupEntry(
                BUND_NAME,
                "Bund",
                BUND_NAME,
                "federation",
                Optional.empty(),
                PersonSet.of(List.of(members)),
                WORKING);
    }

    static EntryKey person(PersonId id) {
        return new EntryKey.OfPerson(id);
    }

    static String dn(PersonId id) {
        return "fhId=" + id + ",ou=people," + BASE;
    }

    static String group(String name) {
        return "cn=" + name + ",ou=groups," + BASE;
    }

    static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private static LdapSettings with(
            LdapSettings settings, LdapSettings.Server server, String password) {
        return new LdapSettings(
                server,
                settings.trust(),
                settings.people(),
                settings.groups(),
                settings.instance(),
                settings.bindDn(),
                password,
                settings.adoptBy(),
                settings.connections(),
                settings.window(),
                settings.timeout());
    }

    private static Entry handMadeGroup(
            String dn, String objectClass, String attribute, String... members) {
        Entry entry = new Entry(dn);
        entry.addAttribute("objectClass", objectClass);
        entry.addAttribute("cn", dn.substring(3, dn.indexOf(',')));
        entry.addAttribute(attribute, members);
        return entry;
    }

    private static Entry handMade(String dn) {
        Entry entry = new Entry(dn);
        entry.addAttribute("objectClass", "inetOrgPerson");
        entry.addAttribute("cn", "Hand");
        entry.addAttribute("sn", "Hand");
        if (dn.startsWith("uid=")) {
            entry.addAttribute("uid", dn.substring(4, dn.indexOf(',')));
        }
        return entry;
    }

    State<EntryKey, DirectoryEntry> observed() throws TargetUnavailable {
        return directory().observe(Scope.everything());
    }

    List<Change<EntryKey, DirectoryEntry>> plan(Map<EntryKey, DirectoryEntry> desired)
            throws TargetUnavailable {
        return Plan.between(observed(), State.of(desired), _ -> false).changes();
    }

    /** Observes, plans and applies; all must be applied, and nothing be left to do. */
    List<Change<EntryKey, DirectoryEntry>> bring(Map<EntryKey, DirectoryEntry> desired)
            throws TargetUnavailable {
        List<Change<EntryKey, DirectoryEntry>> changes = plan(desired);
        assertApplied(changes);
        assertThat(plan(desired)).isEmpty();
        return changes;
    }

    void apply(Map<EntryKey, DirectoryEntry> desired) {
        assertApplied(creations(desired));
    }

    static List<Change<EntryKey, DirectoryEntry>> creations(Map<EntryKey, DirectoryEntry> desired) {
        return Plan.between(State.empty(), State.of(desired), _ -> false).changes();
    }

    void assertApplied(List<Change<EntryKey, DirectoryEntry>> changes) {
        assertThat(outcomes(changes).values()).allMatch(Outcome.Applied.class::isInstance);
    }

    /** Every change is told of once. */
    Map<EntryKey, Outcome> outcomes(List<Change<EntryKey, DirectoryEntry>> changes) {
        Map<EntryKey, Outcome> outcomes = new HashMap<>();
        directory()
                .apply(
                        changes,
                        (change, outcome) ->
                                assertThat(outcomes.put(change.key(), outcome)).isNull());
        assertThat(outcomes).hasSize(changes.size());
        return outcomes;
    }

    private String uuid(String dn) throws LDAPException {
        return text(dn, "entryUUID");
    }

    private String text(String dn, String attribute) throws LDAPException {
        try (LDAPConnection writer = server().connectAs("freihafen")) {
            return requireNonNull(
                    requireNonNull(writer.getEntry(dn, attribute)).getAttributeValue(attribute));
        }
    }
}
