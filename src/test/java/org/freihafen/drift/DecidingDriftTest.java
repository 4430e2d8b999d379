package org.freihafen.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.drift.Drifting.done;
import static org.freihafen.drift.Drifting.found;
import static org.freihafen.drift.Drifting.given;
import static org.freihafen.drift.Drifting.noted;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.What;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Touched;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may say what of things done by hand, and what comes of it. */
class DecidingDriftTest {
    private final Harbour h = new Harbour();
    private final DecidingDrift deciding = h.decidingDrift();
    private final SeeingDrift seeing = h.seeingDrift();

    private GroupId digital() {
        return new GroupId(h.digital.id(), Part.PEOPLE);
    }

    private GroupId own() {
        return new GroupId(h.umwelt.id(), Part.PEOPLE);
    }

    private List<Grant> grants() {
        return h.grants.by(h.umwelt.id(), h.today);
    }

    private Folder folder(String path) {
        return done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), path));
    }

    private String path(Folder folder) {
        return h.workspaces.folder(folder.id()).orElseThrow().path();
    }

    private Grant granted(FolderRef where, Grantee to, String reason) {
        return done(
                h.granting()
                        .grant(
                                as(h.lea),
                                new Granting.Wish(
                                        where,
                                        to,
                                        Set.of(Permission.READ),
                                        Optional.of(h.today.plusDays(7)),
                                        reason,
                                        Optional.empty())));
    }

    /** Moved by hand and followed, as a run does it. */
    private Drift moved(Folder folder, String to) {
        Folder before = h.workspaces.folder(folder.id()).orElseThrow();
        h.workspaces.save(before.at(to));
        return noted(
                h,
                found(h, What.MOVED, Law.FOLLOWED)
                        .in("folder:" + folder.id())
                        .at(new Place(Optional.of(folder.id()), to, Optional.of(before.path()))));
    }

    /** Deleted by hand, as a run notes it. */
    private Drift deleted(Folder folder) {
        h.workspaces.save(folder.deleted(true));
        return noted(
                h,
                found(h, What.DELETED, Law.LEFT)
                        .in("folder:" + folder.id())
                        .at(Place.of(folder.id(), folder.path())));
    }

    private static Rule refused(Decision<Drift> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }

    @Test
    void leads_see_what_was_done_in_their_own_workspace_alone() {
        Drift drift = given(h);

        assertThat(seeing.in(as(h.lea), h.umwelt.id()))
                .extracting(SeeingDrift.Shown::drift)
                .containsExactly(drift);
        assertThatThrownBy(() -> seeing.in(as(h.max), h.umwelt.id())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> seeing.in(as(h.dan), h.umwelt.id())).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> seeing.everywhere(as(h.lea))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> deciding.adopt(as(h.dan), drift.id(), ""))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> deciding.repair(as(h.max), drift.id())).isInstanceOf(Denied.class);
    }

    @Test
    void a_word_is_said_once_and_wakes_the_loop() {
        Drift drift = given(h);
        done(deciding.adopt(as(h.lea), drift.id(), "Website"));

        assertThat(refused(deciding.repair(as(h.lea), drift.id()))).isEqualTo(Rule.NOT_FOUND);
        assertThat(h.wake.heard()).contains(Touched.workspace(h.umwelt.id()));
        assertThat(grants()).singleElement().extracting(Grant::reason).isEqualTo("Website");
    }

    @Test
    void found_again_before_anybody_said_a_word_it_is_the_same_thing() {
        Drift drift = given(h);
        given(h);

        assertThat(h.drifts.open()).extracting(Drift::id).containsExactly(drift.id());
    }

    @Test
    void a_move_found_again_by_the_run_after_a_killed_one_is_noted_once() {
        Folder folder = folder("Aktionen");
        Drift moved = moved(folder, "Archiv");
        h.notingDrift().note(List.of(moved.found()), Drifting.RUN);

        assertThat(h.drifts.open()).extracting(Drift::id).containsExactly(moved.id());
    }

    @Test
    void moved_to_and_fro_each_way_is_one_thing_however_often() {
        Folder folder = folder("Aktionen");
        for (int time = 1; time <= 3; time++) {
            moved(folder, "Archiv");
            moved(folder, "Aktionen");
        }

        assertThat(h.drifts.open())
                .extracting(drift -> drift.found().place().path())
                .containsExactlyInAnyOrder("Archiv", "Aktionen");
    }

    @Test
    void done_by_hand_again_after_somebody_said_a_word_it_wants_another() {
        Drift drift = given(h);
        h.notingDrift().done("working", drift.found().object());
        done(deciding.repair(as(h.lea), drift.id()));
        given(h);
        given(h);

        assertThat(h.drifts.open())
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.id()).isNotEqualTo(drift.id());
                    assertThat(again.pending()).isTrue();
                });
    }

    @Test
    void what_a_ceiling_forbids_is_not_adopted() {
        h.unitCeilings.put(h.saxony.id(), Ceiling.CLOSED);
        Drift drift =
                noted(
                        h,
                        found(h, What.SHARED, Law.PUT_BACK)
                                .to(new Grantee.ToFederated("anna@cloud.example.org"))
                                .is(Drifting.READING));

        assertThat(refused(deciding.adopt(as(h.lea), drift.id(), ""))).isEqualTo(Rule.CEILING_KIND);
        assertThat(h.drifts.byId(drift.id()).orElseThrow().open()).isTrue();
        assertThat(grants()).isEmpty();
    }

    @Test
    void rights_that_follow_from_a_kind_are_no_grants() {
        Drift drift =
                noted(
                        h,
                        found(h, What.CHANGED, Law.PUT_BACK)
                                .to(new Grantee.ToGroup(own()))
                                .was(Drifting.ALL)
                                .is(Drifting.READING));

        assertThat(refused(deciding.adopt(as(h.lea), drift.id(), ""))).isEqualTo(Rule.DRIFT_RULED);
        assertThat(seeing.in(as(h.lea), h.umwelt.id()).getFirst().notAdopted())
                .get()
                .extracting(Refusal::rule)
                .isEqualTo(Rule.DRIFT_RULED);
    }

    @Test
    void changed_rights_of_a_group_on_a_workspace_keep_the_end_of_its_grant() {
        Grant grant =
                granted(FolderRef.whole(h.umwelt.id()), new Grantee.ToGroup(digital()), "Web");
        Drift drift =
                noted(
                        h,
                        found(h, What.CHANGED, Law.PUT_BACK)
                                .to(new Grantee.ToGroup(digital()))
                                .was(Drifting.READING)
                                .is(Drifting.ALL));

        done(deciding.adopt(as(h.lea), drift.id(), ""));
        assertThat(grants())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.permissions()).isEqualTo(Set.of(Permission.values()));
                    assertThat(changed.until()).isPresent().isEqualTo(grant.until());
                });
    }

    @Test
    void a_share_taken_over_can_be_ended_again() {
        done(deciding.adopt(as(h.lea), given(h).id(), ""));
        Drift taken =
                noted(
                        h,
                        found(h, What.SHARED, Law.TAKEN_OVER)
                                .to(new Grantee.ToGroup(digital()))
                                .by(h.max)
                                .is(Drifting.READING));
        assertThat(taken.done()).isPresent();

        done(deciding.repair(as(h.lea), taken.id()));
        assertThat(grants()).isEmpty();
    }

    @Test
    void what_was_shared_in_a_folder_that_became_known_by_it_can_be_ended_too() {
        Folder pictures = done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Bilder"));
        Drift given =
                noted(
                        h,
                        found(h, What.GIVEN, Law.PUT_BACK)
                                .at(Place.of(pictures.id(), "Bilder"))
                                .to(new Grantee.ToGroup(digital()))
                                .is(Drifting.READING));
        done(deciding.adopt(as(h.lea), given.id(), ""));
        Drift taken =
                noted(
                        h,
                        found(h, What.SHARED, Law.TAKEN_OVER)
                                .at(new Place(Optional.empty(), "Bilder", Optional.empty()))
                                .to(new Grantee.ToGroup(digital()))
                                .is(Drifting.READING));

        done(deciding.repair(as(h.lea), taken.id()));
        assertThat(grants()).isEmpty();
    }

    @Test
    void a_folder_that_only_the_cloud_knows_is_no_place_for_a_grant() {
        Drift drift =
                noted(
                        h,
                        found(h, What.SHARED, Law.PUT_BACK)
                                .at(new Place(Optional.empty(), "Bilder", Optional.empty()))
                                .to(new Grantee.ToGroup(digital()))
                                .is(Drifting.READING));

        assertThat(refused(deciding.adopt(as(h.lea), drift.id(), "")))
                .isEqualTo(Rule.DRIFT_IN_UNKNOWN_FOLDER);
    }

    @Test
    void persons_accept_first_and_a_password_is_nobodys_here_so_both_are_granted_anew() {
        for (Grantee to : List.of(new Grantee.ToPerson(h.ada), new Grantee.ToLink(true))) {
            Drift drift = noted(h, found(h, What.GIVEN, Law.PUT_BACK).to(to).is(Drifting.READING));
            assertThat(refused(deciding.adopt(as(h.lea), drift.id(), "")))
                    .isEqualTo(Rule.DRIFT_ANEW);
        }
    }

    @Test
    void of_two_links_to_one_folder_the_one_that_was_deleted_ends() {
        FolderRef all = FolderRef.whole(h.umwelt.id());
        Grant press = granted(all, new Grantee.ToLink(false), "Presse");
        Grant printer = granted(all, new Grantee.ToLink(false), "Druckerei");
        Drift taken =
                noted(
                        h,
                        found(h, What.TAKEN, Law.PUT_BACK)
                                .in("share:workspace=" + h.umwelt.id() + ":link=" + printer.id())
                                .to(new Grantee.ToLink(false))
                                .was(Drifting.READING));

        done(deciding.adopt(as(h.lea), taken.id(), ""));
        assertThat(grants()).extracting(Grant::id).containsExactly(press.id());
    }

    @Test
    void a_folder_is_brought_back_with_all_that_lies_in_it() {
        Folder above = folder("Aktionen");
        Folder inside = folder("Aktionen/Plakate");
        Folder beside = folder("Aktionen 2027");
        Drift first = moved(above, "Archiv");
        Drift second = moved(inside, "Archiv/Plakate");

        done(deciding.repair(as(h.lea), first.id()));
        assertThat(path(above)).isEqualTo("Aktionen");
        assertThat(path(inside)).isEqualTo("Aktionen/Plakate");
        assertThat(path(beside)).isEqualTo("Aktionen 2027");

        done(deciding.repair(as(h.lea), second.id()));
        assertThat(path(inside)).isEqualTo("Aktionen/Plakate");
    }

    @Test
    void a_folder_goes_back_into_the_one_around_it_wherever_that_lies_now() {
        Folder above = folder("Aktionen");
        Folder inside = folder("Aktionen/Plakate");
        Drift first = moved(above, "Archiv");
        Drift second = moved(inside, "Archiv/Bilder");

        done(deciding.repair(as(h.lea), second.id()));
        assertThat(path(inside)).isEqualTo("Archiv/Plakate");

        done(deciding.repair(as(h.lea), first.id()));
        assertThat(path(above)).isEqualTo("Aktionen");
        assertThat(path(inside)).isEqualTo("Aktionen/Plakate");
    }

    @Test
    void the_one_around_it_brought_back_first_takes_along_what_is_still_to_be_decided() {
        Folder above = folder("Aktionen");
        Folder inside = folder("Aktionen/Plakate");
        Drift first = moved(above, "Archiv");
        Drift second = moved(inside, "Archiv/Bilder");

        done(deciding.repair(as(h.lea), first.id()));
        assertThat(path(inside)).isEqualTo("Aktionen/Bilder");
        assertThat(h.drifts.byId(second.id()).orElseThrow().found().place().path())
                .isEqualTo("Aktionen/Bilder");

        done(deciding.repair(as(h.lea), second.id()));
        assertThat(path(inside)).isEqualTo("Aktionen/Plakate");
    }

    @Test
    void nothing_is_brought_back_onto_what_lies_there_now() {
        Folder above = folder("Aktionen");
        Folder inside = folder("Aktionen/Plakate");
        Drift first = moved(above, "Archiv");
        moved(inside, "Archiv/Plakate");
        folder("Aktionen/Plakate");

        assertThat(refused(deciding.repair(as(h.lea), first.id()))).isEqualTo(Rule.FOLDER_EXISTS);
        assertThat(path(above)).isEqualTo("Archiv");
        assertThat(path(inside)).isEqualTo("Archiv/Plakate");
    }

    @Test
    void an_older_move_is_not_undone_after_a_newer_one() {
        Folder folder = folder("Aktionen");
        Drift older = moved(folder, "Archiv");
        Drift newer = moved(folder, "Ablage");

        assertThat(refused(deciding.repair(as(h.lea), older.id())))
                .isEqualTo(Rule.CHANGED_SINCE_SHOWN);
        done(deciding.repair(as(h.lea), newer.id()));
        assertThat(path(folder)).isEqualTo("Archiv");
    }

    @Test
    void administrators_too_have_a_deleted_folder_made_again() {
        h.duties.give(new DutyHeld(h.ada, Duty.ADMINISTRATOR, h.federation.id(), Optional.empty()));
        Folder folder = folder("Aktionen");
        Drift deleted = deleted(folder);

        done(deciding.repair(as(h.ada), deleted.id()));
        assertThat(h.workspaces.folder(folder.id())).contains(folder);
        assertThat(h.trail.entries())
                .contains(
                        AuditEntry.of(
                                as(h.ada), "folder.created", h.umwelt.id(), folder.id().value()));
    }

    @Test
    void with_a_deleted_folder_end_the_grants_on_it_and_on_all_in_it() {
        Folder above = folder("Aktionen");
        Folder inside = folder("Aktionen/Plakate");
        Folder beside = folder("Aktionen 2027");
        Grantee to = new Grantee.ToGroup(digital());
        granted(FolderRef.of(above), to, "");
        granted(FolderRef.of(inside), to, "");
        Grant stays = granted(FolderRef.of(beside), to, "");
        deleted(inside);

        done(deciding.adopt(as(h.lea), deleted(above).id(), ""));
        assertThat(grants()).containsExactly(stays);
    }

    @Test
    void where_one_grant_cannot_be_ended_nothing_is_decided() {
        Folder folder = folder("Aktionen");
        Grant grant = granted(FolderRef.of(folder), new Grantee.ToGroup(digital()), "");
        h.grants.save(grant.during(Period.since(h.today.plusDays(1))));
        Drift deleted = deleted(folder);

        assertThatThrownBy(() -> deciding.adopt(as(h.lea), deleted.id(), ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(h.drifts.byId(deleted.id()).orElseThrow().open()).isTrue();
    }

    @Test
    void a_folder_is_not_brought_back_to_where_another_lies_now() {
        Folder folder = done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Sitzungen"));
        done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Protokolle"));
        Drift moved =
                noted(
                        h,
                        found(h, What.MOVED, Law.FOLLOWED)
                                .at(
                                        new Place(
                                                Optional.of(folder.id()),
                                                "Sitzungen",
                                                Optional.of("protokolle"))));

        assertThat(refused(deciding.repair(as(h.lea), moved.id()))).isEqualTo(Rule.FOLDER_EXISTS);
    }

    @Test
    void a_link_that_somebody_shared_stays_or_ends_by_a_word() {
        Drift stays =
                noted(
                        h,
                        found(h, What.SHARED, Law.LEFT)
                                .to(new Grantee.ToLink(false))
                                .is(Drifting.READING));
        done(deciding.adopt(as(h.lea), stays.id(), ""));
        assertThat(h.drifts.pending()).isEmpty();

        Drift ends =
                noted(
                        h,
                        found(h, What.SHARED, Law.LEFT)
                                .at(Place.of(h.ids.folder(), "Protokolle"))
                                .to(new Grantee.ToLink(true))
                                .is(Drifting.READING));
        done(deciding.repair(as(h.lea), ends.id()));
        assertThat(h.drifts.pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.ordered()).isTrue());
        h.notingDrift().done("working", ends.found().object());
        assertThat(h.drifts.pending()).isEmpty();
    }
}
