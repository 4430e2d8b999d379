package org.freihafen.granting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

class GrantingTest {
    private static final Set<Permission> READ = Set.of(Permission.READ);

    private final Harbour harbour = new Harbour();
    private final Folder minutes = folder("Protokolle");

    @Test
    void a_lead_grants_a_folder_to_another_units_people() {
        Grant grant = done(grant(harbour.lea, harbour.digital, READ, Optional.empty()));

        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).containsExactly(grant);
        assertThat(harbour.grants.to(harbour.digital.id(), harbour.today)).containsExactly(grant);
        assertThat(harbour.wake.heard().getLast().workspaces())
                .containsExactly(harbour.umwelt.id());
    }

    @Test
    void a_folder_deleted_in_the_cloud_is_made_again_as_the_same_folder() {
        harbour.workspaces.save(minutes.deleted(true));

        Folder again =
                done(
                        harbour.creatingFolders()
                                .create(as(harbour.lea), harbour.umwelt.id(), "protokolle"));
        assertThat(again).isEqualTo(minutes);
        assertThat(harbour.workspaces.folders(harbour.umwelt.id())).containsExactly(minutes);
        assertThat(harbour.wake.heard().getLast().workspaces())
                .containsExactly(harbour.umwelt.id());
    }

    @Test
    void the_last_day_is_included() {
        Grant grant = done(grant(harbour.lea, harbour.digital, READ, Optional.of(harbour.today)));

        assertThat(grant.period().holdsOn(harbour.today)).isTrue();
        assertThat(grant.period().holdsOn(harbour.today.plusDays(1))).isFalse();
    }

    @Test
    void a_grant_belongs_to_the_unit_and_not_to_who_decided_it() {
        Grant grant = done(grant(harbour.lea, harbour.digital, READ, Optional.empty()));
        harbour.namingLeads().name(as(harbour.lea), harbour.umwelt.id(), Set.of(harbour.max));

        assertThatThrownBy(() -> harbour.granting().end(as(harbour.lea), grant.id()))
                .isInstanceOf(Denied.class);
        done(harbour.granting().end(as(harbour.max), grant.id()));

        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).isEmpty();
    }

    @Test
    void who_leads_another_unit_neither_changes_nor_ends_a_grant() {
        Grant grant = done(grant(harbour.lea, harbour.digital, READ, Optional.empty()));
        Granting granting = harbour.granting();

        assertThatThrownBy(() ->
                        granting.change(
                                as(harbour.dan),
                                grant.id(),
                                Granting.Change.of(READ, Optional.empty())))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> granting.end(as(harbour.dan), grant.id()))
                .isInstanceOf(Denied.class);
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).containsExactly(grant);
    }

    @Test
    void permissions_and_end_are_changed_without_a_new_grant() {
        Grant grant = done(grant(harbour.lea, harbour.digital, READ, Optional.empty()));
        Set<Permission> all = Set.of(Permission.values());

        Grant changed =
                done(
                        harbour.granting()
                                .change(
                                        as(harbour.lea),
                                        grant.id(),
                                        Granting.Change.of(
                                                all, Optional.of(LocalDate.of(2027, 6, 30)))));

        assertThat(changed.id()).isEqualTo(grant.id());
        assertThat(changed.permissions()).isEqualTo(all);
        assertThat(changed.period().until()).contains(LocalDate.of(2027, 7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "ag-umwelt, READ, , GRANT_TO_SELF",
        "ag-digital, EDIT, , PERMISSIONS_NEED_READING",
        "ag-digital, READ, 2026-09-30, END_IN_THE_PAST",
        "sn-14626, READ, , ''",
        "sn-vorstand, READ, , ''"
    })
    void what_is_refused_and_by_which_rule(
            String receiver, Permission permission, LocalDate until, String rule) {
        Unit unit = harbour.units.byKey(new UnitKey(receiver)).orElseThrow();

        Optional<Rule> refused =
                grant(harbour.lea, unit, Set.of(permission), Optional.ofNullable(until))
                        .refusal()
                        .map(Refusal::rule);

        assertThat(refused)
                .isEqualTo(Optional.of(rule).filter(r -> !r.isEmpty()).map(Rule::valueOf));
    }

    @Test
    void one_folder_is_granted_once_to_one_recipient() {
        done(grant(harbour.lea, harbour.digital, READ, Optional.empty()));

        assertThat(
                        grant(harbour.lea, harbour.digital, READ, Optional.empty())
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.GRANT_EXISTS);
    }

    @Test
    void the_boards_cloud_knows_only_boards() {
        harbour.belong(harbour.dan, harbour.board, Role.LEAD);
        Granting.Wish wish =
                new Granting.Wish(
                        FolderRef.whole(harbour.board.id()),
                        new GroupId(harbour.digital.id(), Part.PEOPLE),
                        READ,
                        Optional.empty(),
                        "");

        assertThat(harbour.granting().grant(as(harbour.dan), wish).refusal().map(Refusal::rule))
                .contains(Rule.GRANTEE_NOT_ON_CLOUD);
    }

    @Test
    void a_folder_of_another_unit_cannot_be_granted() {
        Granting.Wish wish =
                new Granting.Wish(
                        new FolderRef(harbour.umwelt.id(), Optional.of(harbour.ids.folder())),
                        new GroupId(harbour.digital.id(), Part.PEOPLE),
                        READ,
                        Optional.empty(),
                        "");

        assertThat(harbour.granting().grant(as(harbour.lea), wish).refusal().map(Refusal::rule))
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void members_who_do_not_lead_grant_nothing() {
        assertThatThrownBy(() -> grant(harbour.max, harbour.digital, READ, Optional.empty()))
                .isInstanceOf(Denied.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Protokolle 2026, ''",
        "' Presse / Fotos ', ''",
        "protokolle, FOLDER_EXISTS",
        "'', PATH_NOT_ALLOWED",
        "../Vorstand, PATH_NOT_ALLOWED",
        ".htaccess, PATH_NOT_ALLOWED",
        "a:b, PATH_NOT_ALLOWED",
        "a/b/c/d/e/f, PATH_NOT_ALLOWED"
    })
    void which_folders_can_be_made(String path, String rule) {
        Optional<Rule> refused =
                harbour.creatingFolders()
                        .create(as(harbour.lea), harbour.umwelt.id(), path)
                        .refusal()
                        .map(Refusal::rule);

        assertThat(refused)
                .isEqualTo(Optional.of(rule).filter(r -> !r.isEmpty()).map(Rule::valueOf));
    }

    private Folder folder(String path) {
        return done(harbour.creatingFolders().create(as(harbour.lea), harbour.umwelt.id(), path));
    }

    private Decision<Grant> grant(
            PersonId by, Unit to, Set<Permission> permissions, Optional<LocalDate> until) {
        return harbour.granting()
                .grant(
                        as(by),
                        new Granting.Wish(
                                FolderRef.of(minutes),
                                new GroupId(to.id(), Part.PEOPLE),
                                permissions,
                                until,
                                "Zusammenarbeit"));
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }
}
