package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.Recipient;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.LinkPassword;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class NextcloudTargetTest {
    private static final PersonId ROSA = new PersonId(new UUID(4, 4));
    private static final Shares.Whom WITH_DIGITAL =
            new Shares.Whom(Shares.Sort.GROUP, "AG Digitales", Optional.empty());

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
    void a_full_run_with_nothing_to_do_costs_four_requests_and_one_for_the_service_account()
            throws Exception {
        cloud.fullRun();
        for (int hours = 0; hours < 24; hours++) {
            cloud.now = cloud.now.plus(Duration.ofHours(1));
            cloud.forgetRequests();
            cloud.target.epoch();
            assertThat(cloud.fullRun()).isEmpty();
            assertThat(quick()).hasSizeLessThanOrEqualTo(5);
        }
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.granted(umwelt);
        cloud.forgetRequests();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(quick()).hasSizeLessThanOrEqualTo(4);
    }

    /** Without the looks into each workspace once a day, and at who hid shares once an hour. */
    private List<String> quick() {
        return cloud.requests().stream()
                .filter(seen -> !seen.startsWith("PROPFIND") && !seen.contains("/activity/"))
                .toList();
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
    void every_sort_of_grant_costs_at_most_two_requests_and_its_end_one() throws Exception {
        cloud.users.person(ROSA.toString(), "geheim", "Rosa Fischer");
        cloud.fullRun();
        FolderRef folder = FolderRef.of(minutes);
        List<Grantee> sorts =
                List.of(
                        new Grantee.ToPerson(ROSA),
                        new Grantee.ToLink(false),
                        new Grantee.ToLink(true),
                        new Grantee.ToMail("presse@example.org", true),
                        new Grantee.ToFederated("anna@cloud.example.org"));
        for (Grantee to : sorts) {
            Grant grant = cloud.federation.grant(folder, to, Federation.READ, Optional.empty());
            if (to.asksPassword()) {
                cloud.federation.passwords().put(grant.id(), new LinkPassword("nord-ost-kurs-8"));
            }
            cloud.forgetRequests();
            cloud.granted(umwelt);
            assertThat(cloud.requests()).as(to.toString()).hasSizeBetween(1, 2);

            cloud.forgetRequests();
            cloud.granted(umwelt);
            assertThat(cloud.requests()).as("again " + to).isEmpty();

            cloud.federation.change(grant, Federation.ALL);
            cloud.granted(umwelt);
            assertThat(cloud.requests()).as("changing " + to).hasSize(1);

            cloud.forgetRequests();
            cloud.federation.end(grant);
            cloud.granted(umwelt);
            assertThat(cloud.requests()).as("ending " + to).hasSize(1);
        }
        converged();
    }

    @Test
    void a_password_taken_away_in_the_cloud_closes_the_link_for_everybody() throws Exception {
        Grant grant =
                cloud.federation.grant(
                        FolderRef.of(minutes),
                        new Grantee.ToLink(true),
                        Federation.READ,
                        Optional.empty());
        cloud.federation.passwords().put(grant.id(), new LinkPassword("nord-ost-kurs-8"));
        cloud.fullRun();
        OfShare key = new OfShare(new OfFolder(minutes.id()), new Recipient.Link(grant.id()));
        Ocs ocs = cloud.service().ocs();
        new Shares(ocs)
                .change(
                        cloud.id(key),
                        new Shares.Whom(Shares.Sort.LINK, "", Optional.of(grant.id())),
                        new ShareObject(1, Optional.empty()),
                        Optional.of(new LinkPassword("")));
        assertThat(cloud.plan(Scope.everything()).changes()).hasSize(1);
        cloud.fullRun();
        converged();
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
                WITH_DIGITAL,
                new ShareObject(1, Optional.empty()),
                Optional.empty(),
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
        new Shares(ocs)
                .change(
                        cloud.id(share()),
                        WITH_DIGITAL,
                        new ShareObject(15, Optional.empty()),
                        Optional.empty());
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
        assertThat(
                        plan.changes().stream()
                                .map(cloud.reconciliation::describe)
                                .map(Object::toString))
                .containsExactly(
                        "Change workspace “AG Umwelt” (without “AG Digitales”, without “Technik”)");
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

    private void byHand(String from, String to) throws Exception {
        assertThat(cloud.service().dav().move(from, to, Session.Cookies.NONE))
                .isEqualTo(Dav.Done.DONE);
    }

    private static final String MINUTES = "/AG Umwelt/AG Umwelt – Protokolle";

    private String path(Folder folder) {
        return cloud.federation.folder(folder.id()).path();
    }

    @Test
    void a_folder_renamed_by_hand_is_followed_and_gets_its_workspaces_name_in_front()
            throws Exception {
        byHand(MINUTES, "/AG Umwelt/Von Hand");

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(path(minutes)).isEqualTo("Von Hand");
        assertThat(cloud.sees("nils", "geheim"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/AG Umwelt – Von Hand");
        assertThat(cloud.fullRun()).isEmpty();
        converged();
    }

    @Test
    void a_folder_renamed_by_hand_is_followed_without_a_change_and_keeps_its_share()
            throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        String id = cloud.id(share());
        byHand(MINUTES, "/AG Umwelt/AG Umwelt – Beschlüsse");

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(path(minutes)).isEqualTo("Beschlüsse");
        assertThat(cloud.id(share())).isEqualTo(id);
        converged();
    }

    @Test
    void folders_moved_into_one_another_and_exchanged_by_hand_are_followed() throws Exception {
        Folder archive = cloud.federation.folder(umwelt, "Archiv");
        Folder plans = cloud.federation.folder(umwelt, "Pläne");
        cloud.fullRun();
        byHand(MINUTES, "/AG Umwelt/Zwischen");
        byHand("/AG Umwelt/AG Umwelt – Pläne", MINUTES);
        byHand("/AG Umwelt/Zwischen", "/AG Umwelt/AG Umwelt – Archiv/AG Umwelt – Pläne");

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(path(minutes)).isEqualTo("Archiv/Pläne");
        assertThat(path(plans)).isEqualTo("Protokolle");
        assertThat(path(archive)).isEqualTo("Archiv");
        converged();
    }

    @Test
    void a_folder_with_a_name_that_is_not_allowed_or_out_of_its_workspace_is_brought_back()
            throws Exception {
        byHand(MINUTES, "/AG Umwelt/.versteckt");
        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(path(minutes)).isEqualTo("Protokolle");
        converged();

        byHand(MINUTES, "/AG Digitales/Mitgenommen");
        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(path(minutes)).isEqualTo("Protokolle");
        converged();
    }

    @Test
    void looking_alone_follows_nothing() throws Exception {
        byHand(MINUTES, "/AG Umwelt/AG Umwelt – Beschlüsse");

        assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
        assertThat(path(minutes)).isEqualTo("Protokolle");
    }

    @Test
    void a_folder_renamed_by_hand_is_granted_where_it_is_and_not_doubled() throws Exception {
        byHand(MINUTES, "/AG Umwelt/Von Hand");
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.touched(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.service().propfind("AG Umwelt"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/Von Hand");
        cloud.fullRun();
        assertThat(path(minutes)).isEqualTo("Von Hand");
        assertThat(cloud.sees("nils", "geheim")).contains("AG Umwelt/AG Umwelt – Von Hand");
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
    void a_folder_that_people_deleted_is_said_once_and_its_grants_wait() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        cloud.delete("AG Umwelt/AG Umwelt – Protokolle");

        for (int run = 0; run < 2; run++) {
            var plan = cloud.plan(Scope.everything());
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.unexplained().keys()).containsExactly(new OfFolder(minutes.id()));
            plan.unexplained()
                    .forEach((key, seen) ->
                            assertThat(cloud.reconciliation.finding(key, seen).toString())
                                    .contains("AG Umwelt: AG Umwelt – Protokolle", "the trash"));
            assertThat(cloud.fullRun()).isEmpty();
            assertThat(cloud.touched(umwelt)).isEmpty();
            assertThat(cloud.federation.folder(minutes.id()).deleted()).isTrue();
        }
        assertThat(cloud.sees("nils", "geheim")).containsExactly("AG Umwelt");
    }

    @Test
    void a_deleted_folder_that_people_restore_has_its_grants_again() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        String id = cloud.id(share());
        cloud.delete("AG Umwelt/AG Umwelt – Protokolle");
        cloud.fullRun();
        cloud.restore();

        cloud.fullRun();
        assertThat(cloud.federation.folder(minutes.id()).deleted()).isFalse();
        assertThat(cloud.id(share())).isEqualTo(id);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Protokolle");
        converged();
    }

    @Test
    void a_deleted_folder_is_made_again_when_that_is_asked_for() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        cloud.delete("AG Umwelt/AG Umwelt – Protokolle");
        cloud.fullRun();
        cloud.federation.follow(List.of(minutes));

        assertThat(cloud.touched(umwelt).values()).hasSize(2).containsOnly(APPLIED);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Protokolle");
        converged();
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_deletion_that_nobody_has_noted_yet_refuses_a_grant_in_plain_words() throws Exception {
        cloud.delete("AG Umwelt/AG Umwelt – Protokolle");
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.touched(umwelt).values())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.toString())
                                .contains("Refused", "Somebody deleted the folder"));
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.federation.folder(minutes.id()).deleted()).isTrue();
    }

    @Test
    void hundreds_of_folders_are_looked_for_in_turn() throws Exception {
        for (int i = 0; i < 230; i++) {
            cloud.federation.folder(umwelt, "Ordner " + i);
        }
        assertThat(cloud.fullRun().values()).hasSize(230).containsOnly(APPLIED);
        cloud.delete(MINUTES.substring(1));
        cloud.forgetRequests();

        for (int run = 1; run <= 3; run++) {
            cloud.fullRun();
            assertThat(cloud.requests().stream().filter(seen -> seen.startsWith("SEARCH")))
                    .hasSize(run);
        }
        assertThat(cloud.federation.folder(minutes.id()).deleted()).isTrue();
    }

    private void forget(CloudKey... keys) {
        for (CloudKey key : keys) {
            cloud.ids.forget("working", key);
        }
        cloud.connect();
    }

    @Test
    void a_share_that_a_restored_backup_does_not_know_is_adopted_and_not_doubled()
            throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        String id = cloud.id(share());
        forget(share());
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.id(share())).isEqualTo(id);

        forget(share(), new OfFolder(minutes.id()));
        assertThat(cloud.fullRun().values()).hasSize(3).containsOnly(APPLIED);
        assertThat(cloud.id(share())).isEqualTo(id);
        assertThat(new Shares(cloud.service().ocs()).all()).hasSize(1);
        converged();
    }

    @Test
    void a_cloud_of_which_a_restored_backup_knows_nothing_is_taken_back_whole() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        String id = cloud.id(share());
        cloud.ids.wipe();
        cloud.connect();

        var plan = cloud.plan(Scope.everything());
        assertThat(plan.unexplained().size()).isEqualTo(3);
        plan.unexplained()
                .forEach((key, seen) ->
                        assertThat(
                                        cloud.reconciliation
                                                .finding(key, seen)
                                                .text()
                                                .facts()
                                                .getFirst())
                                .isIn("AG Umwelt", "AG Digitales", "Bundesverband"));
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        assertThat(new TeamFolders(cloud.service().ocs()).all()).hasSize(3);
        assertThat(cloud.id(share())).isEqualTo(id);
        converged();
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void our_own_share_that_nothing_explains_is_ended_and_weighed_as_a_loss() throws Exception {
        var grant = cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.fullRun();
        cloud.federation.end(grant);
        cloud.federation.forget(minutes);
        forget(share(), new OfFolder(minutes.id()));

        var plan = cloud.plan(Scope.everything());
        assertThat(
                        plan.changes().stream()
                                .map(cloud.reconciliation::describe)
                                .map(Object::toString))
                .containsExactly("End the share of “" + MINUTES + "” (with “AG Digitales”)");
        assertThat(cloud.reconciliation.losses(plan, cloud.target.observe(Scope.everything())))
                .extracting(loss -> loss.what() + "/" + loss.where() + "/" + loss.lost())
                .containsExactly("shares//1", "shares/AG Umwelt/1");
        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(new Shares(cloud.service().ocs()).all()).isEmpty();
        assertThat(cloud.service().propfind("AG Umwelt")).hasSize(2);
        converged();
    }

    @Test
    void a_workspace_that_is_in_no_record_is_listed_and_left_alone_with_its_shares()
            throws Exception {
        Unit klima = cloud.federation.group("ag-klima", "AG Klima");
        Folder plans = cloud.federation.folder(klima, "Pläne");
        cloud.federation.grant(plans, digital, Federation.READ);
        cloud.directoryFollows();
        cloud.fullRun();
        String id = cloud.id(new OfWorkspace(klima.id()));
        cloud.federation.forget(plans);
        cloud.federation.forget(klima);
        forget(
                new OfWorkspace(klima.id()),
                new OfFolder(plans.id()),
                new OfShare(plans.id(), Federation.people(digital)));

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.plan(Scope.everything()).unexplained().keys())
                .containsExactly(new CloudKey.OfStrayWorkspace(id));
        assertThat(new Shares(cloud.service().ocs()).all()).hasSize(1);
    }

    @Test
    void a_link_that_the_service_account_gave_is_ended_and_its_hash_never_shown() throws Exception {
        cloud.server.failOn(
                seen -> seen.path().contains("/api/v1/shares"),
                1,
                new Fault.Status(
                        200,
                        "application/json",
                        """
                        {"ocs":{"meta":{"statuscode":200},"data":[{"id":"77","share_type":3,
                        "uid_owner":"freihafen-svc","share_with":"3|$argon2id$geheim",
                        "share_with_displayname":"3|$argon2id$geheim","permissions":1,
                        "path":"/AG Umwelt","file_source":4242}]}}
                        """));

        assertThat(cloud.plan(Scope.everything()).changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.toString())
                                .contains("(a link)")
                                .doesNotContain("argon2id"));
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
                                .contains("NotYet", "“Sachsen – Leitung”", "ldapCacheTTL"));
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
        assertThat(
                        plan.changes().stream()
                                .map(cloud.reconciliation::describe)
                                .map(Object::toString))
                .containsExactly("End the share of “AG Umwelt: Protokolle” (with “AG Digitales”)");

        cloud.federation.end(umwelt);
        var archiving = cloud.plan(Scope.everything());
        assertThat(cloud.reconciliation.losses(archiving, cloud.target.observe(Scope.everything())))
                .extracting(loss -> loss.what() + "/" + loss.where() + "/" + loss.lost())
                .contains("workspaces//1");
        assertThat(
                        archiving.changes().stream()
                                .map(cloud.reconciliation::describe)
                                .map(Object::toString))
                .contains(
                        "Change workspace “AG Umwelt (AG-UMWELT)” (was “AG Umwelt”, without “AG"
                                + " Umwelt”)");
    }

    private OfShare share() {
        return new OfShare(minutes.id(), Federation.people(digital));
    }
}
