package org.freihafen.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Account;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reach.FolderReach.Travelled;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class TracingAccessTest {
    private final Harbour h = new Harbour();
    private final Folder minutes = folder("Protokolle");
    private final Folder year = folder("Protokolle/2026");
    private final Folder press = folder("Presse");

    private Folder folder(String path) {
        return done(h.creatingFolders().create(Harbour.as(h.lea), h.umwelt.id(), path));
    }

    private Grant grant(Folder folder, Unit to, Optional<LocalDate> until) {
        return done(
                h.granting()
                        .grant(
                                Harbour.as(h.lea),
                                new Granting.Wish(
                                        FolderRef.of(folder),
                                        people(to),
                                        Set.of(Permission.READ),
                                        until,
                                        "Klausur")));
    }

    private static GroupId people(Unit unit) {
        return new GroupId(unit.id(), Part.PEOPLE);
    }

    private FolderReach reach(FolderRef folder, LocalDate day) {
        return done(h.tracing().folder(Harbour.as(h.lea), folder, day));
    }

    private FolderReach reach(Folder folder) {
        return reach(FolderRef.of(folder), h.today);
    }

    private List<Way> reachOf(PersonId person, LocalDate day) {
        return done(h.tracing().person(Harbour.as(person), person, day)).ways();
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }

    private static List<Integer> sizes(List<Travelled> ways) {
        return ways.stream().map(way -> way.people().size()).toList();
    }

    @Test
    void a_groups_people_reach_their_workspace_because_it_is_theirs() {
        FolderReach reach = reach(FolderRef.whole(h.umwelt.id()), h.today);

        assertThat(reach.ways())
                .singleElement()
                .satisfies(way -> {
                    assertThat(way.way().group()).contains(people(h.umwelt));
                    assertThat(way.way().because()).isEqualTo(new Way.Because.ItsWorkspace());
                    assertThat(way.way().permissions()).hasSize(4);
                    assertThat(way.people().list()).containsExactlyInAnyOrder(h.lea, h.max);
                });
        assertThat(reach.inside()).isEmpty();
        assertThat(reach.everybody().size()).isEqualTo(2);
    }

    @Test
    void of_those_to_whom_a_folder_was_granted_it_is_counted_who_hid_it() {
        grant(minutes, h.digital, Optional.empty());
        h.hiding = Set.of(h.dan, h.max);

        assertThat(reach(minutes).ways())
                .extracting(way -> way.people().size(), Travelled::hiding)
                .containsExactlyInAnyOrder(tuple(2, 0), tuple(1, 1));
        assertThat(reach(FolderRef.of(minutes), h.today.plusDays(1)).ways())
                .extracting(Travelled::hiding)
                .containsOnly(0);
    }

    @Test
    void a_granted_folder_opens_what_lies_in_it_and_nothing_beside_it() {
        Grant grant = grant(minutes, h.digital, Optional.empty());

        assertThat(reach(year).ways())
                .extracting(way -> way.way().because())
                .contains(new Way.Because.Granted(grant));
        assertThat(reach(press).ways()).hasSize(1);
        FolderReach whole = reach(FolderRef.whole(h.umwelt.id()), h.today);
        assertThat(whole.ways()).hasSize(1);
        assertThat(whole.inside()).hasSize(1);
    }

    @Test
    void those_who_belong_by_register_are_counted_through_the_units_above() {
        grant(minutes, h.saxony, Optional.empty());

        assertThat(sizes(reach(minutes).ways())).containsExactly(2, 5);
        assertThat(reach(minutes).everybody().size()).isEqualTo(5);
    }

    @Test
    void whoever_cannot_sign_in_reaches_nothing_today() {
        h.accounts.save(h.accounts.byId(h.max).orElseThrow().in(Account.State.SUSPENDED));

        assertThat(sizes(reach(minutes).ways())).containsExactly(1);
        assertThat(reachOf(h.max, h.today)).isEmpty();
    }

    @Test
    void a_day_to_come_and_a_day_gone_by_have_their_own_answer() {
        grant(minutes, h.digital, Optional.of(h.today.plusDays(9)));

        assertThat(reach(FolderRef.of(minutes), h.today.plusDays(9)).ways()).hasSize(2);
        assertThat(reach(FolderRef.of(minutes), h.today.plusDays(10)).ways()).hasSize(1);
        assertThat(reach(FolderRef.of(minutes), h.today.minusDays(1)).everybody().size()).isZero();
    }

    @Test
    void a_person_reaches_what_their_groups_reach() {
        h.belong(h.ada, h.digital, Role.MEMBER);
        Grant grant = grant(minutes, h.digital, Optional.empty());

        assertThat(reachOf(h.ada, h.today))
                .extracting(Way::because)
                .containsExactly(new Way.Because.Granted(grant));
        assertThat(reachOf(h.bo, h.today)).isEmpty();
        assertThat(reachOf(h.lea, h.today))
                .extracting(way -> way.group().orElseThrow())
                .containsExactly(people(h.umwelt));
    }

    @Test
    void a_folder_that_people_deleted_is_reached_by_nobody_it_was_granted_to() {
        grant(minutes, h.digital, Optional.empty());
        h.workspaces.save(minutes.deleted(true));

        assertThat(reach(minutes).ways()).hasSize(1);
    }

    @Test
    void a_grant_in_person_counts_one_and_a_link_nobody() {
        for (Grantee to : List.of(new Grantee.ToPerson(h.ada), new Grantee.ToLink(true))) {
            h.grants.add(
                    new Grant(
                            h.ids.grant(),
                            FolderRef.of(minutes),
                            to,
                            Set.of(Permission.READ),
                            Period.since(h.today),
                            "Klausur",
                            h.lea));
        }

        assertThat(sizes(reach(minutes).ways())).containsExactly(2, 1, 0);
        assertThat(reach(minutes).everybody().size()).isEqualTo(3);
        assertThat(reachOf(h.ada, h.today)).hasSize(1);
    }

    @Test
    void a_closed_folder_is_reached_by_the_leads_and_whom_it_was_granted_to() {
        h.workspaces.save(minutes.closedTo(Optional.of(Closing.LEADS)));
        grant(year, h.digital, Optional.empty());

        assertThat(reach(minutes).everybody().list()).containsExactly(h.lea);
        assertThat(reach(year).everybody().list()).containsExactlyInAnyOrder(h.lea, h.dan);
        assertThat(sizes(reach(press).ways())).containsExactly(2);
    }

    @Test
    void only_those_concerned_and_auditors_may_ask() {
        assertThatThrownBy(() -> h.tracing().person(Harbour.as(h.max), h.lea, h.today))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() ->
                        h.tracing()
                                .folder(Harbour.as(h.dan), FolderRef.whole(h.umwelt.id()), h.today))
                .isInstanceOf(Denied.class);
        h.duties.give(new DutyHeld(h.bo, Duty.AUDITOR, h.umwelt.id(), Optional.empty()));

        assertThat(done(h.tracing().person(Harbour.as(h.bo), h.lea, h.today)).ways()).hasSize(1);
        assertThatThrownBy(() -> h.tracing().person(Harbour.as(h.bo), h.dan, h.today))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_folder_of_another_workspace_is_not_found() {
        FolderRef foreign = new FolderRef(h.umwelt.id(), Optional.of(h.ids.folder()));

        assertThat(h.tracing().folder(Harbour.as(h.lea), foreign, h.today).refusal()).isPresent();
    }
}
