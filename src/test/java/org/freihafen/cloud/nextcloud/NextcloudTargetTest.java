package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Federation;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.shares.Folder;
import org.freihafen.shares.FolderRef;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class NextcloudTargetTest {
    private static final Outcome APPLIED = new Outcome.Applied();

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;
    private Folder minutes;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        minutes = cloud.federation.folder(umwelt, "Protokolle");
        cloud.directoryFollows();
        cloud.users.person("nils", "geheim", "Nils Beispiel").join("ag-umwelt", "nils");
        cloud.users.person("paul", "geheim", "Paul Beispiel").join("ag-digital", "paul");
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        cloud.forgetRequests();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private void converged() throws Exception {
        assertThat(cloud.target.observe(Scope.everything())).isEqualTo(cloud.federation.desired());
    }

    @Test
    void a_full_run_brings_everything_and_the_next_finds_nothing_to_do() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
        converged();
    }

    @Test
    void a_full_run_with_nothing_to_do_costs_two_requests_and_one_for_the_mark() throws Exception {
        cloud.target.epoch();
        assertThat(cloud.fullRun()).isEmpty();

        assertThat(cloud.requests()).hasSize(3);
    }

    @Test
    void members_and_grantees_see_what_is_theirs_and_nothing_else() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.granted(umwelt);

        assertThat(cloud.sees("nils", "geheim"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/AG Umwelt – Protokolle");
        assertThat(cloud.sees("paul", "geheim"))
                .containsExactlyInAnyOrder("AG Digitales", "AG Umwelt – Protokolle");
    }

    @Test
    void a_grant_a_change_and_an_end_cost_one_request_each() throws Exception {
        var grant = cloud.federation.grant(minutes, digital, Federation.READ);
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(1);

        cloud.federation.change(grant, Federation.ALL);
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(2);

        cloud.federation.end(grant);
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(3);
        converged();
    }

    @Test
    void a_grant_to_a_group_that_the_cloud_has_not_met_costs_two_requests() throws Exception {
        Unit district = cloud.federation.unit("kv", "region", "Bezirk Nord");
        cloud.directoryFollows();
        cloud.federation.grant(minutes, district, Federation.READ);

        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(2);
    }

    @Test
    void a_whole_workspace_granted_costs_two_requests_and_its_end_one() throws Exception {
        var grant =
                cloud.federation.grant(
                        FolderRef.whole(umwelt.id()), Federation.people(digital), Federation.READ);
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(2);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt");

        cloud.federation.end(grant);
        cloud.forgetRequests();
        cloud.granted(umwelt);
        assertThat(cloud.requests()).hasSize(1);
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");
        converged();
    }

    @Test
    void founding_with_a_workspace_a_folder_and_a_first_grant_costs_eight_requests()
            throws Exception {
        Unit klima = cloud.federation.group("ag-klima", "AG Klima");
        cloud.directoryFollows();
        cloud.touched(klima);
        Folder plans = cloud.federation.folder(klima, "Pläne");
        cloud.touched(klima);
        cloud.federation.grant(plans, digital, Federation.ALL);
        cloud.touched(klima);

        assertThat(cloud.requests()).hasSize(8);
        converged();
    }

    @Test
    void an_end_is_written_into_the_cloud_as_the_first_day_without_the_grant() throws Exception {
        LocalDate until = LocalDate.of(2027, 7, 1);
        cloud.federation.grant(
                FolderRef.of(minutes),
                Federation.people(digital),
                Federation.READ,
                Optional.of(until));
        cloud.touched(umwelt);

        assertThat(cloud.target.observe(Scope.everything()).get(share()))
                .contains(new ShareObject(1, Optional.of(until)));
        converged();
    }

    @Test
    void a_renamed_unit_keeps_its_team_folder_its_folders_and_its_shares() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        Folder year = cloud.federation.folder(umwelt, "Protokolle/2026");
        cloud.touched(umwelt);
        List<?> before = cloud.ids.all("working").stream().map(known -> known.id()).toList();

        cloud.federation.rename(umwelt, "AG Klima");
        assertThat(cloud.touched(umwelt).values()).containsOnly(APPLIED);

        assertThat(cloud.ids.all("working").stream().map(known -> known.id()).toList())
                .isEqualTo(before);
        assertThat(cloud.sees("nils", "geheim"))
                .containsExactlyInAnyOrder(
                        "AG Klima",
                        "AG Klima/AG Klima – Protokolle",
                        "AG Klima/AG Klima – Protokolle/AG Klima – 2026");
        assertThat(cloud.sees("paul", "geheim")).anyMatch(path -> path.endsWith("Protokolle"));
        assertThat(cloud.target.observe(Scope.everything()).get(new OfFolder(year.id())))
                .contains(new FolderObject(umwelt.id(), "AG Klima – Protokolle/AG Klima – 2026"));
        converged();
    }

    @Test
    void an_archived_workspace_keeps_its_files_and_nobody_reaches_it() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        cloud.federation.end(umwelt);
        assertThat(cloud.touched(umwelt).values()).containsOnly(APPLIED);

        assertThat(cloud.sees("nils", "geheim")).isEmpty();
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");
        assertThat(cloud.service().propfind("AG Umwelt (AG-UMWELT)")).hasSize(2);
        converged();
    }

    @Test
    void hand_made_team_folders_and_shares_survive() throws Exception {
        Ocs ocs = cloud.service().ocs();
        TeamFolders folders = new TeamFolders(ocs);
        String foreign = folders.make("AG Umwelt");
        folders.add(foreign, "AG Digitales");
        Dav dav = cloud.service().dav();
        dav.make("/Eigenes", Session.Cookies.NONE);
        Shares shares = new Shares(ocs);
        shares.make(
                "/Eigenes",
                "AG Digitales",
                new ShareObject(1, Optional.empty()),
                Session.Cookies.NONE);

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(folders.one(foreign).groups()).containsOnlyKeys("AG Digitales");
        assertThat(shares.all()).hasSize(1);
    }

    @Test
    void what_people_change_by_hand_is_seen_and_mended() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        Ocs ocs = cloud.service().ocs();
        new Shares(ocs).change(cloud.id(share()), new ShareObject(15, Optional.empty()));
        String id = cloud.id(new OfWorkspace(umwelt.id()));
        new TeamFolders(ocs).rename(id, "Unsinn");
        new TeamFolders(ocs).remove(id, "AG Umwelt");
        new TeamFolders(ocs).permit(id, EmbeddedNextcloud.SERVICE_GROUP, 1);

        assertThat(cloud.plan(Scope.everything()).changes()).hasSize(2);
        cloud.fullRun();
        converged();
    }

    @Test
    void a_group_put_on_a_workspace_by_hand_is_drift_and_taken_off_again() throws Exception {
        cloud.users.group("it", "Technik").person("tina", "geheim", "Tina").join("it", "tina");
        String id = cloud.id(new OfWorkspace(umwelt.id()));
        TeamFolders folders = new TeamFolders(cloud.service().ocs());
        folders.add(id, "Technik");
        folders.add(id, "AG Digitales");
        assertThat(cloud.sees("tina", "geheim")).contains("AG Umwelt");

        var plan = cloud.plan(Scope.everything());
        assertThat(plan.changes().stream().map(cloud.reconciliation::describe))
                .containsExactly("~ AG Umwelt −AG Digitales −'Technik'");
        assertThat(cloud.reconciliation.losses(plan, cloud.target.observe(Scope.everything())))
                .extracting(loss -> loss.what() + "/" + loss.where() + "/" + loss.lost())
                .contains("workspaces//1", "workspaces/AG Umwelt/2");

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.sees("tina", "geheim")).isEmpty();
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");
        converged();
    }

    @Test
    void a_whole_workspace_granted_until_a_day_is_taken_back_on_that_day() throws Exception {
        LocalDate until = Federation.TODAY.plusDays(3);
        cloud.federation.grant(
                FolderRef.whole(umwelt.id()),
                Federation.people(digital),
                Federation.READ,
                Optional.of(until));
        cloud.granted(umwelt);
        cloud.federation.today(until.minusDays(1));
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt");

        cloud.federation.today(until);
        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");
        assertThat(
                        new TeamFolders(cloud.service().ocs())
                                .one(cloud.id(new OfWorkspace(umwelt.id())))
                                .groups())
                .doesNotContainKey("AG Digitales");
        converged();
    }

    @Test
    void a_share_that_was_ended_by_hand_is_made_again() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        new Shares(cloud.service().ocs()).end(cloud.id(share()));

        assertThat(cloud.fullRun().keySet()).singleElement().isInstanceOf(Change.Create.class);
        converged();
    }

    @Test
    void a_folder_renamed_by_hand_is_found_again_and_not_doubled() throws Exception {
        Dav dav = cloud.service().dav();
        dav.move("/AG Umwelt/AG Umwelt – Protokolle", "/AG Umwelt/Von Hand", Session.Cookies.NONE);
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.touched(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.service().propfind("AG Umwelt"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/Von Hand");
        cloud.fullRun();
        assertThat(cloud.sees("nils", "geheim"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/AG Umwelt – Protokolle");
        converged();
    }

    @Test
    void another_folder_that_took_the_name_is_not_shared_instead() throws Exception {
        Dav dav = cloud.service().dav();
        String place = "/AG Umwelt/AG Umwelt – Protokolle";
        dav.move(place, "/AG Umwelt/Alt", Session.Cookies.NONE);
        dav.make(place, Session.Cookies.NONE);
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.touched(umwelt);

        assertThat(new Shares(cloud.service().ocs()).all())
                .singleElement()
                .satisfies(share -> assertThat(share.path()).isEqualTo("/AG Umwelt/Alt"));
    }

    @Test
    void a_folder_that_people_deleted_is_made_again_when_it_is_granted() throws Exception {
        cloud.delete("AG Umwelt/AG Umwelt – Protokolle");
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.touched(umwelt).values()).containsExactly(APPLIED);
        converged();
    }

    @Test
    void a_folder_below_one_that_is_missing_brings_it_along() throws Exception {
        Folder deep = cloud.federation.folder(umwelt, "Finanzen/2026/Belege");
        assertThat(cloud.touched(umwelt).values()).containsExactly(APPLIED);
        cloud.federation.grant(deep, digital, Federation.READ);
        cloud.touched(umwelt);

        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Belege");
        converged();
    }

    @Test
    void a_team_folder_that_somebody_destroyed_is_made_anew() throws Exception {
        cloud.destroy(cloud.id(new OfWorkspace(umwelt.id())));

        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        converged();
    }

    @Test
    void a_group_that_the_cloud_does_not_know_yet_waits_and_the_others_do_not() throws Exception {
        Unit state = cloud.federation.unit("sn", "state", "Sachsen");
        cloud.users.group("sn", "Sachsen");

        assertThat(cloud.touched(state).values())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.toString())
                                .contains("Unavailable", "'Sachsen – Leitung'", "ldapCacheTTL"));
        WorkspaceObject so_far =
                (WorkspaceObject)
                        cloud.target
                                .observe(Scope.everything())
                                .get(new OfWorkspace(state.id()))
                                .orElseThrow();
        assertThat(so_far.name()).isEqualTo("Sachsen");
        assertThat(so_far.groups()).containsOnlyKeys(Federation.people(state));

        cloud.directoryFollows();
        assertThat(cloud.touched(state).values()).containsExactly(APPLIED);
        converged();
    }

    @Test
    void a_group_keeps_the_clouds_name_for_it_when_the_unit_is_renamed() throws Exception {
        cloud.federation.rename(digital, "AG Netzpolitik");
        cloud.directoryFollows();
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.touched(umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.ids.groups("working"))
                .containsEntry(Federation.people(digital), "AG Digitales");
    }

    @Test
    void the_mark_is_left_and_read_back() throws Exception {
        assertThat(cloud.target.epoch()).isEmpty();
        Epoch mark = new Epoch(UUID.fromString("0192f7c2-5d1e-7000-8000-000000000001"), 7);
        cloud.target.leave(mark);
        cloud.connect();

        assertThat(cloud.target.epoch()).contains(mark);
    }

    @Test
    void what_a_plan_takes_away_is_counted_overall_and_by_unit() throws Exception {
        var grant = cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        cloud.federation.end(grant);
        var plan = cloud.plan(Scope.everything());

        assertThat(cloud.reconciliation.losses(plan, cloud.target.observe(Scope.everything())))
                .extracting(loss -> loss.what() + "/" + loss.where() + "/" + loss.lost())
                .containsExactly("shares//1", "shares/AG Umwelt/1");
        assertThat(plan.changes().stream().map(cloud.reconciliation::describe))
                .containsExactly("- AG Umwelt: Protokolle → AG Digitales");

        cloud.federation.end(umwelt);
        var archiving = cloud.plan(Scope.everything());
        assertThat(cloud.reconciliation.losses(archiving, cloud.target.observe(Scope.everything())))
                .extracting(loss -> loss.what() + "/" + loss.where() + "/" + loss.lost())
                .contains("workspaces//1");
        assertThat(archiving.changes().stream().map(cloud.reconciliation::describe))
                .contains("~ AG Umwelt (AG-UMWELT) (AG Umwelt) −AG Umwelt");
    }

    private OfShare share() {
        return new OfShare(minutes.id(), Federation.people(digital));
    }
}
