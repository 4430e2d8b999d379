package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.byhand.DecidedByHand;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.granting.TakingOverShares;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.FollowingFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was done by hand in a cloud: found by a run, decided by a lead, obeyed by the next run. */
class DriftInTheCloudTest {
    private static final Outcome APPLIED = new Outcome.Applied();
    private static final String MINUTES = "/AG Umwelt/AG Umwelt – Protokolle";
    private static final Whom WITH_DIGITAL = new Whom(Sort.GROUP, "AG Digital", Optional.empty());

    @TempDir Path directory;
    private final Harbour h = new Harbour();
    private EmbeddedNextcloud cloud;
    private Folder minutes;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        cloud.follow(
                () ->
                        CloudInputs.read(
                                h.units,
                                h.workspaces,
                                h.grants,
                                h.ceilings(),
                                h.passwords,
                                h.drifts,
                                h.shownAnew,
                                Entrants.byKind(),
                                h.today),
                new DecidedByHand(
                        new FollowingFolders(h.units, h.workspaces, h.trail),
                        new TakingOverShares(
                                h.workspaces,
                                h.grants,
                                h.units,
                                h.mailing(),
                                h.trail,
                                h.wake,
                                h.ids,
                                h.clock),
                        h.notingDrift()));
        minutes = done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Protokolle"));
        cloud.directoryFollows();
        cloud.users.person("dan", "geheim", "Dan").join("ag-digital", "dan");
        cloud.users.person("max", "geheim", "Max").join("ag-umwelt", "max");
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        quiet();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private void quiet() throws TargetUnavailable {
        assertThat(cloud.fullRun()).isEmpty();
    }

    private List<Shown> open() {
        return h.seeingDrift().in(as(h.lea), h.umwelt.id()).stream()
                .filter(shown -> shown.drift().open())
                .toList();
    }

    private Drift only(What what, Law law) {
        Drift drift = open().getFirst().drift();
        assertThat(open()).hasSize(1);
        assertThat(drift.found().what()).isEqualTo(what);
        assertThat(drift.found().law()).isEqualTo(law);
        return drift;
    }

    private void adopt(Drift drift) {
        done(h.decidingDrift().adopt(as(h.lea), drift.id(), "Zusammenarbeit"));
        assertThat(open()).isEmpty();
    }

    private void repair(Drift drift) {
        done(h.decidingDrift().repair(as(h.lea), drift.id()));
        assertThat(open()).isEmpty();
    }

    private List<Grant> grants() {
        return h.grants.by(h.umwelt.id(), h.today);
    }

    private Grant granted(FolderRef folder, Set<Permission> permissions) throws Exception {
        Grant grant =
                done(
                        h.granting()
                                .grant(
                                        as(h.lea),
                                        new Granting.Wish(
                                                folder,
                                                Federation.people(h.digital),
                                                permissions,
                                                Optional.empty(),
                                                "für die Website")));
        cloud.fullRun();
        quiet();
        return grant;
    }

    private OfShare share() {
        return new OfShare(minutes.id(), Federation.people(h.digital));
    }

    private TeamFolders folders() {
        return new TeamFolders(cloud.service().ocs());
    }

    private String team() {
        return cloud.id(new OfWorkspace(h.umwelt.id()));
    }

    private void move(String from, String to) throws Exception {
        try (EmbeddedNextcloud.Account service = cloud.service()) {
            service.dav().move(from, to, Cookies.NONE);
        }
    }

    private void letDigitalIn() throws Exception {
        folders().add(team(), "AG Digital");
        folders().permit(team(), "AG Digital", 1);
    }

    @Test
    void a_group_put_on_a_workspace_is_taken_off_at_once_and_comes_back_as_a_grant()
            throws Exception {
        letDigitalIn();
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt");

        cloud.fullRun();
        assertThat(cloud.sees("dan", "geheim")).isEmpty();
        Drift drift = only(What.GIVEN, Law.PUT_BACK);
        assertThat(drift.done()).isPresent();
        assertThat(drift.run().value().getMostSignificantBits()).isEqualTo(7);

        adopt(drift);
        assertThat(grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.folder()).isEqualTo(FolderRef.whole(h.umwelt.id()));
                    assertThat(grant.permissions()).isEqualTo(Federation.READ);
                    assertThat(grant.decidedBy()).isEqualTo(h.lea);
                    assertThat(grant.reason()).isEqualTo("Zusammenarbeit");
                });
        assertThat(cloud.granted(h.umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt");
        quiet();
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_to_stay_put_back_is_said_once() throws Exception {
        letDigitalIn();
        cloud.fullRun();
        repair(only(What.GIVEN, Law.PUT_BACK));

        quiet();
        assertThat(grants()).isEmpty();
        assertThat(open()).isEmpty();

        letDigitalIn();
        cloud.fullRun();
        only(What.GIVEN, Law.PUT_BACK);
    }

    @Test
    void what_a_killed_run_put_back_is_said_by_the_next() throws Exception {
        letDigitalIn();
        cloud.killedAtItsEnd();
        assertThat(only(What.GIVEN, Law.PUT_BACK).pending()).isTrue();

        quiet();
        assertThat(only(What.GIVEN, Law.PUT_BACK).pending()).isFalse();
        assertThat(h.drifts.pending()).isEmpty();
    }

    @Test
    void what_a_killed_run_ended_by_a_word_is_said_by_the_next() throws Exception {
        cloud.delete(MINUTES);
        cloud.fullRun();
        repair(only(What.DELETED, Law.LEFT));
        assertThat(h.drifts.pending()).hasSize(1);

        cloud.killedAtItsEnd();
        quiet();
        assertThat(h.drifts.pending()).isEmpty();
    }

    @Test
    void what_a_script_does_again_and_again_wants_one_word_and_is_audited_each_time()
            throws Exception {
        long before = putBack();
        for (int time = 1; time <= 3; time++) {
            letDigitalIn();
            cloud.fullRun();
            assertThat(only(What.GIVEN, Law.PUT_BACK).pending()).isFalse();
        }

        assertThat(h.seeingDrift().in(as(h.lea), h.umwelt.id())).hasSize(1);
        assertThat(putBack() - before).isEqualTo(3);
    }

    private long putBack() {
        return h.trail.entries().stream()
                .filter(entry -> entry.what().equals("drift.put-back"))
                .count();
    }

    @Test
    void folders_that_only_went_along_with_another_are_not_told_besides() throws Exception {
        done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Protokolle/2026"));
        cloud.granted(h.umwelt);
        move(MINUTES, "/AG Umwelt/Sitzungen");
        cloud.fullRun();

        repair(only(What.MOVED, Law.FOLLOWED));
        cloud.granted(h.umwelt);
        assertThat(cloud.sees("max", "geheim"))
                .contains("AG Umwelt/AG Umwelt – Protokolle/AG Umwelt – 2026");
        quiet();
    }

    @Test
    void a_folder_brought_back_before_the_one_around_it_is_no_obstacle_to_that() throws Exception {
        done(h.creatingFolders().create(as(h.lea), h.umwelt.id(), "Protokolle/2026"));
        cloud.granted(h.umwelt);
        move(MINUTES, "/AG Umwelt/Sitzungen");
        move("/AG Umwelt/Sitzungen/AG Umwelt – 2026", "/AG Umwelt/Jahr");
        cloud.fullRun();
        assertThat(open()).hasSize(2);

        for (String path : List.of("Jahr", "Sitzungen")) {
            repair(path);
            assertThat(cloud.granted(h.umwelt).values()).containsOnly(APPLIED);
        }
        assertThat(cloud.sees("max", "geheim"))
                .contains("AG Umwelt/AG Umwelt – Protokolle/AG Umwelt – 2026");
        quiet();
    }

    private void repair(String path) {
        Drift drift =
                open().stream()
                        .map(Shown::drift)
                        .filter(each -> each.found().place().path().equals(path))
                        .findFirst()
                        .orElseThrow();
        done(h.decidingDrift().repair(as(h.lea), drift.id()));
    }

    @Test
    void a_group_that_is_none_of_ours_cannot_be_adopted() throws Exception {
        cloud.users.group("it", "Technik");
        folders().add(team(), "Technik");
        cloud.fullRun();
        Drift drift = only(What.GIVEN, Law.PUT_BACK);

        assertThat(h.decidingDrift().adopt(as(h.lea), drift.id(), "").refusal())
                .get()
                .satisfies(no -> {
                    assertThat(no.rule()).isEqualTo(Rule.DRIFT_OF_STRANGERS);
                    assertThat(no.facts()).containsExactly("Technik");
                });
        assertThat(open()).hasSize(1);
    }

    @Test
    void the_own_people_taken_off_are_back_at_once_and_that_is_no_grant_to_end() throws Exception {
        folders().remove(team(), "AG Umwelt");
        assertThat(cloud.sees("max", "geheim")).isEmpty();

        cloud.fullRun();
        assertThat(cloud.sees("max", "geheim")).contains("AG Umwelt");
        Drift drift = only(What.TAKEN, Law.PUT_BACK);
        assertThat(h.decidingDrift().adopt(as(h.lea), drift.id(), "").refusal())
                .get()
                .extracting(no -> no.rule())
                .isEqualTo(Rule.DRIFT_RULED);
        repair(drift);
        quiet();
    }

    @Test
    void access_taken_from_a_grantee_is_given_back_and_ends_when_that_is_adopted()
            throws Exception {
        Grant grant = granted(FolderRef.whole(h.umwelt.id()), Federation.READ);
        folders().remove(team(), "AG Digital");
        cloud.fullRun();
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt");

        adopt(only(What.TAKEN, Law.PUT_BACK));
        cloud.granted(h.umwelt);
        assertThat(cloud.sees("dan", "geheim")).isEmpty();
        assertThat(h.grants.byId(grant.id()).orElseThrow().holdsOn(h.today)).isFalse();
        quiet();
    }

    @Test
    void a_share_ended_by_hand_is_made_again_and_ends_when_that_is_adopted() throws Exception {
        granted(FolderRef.of(minutes), Federation.READ);
        new Shares(cloud.service().ocs()).end(cloud.id(share()));
        cloud.fullRun();
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt – Protokolle");

        adopt(only(What.TAKEN, Law.PUT_BACK));
        cloud.granted(h.umwelt);
        assertThat(cloud.sees("dan", "geheim")).isEmpty();
        quiet();
    }

    @Test
    void a_share_changed_by_hand_is_put_back_and_changes_when_that_is_adopted() throws Exception {
        Grant grant = granted(FolderRef.of(minutes), Federation.READ);
        LocalDate until = LocalDate.of(2027, 1, 1);
        ShareObject wider = new ShareObject(5, Optional.of(until));
        new Shares(cloud.service().ocs())
                .change(cloud.id(share()), WITH_DIGITAL, wider, Optional.empty());
        cloud.fullRun();
        quiet();

        adopt(only(What.CHANGED, Law.PUT_BACK));
        Grant changed = h.grants.byId(grant.id()).orElseThrow();
        assertThat(changed.permissions()).isEqualTo(Set.of(Permission.READ, Permission.CREATE));
        assertThat(changed.until()).contains(until);
        cloud.granted(h.umwelt);
        assertThat(cloud.target.observe(Scope.everything()).get(share())).contains(wider);
        quiet();
    }

    @Test
    void what_the_service_account_shares_without_a_grant_is_ended_and_can_become_one()
            throws Exception {
        new Shares(cloud.service().ocs())
                .make(
                        MINUTES,
                        WITH_DIGITAL,
                        new ShareObject(1, Optional.empty()),
                        Optional.empty(),
                        Cookies.NONE);
        cloud.fullRun();
        assertThat(cloud.sees("dan", "geheim")).isEmpty();

        adopt(only(What.GIVEN, Law.PUT_BACK));
        cloud.granted(h.umwelt);
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt – Protokolle");
        quiet();
    }

    @Test
    void a_link_that_nobody_decided_is_ended_at_once() throws Exception {
        new Shares(cloud.service().ocs())
                .make(
                        MINUTES,
                        new Whom(Sort.LINK, "", Optional.of(new GrantId(new UUID(9, 9)))),
                        new ShareObject(1, Optional.empty()),
                        Optional.empty(),
                        Cookies.NONE);
        cloud.fullRun();

        assertThat(new Shares(cloud.service().ocs()).all()).isEmpty();
        assertThat(only(What.GIVEN, Law.PUT_BACK).done()).isPresent();
        quiet();
    }

    @Test
    void a_renamed_folder_is_followed_and_brought_back_when_that_is_wanted() throws Exception {
        move(MINUTES, "/AG Umwelt/Sitzungen");
        cloud.fullRun();
        Drift drift = only(What.MOVED, Law.FOLLOWED);
        assertThat(drift.found().place().from()).contains("Protokolle");
        assertThat(drift.found().place().path()).isEqualTo("Sitzungen");

        repair(drift);
        cloud.granted(h.umwelt);
        assertThat(cloud.sees("max", "geheim")).contains("AG Umwelt/AG Umwelt – Protokolle");
        quiet();
        assertThat(open()).isEmpty();
    }

    @Test
    void a_folder_taken_out_of_its_workspace_is_brought_back_at_once() throws Exception {
        move(MINUTES, "/Protokolle");
        cloud.fullRun();

        Drift drift = only(What.MOVED, Law.PUT_BACK);
        assertThat(h.decidingDrift().adopt(as(h.lea), drift.id(), "").refusal())
                .get()
                .extracting(no -> no.rule())
                .isEqualTo(Rule.DRIFT_OUT_OF_PLACE);
        assertThat(cloud.sees("max", "geheim")).contains("AG Umwelt/AG Umwelt – Protokolle");
        quiet();
    }

    @Test
    void a_deleted_folder_waits_for_a_word_and_its_grants_end_by_it() throws Exception {
        granted(FolderRef.of(minutes), Federation.READ);
        cloud.delete(MINUTES);
        cloud.fullRun();
        assertThat(only(What.DELETED, Law.LEFT).waits()).isTrue();
        quiet();
        assertThat(grants()).hasSize(1);

        adopt(only(What.DELETED, Law.LEFT));
        assertThat(grants()).isEmpty();
        quiet();
    }

    @Test
    void a_deleted_folder_is_made_again_with_its_grants_by_a_word() throws Exception {
        granted(FolderRef.of(minutes), Federation.READ);
        cloud.delete(MINUTES);
        cloud.fullRun();

        repair(only(What.DELETED, Law.LEFT));
        assertThat(cloud.granted(h.umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.sees("dan", "geheim")).contains("AG Umwelt – Protokolle");
        quiet();
        assertThat(open()).isEmpty();
    }

    @Test
    void a_deleted_folder_that_people_restore_waits_for_no_word_any_more() throws Exception {
        cloud.delete(MINUTES);
        cloud.fullRun();
        only(What.DELETED, Law.LEFT);

        cloud.restore();
        cloud.fullRun();
        assertThat(open()).isEmpty();
        quiet();
    }

    @Test
    void what_could_not_be_put_back_yet_says_so_until_it_is() throws Exception {
        letDigitalIn();
        cloud.server.failAlways(
                seen -> seen.method().equals("DELETE"), new Fault.Status(503, "text/html", ""));
        cloud.fullRun();
        assertThat(only(What.GIVEN, Law.PUT_BACK).done()).isEmpty();

        cloud.server.heal();
        cloud.now = cloud.now.plusSeconds(600);
        cloud.fullRun();
        assertThat(only(What.GIVEN, Law.PUT_BACK).done()).isPresent();
        quiet();
    }

    /** The laws of the reconciler, where something is done by hand. */
    @Nested
    class The_laws {
        @Test
        void a_key_is_an_identity_so_a_moved_folder_keeps_its_grants_and_its_decisions()
                throws Exception {
            Grant grant = granted(FolderRef.of(minutes), Federation.READ);
            move(MINUTES, "/AG Umwelt/Sitzungen");
            cloud.fullRun();

            assertThat(only(What.MOVED, Law.FOLLOWED).found().place().folder())
                    .contains(minutes.id());
            assertThat(grants()).containsExactly(grant);
            assertThat(cloud.sees("dan", "geheim")).hasSize(1);
        }

        @Test
        void key_order_is_creation_order_so_a_folder_made_again_is_there_before_its_share()
                throws Exception {
            granted(FolderRef.of(minutes), Federation.READ);
            cloud.delete(MINUTES);
            cloud.fullRun();
            repair(only(What.DELETED, Law.LEFT));

            assertThat(cloud.granted(h.umwelt).keySet())
                    .extracting(change -> change.key().getClass().getSimpleName())
                    .containsExactly("OfFolder", "OfShare");
        }

        @Test
        void only_what_carries_our_mark_is_touched_so_foreign_team_folders_are_no_drift()
                throws Exception {
            String foreign = folders().make("AG Umwelt");
            folders().add(foreign, "AG Digital");
            quiet();

            folders().add(foreign, "AG Umwelt");
            quiet();
            assertThat(open()).isEmpty();
        }

        @Test
        void all_is_observed_or_nothing_so_half_a_cloud_shows_no_drift() throws Exception {
            letDigitalIn();
            cloud.server.failAlways(
                    seen -> seen.path().contains("/shares"),
                    new Fault.Status(500, "text/html", ""));

            assertThatThrownBy(() -> cloud.fullRun()).isInstanceOf(TargetUnavailable.class);
            assertThat(open()).isEmpty();
        }

        @Test
        void a_suspicious_plan_waits_so_looking_alone_notes_nothing() throws Exception {
            letDigitalIn();
            assertThat(cloud.plan(Scope.everything()).changes()).hasSize(1);
            assertThat(cloud.plan(Scope.everything()).changes()).hasSize(1);
            assertThat(open()).isEmpty();

            cloud.fullRun();
            only(What.GIVEN, Law.PUT_BACK);
        }

        @Test
        void workspaces_never_drop_out_so_one_renamed_by_hand_gets_its_name_back()
                throws Exception {
            folders().rename(team(), "Unsinn");
            cloud.fullRun();

            Drift drift = only(What.RENAMED, Law.PUT_BACK);
            assertThat(drift.found().stranger()).isEqualTo("Unsinn");
            assertThat(cloud.sees("max", "geheim")).contains("AG Umwelt");
        }

        @Test
        void level_not_edge_so_what_was_undone_by_hand_before_a_run_was_never_there()
                throws Exception {
            letDigitalIn();
            folders().remove(team(), "AG Digital");

            quiet();
            assertThat(open()).isEmpty();
        }

        @Test
        void a_plan_is_bound_to_what_was_observed_so_drift_makes_it_another() throws Exception {
            granted(FolderRef.of(minutes), Federation.READ);
            h.granting().end(as(h.lea), grants().getFirst().id());
            String before = cloud.plan(Scope.everything()).hash();
            letDigitalIn();

            assertThat(cloud.plan(Scope.everything()).hash()).isNotEqualTo(before);
        }

        @Test
        void our_own_work_is_no_drift_however_far_it_came() throws Exception {
            granted(FolderRef.of(minutes), Federation.READ);
            h.granting().end(as(h.lea), grants().getFirst().id());
            cloud.fullRun();
            granted(FolderRef.whole(h.umwelt.id()), Federation.ALL);

            assertThat(h.seeingDrift().in(as(h.lea), h.umwelt.id())).isEmpty();
        }
    }
}
