package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Condition;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.Federation;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What goes wrong between Freihafen and a cloud, and what it says and does then. */
class CloudTroubleTest {
    private static final Outcome APPLIED = new Outcome.Applied();
    private static final String FOLDERS = "/index.php/apps/groupfolders/folders";
    private static final String DELEGATION = "/index.php/apps/groupfolders/delegation";

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;
    private Folder minutes;

    @BeforeEach
    void start() throws IOException {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        minutes = cloud.federation.folder(umwelt, "Protokolle");
        cloud.directoryFollows();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private void converged() throws Exception {
        assertThat(cloud.target.observe(Scope.everything())).isEqualTo(cloud.federation.desired());
        assertThat(new TeamFolders(cloud.service().ocs()).all()).hasSize(workspaces());
    }

    private int workspaces() {
        return (int)
                cloud.federation.desired().keys().stream()
                        .filter(OfWorkspace.class::isInstance)
                        .count();
    }

    private void grantAll() {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.federation.grant(
                FolderRef.whole(digital.id()), Federation.people(umwelt), Federation.READ);
    }

    private static Fault refusedInMeta() {
        return new Fault.Status(
                200,
                "application/json; charset=utf-8",
                "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,\"message\":\"no\"},"
                        + "\"data\":[]}}");
    }

    private static Fault redirect() {
        return new Fault.Status(302, "text/html", "");
    }

    static Stream<Fault> whatMayHappenToAnyRequest() {
        return Stream.of(
                new Fault.LostAnswer(),
                new Fault.NoAnswer(),
                new Fault.CutAnswer(20),
                Fault.internalError(),
                Fault.unavailable(),
                Fault.maintenance(),
                Fault.locked(),
                Fault.lockedException(),
                Fault.tooMany(),
                Fault.full(),
                Fault.badGateway(),
                Fault.loginPage(),
                redirect(),
                refusedInMeta());
    }

    @ParameterizedTest
    @MethodSource("whatMayHappenToAnyRequest")
    void whatever_fails_at_whichever_request_the_next_runs_converge_and_double_nothing(Fault fault)
            throws Exception {
        grantAll();
        boolean everywhere = fault instanceof Fault.LostAnswer || fault instanceof Fault.NoAnswer;
        for (int nth = 1; nth <= 22; nth += everywhere ? 1 : 4) {
            cloud.server.failOn(nth, fault);
            runTillItStops();
            cloud.server.heal();
            cloud.connect();
            if (nth % 2 == 0) {
                cloud.touched(umwelt);
            }
            cloud.fullRun();
            assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
            converged();
            cloud.wipe();
        }
    }

    private void runTillItStops() {
        try {
            cloud.fullRun();
        } catch (TargetUnavailable e) {
            assertThat(e)
                    .message()
                    .contains("working")
                    .doesNotContain(cloud.server.servicePassword());
        }
    }

    static Stream<Fault> howACloudMayDie() {
        return Stream.of(
                new Fault.NoAnswer(), new Fault.LostAnswer(), Fault.full(), Fault.maintenance());
    }

    @ParameterizedTest
    @MethodSource("howACloudMayDie")
    void a_cloud_that_dies_at_any_operation_holds_the_same_shares_after_the_next_run(Fault fault)
            throws Exception {
        grantAll();
        boolean died = true;
        for (int last = 0; died; last += 2) {
            AtomicInteger asked = new AtomicInteger();
            int alive = last;
            cloud.server.failAlways(_ -> asked.incrementAndGet() > alive, fault);
            runTillItStops();
            died = asked.get() > alive;
            cloud.server.heal();
            cloud.connect();
            assertThat(cloud.fullRun().values()).allMatch(APPLIED::equals);
            converged();
            assertThat(new Shares(cloud.service().ocs()).all()).hasSize(1);
            cloud.wipe();
        }
    }

    @Test
    void a_full_cloud_is_said_and_does_not_stop_what_needs_no_room() throws Exception {
        grantAll();
        cloud.server.failAlways(seen -> seen.method().equals("MKCOL"), Fault.full());
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = cloud.fullRun();
        assertThat(outcomes.values()).filteredOn(APPLIED::equals).hasSize(3);
        assertThat(outcomes.values().toString()).contains("raise the quota");
        assertThat(outcomes.values())
                .filteredOn(Outcome.Refused.class::isInstance)
                .extracting(outcome -> ((Outcome.Refused) outcome).reason().in(Locale.GERMAN))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("(gebeten, den Ordner „/AG Umwelt/AG Umwelt – Protokolle“ anzulegen)");

        cloud.server.failAlways(seen -> seen.method().equals("PUT"), Fault.full());
        assertThatThrownBy(() -> cloud.target.leave(new Epoch(new UUID(1, 2), 3)))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("raise the quota");

        cloud.server.heal();
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        converged();
    }

    @Test
    void a_crash_between_any_two_steps_leaves_what_the_next_run_finishes() throws Exception {
        grantAll();
        boolean crashed = true;
        for (int write = 1; crashed; write++) {
            crashed = false;
            cloud.crashAtWrite(write);
            try {
                cloud.fullRun();
            } catch (RuntimeException | CrashingCloudIds.Killed e) {
                crashed = true;
            }
            cloud.crashAtWrite(0);
            cloud.connect();
            cloud.touched(umwelt);
            assertThat(cloud.fullRun().values()).allMatch(APPLIED::equals);
            converged();
            cloud.wipe();
        }
    }

    @Test
    void a_change_that_breaks_is_told_and_those_behind_it_are_made() throws Exception {
        grantAll();
        cloud.ids.breakAtWrite(1);

        assertThat(cloud.fullRun().values())
                .haveExactly(1, broken())
                .filteredOn(APPLIED::equals)
                .isNotEmpty();
        assertThat(cloud.fullRun().values()).allMatch(APPLIED::equals);
        converged();
    }

    private static Condition<Outcome> broken() {
        return new Condition<>(
                outcome -> outcome.toString().contains("stumbled"), "a broken change");
    }

    @Test
    void a_wrong_password_is_tried_once_and_not_again_for_five_minutes() throws Exception {
        cloud.connect("falsch-geheim", Duration.ofSeconds(5));
        for (int run = 0; run < 3; run++) {
            assertThatThrownBy(() -> cloud.fullRun())
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("clouds.working.password")
                    .hasMessageNotContaining("falsch-geheim");
        }
        assertThatThrownBy(() -> cloud.touched(umwelt)).isInstanceOf(TargetUnavailable.class);
        assertThat(cloud.requests()).hasSize(1);

        cloud.now = cloud.now.plus(Duration.ofMinutes(6));
        assertThatThrownBy(() -> cloud.fullRun()).isInstanceOf(TargetUnavailable.class);
        assertThat(cloud.requests()).hasSize(2);
    }

    @Test
    void an_account_that_was_disabled_is_left_alone_like_one_with_a_wrong_password()
            throws Exception {
        cloud.fullRun();
        cloud.federation.folder(umwelt, "Belege");
        for (Fault fault : List.of(Fault.disabled(), Fault.unauthorisedPage())) {
            cloud.connect();
            cloud.server.failAlways(_ -> true, fault);
            cloud.forgetRequests();
            assertThat(cloud.touched(umwelt).values().toString())
                    .contains("clouds.working.password");
            assertThatThrownBy(() -> cloud.fullRun()).isInstanceOf(TargetUnavailable.class);
            assertThat(cloud.requests()).hasSize(1);
            cloud.server.heal();
        }
    }

    @Test
    void an_account_on_another_cloud_that_cannot_be_reached_is_said_to_be_the_reason()
            throws Exception {
        cloud.fullRun();
        cloud.federation.grant(
                FolderRef.of(minutes),
                new Grantee.ToFederated("paul@cloud.example.org"),
                Federation.READ,
                Optional.empty());
        cloud.server.failAlways(
                seen -> seen.method().equals("POST") && seen.path().contains("/shares"),
                new Fault.Status(
                        403,
                        "application/json; charset=utf-8",
                        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
                                + "\"message\":\"Failed to create share.\"},\"data\":[]}}"));

        assertThat(cloud.granted(umwelt).values())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.toString())
                                .contains("Refused", "paul@cloud.example.org", "other cloud"));
    }

    @Test
    void a_password_refused_in_the_middle_of_a_run_stops_all_that_is_left() throws Exception {
        cloud.server.failAlways(seen -> seen.method().equals("POST"), Fault.unauthorised());
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = cloud.fullRun();

        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.values())
                .hasAtLeastOneElementOfType(Outcome.Unavailable.class)
                .allSatisfy(outcome ->
                        assertThat(outcome)
                                .isInstanceOfAny(Outcome.Unavailable.class, Outcome.NotYet.class));
        assertThat(cloud.requests().stream().filter(seen -> seen.startsWith("POST")))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void an_account_that_is_throttled_is_left_in_peace_after_a_few_tries() throws Exception {
        cloud.server.failAlways(_ -> true, Fault.tooMany());

        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("bruteforce:reset");
        assertThat(cloud.requests()).hasSize(4);
        assertThatThrownBy(() -> cloud.touched(umwelt)).hasMessageContaining("bruteforce:reset");
        assertThat(cloud.requests()).hasSize(4);
    }

    @Test
    void a_locked_file_is_tried_again_and_then_left_to_the_next_run() throws Exception {
        cloud.server.failOn(seen -> seen.method().equals("MKCOL"), 1, Fault.locked());
        cloud.server.failOn(seen -> seen.method().equals("MKCOL"), 1, Fault.lockedException());
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        cloud.federation.folder(umwelt, "Belege");
        cloud.server.failAlways(seen -> seen.method().equals("MKCOL"), Fault.locked());
        assertThat(cloud.touched(umwelt).values())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.toString()).contains("Unavailable", "locked"));
    }

    @Test
    void a_cloud_in_maintenance_is_asked_once() throws Exception {
        cloud.server.failAlways(_ -> true, Fault.maintenance());

        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("maintenance");
        assertThat(cloud.requests()).hasSize(1);
    }

    @Test
    void a_cloud_that_is_not_there_says_where_it_was_looked_for() throws Exception {
        cloud.connect(URI.create("http://127.0.0.1:9"));

        assertThatThrownBy(() -> cloud.fullRun())
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("cannot be reached at http://127.0.0.1:9;")
                .hasMessageContaining("clouds.working.url");
    }

    @Test
    void an_answer_too_late_is_not_asked_for_twice_and_doubles_nothing() throws Exception {
        cloud.connect(cloud.server.servicePassword(), Duration.ofMillis(500));
        cloud.server.failOn(
                seen -> seen.method().equals("POST") && seen.path().startsWith(FOLDERS + "?"),
                1,
                new Fault.Slow(Duration.ofMillis(900)));
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = cloud.fullRun();
        assertThat(outcomes.values().toString()).contains("did not answer within");
        while (cloud.requests().stream()
                        .filter(("POST " + FOLDERS + "?format=json")::equals)
                        .count()
                < 3) {
            Thread.sleep(50);
        }

        cloud.connect();
        cloud.touched(umwelt);
        cloud.fullRun();
        converged();
    }

    @Test
    void a_sign_in_page_or_a_redirect_is_named_for_what_it_is() throws Exception {
        cloud.server.failNext(Fault.loginPage());
        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("sign-in page");
        cloud.server.failNext(redirect());
        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("redirects (302)");
        cloud.server.failNext(new Fault.CutAnswer(60));
        cloud.server.failNext(new Fault.CutAnswer(60));
        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("in the middle");
        cloud.server.failNext(
                new Fault.Status(200, "application/json", "{\"ocs\":{\"meta\":{\"statusc"));
        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("cut off or damaged");
        cloud.server.failNext(
                new Fault.Status(404, "text/xml", "<?xml version=\"1.0\"?><ocs><meta/></ocs>"));
        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("app is installed");
    }

    @Test
    void a_refusal_that_comes_with_success_is_a_refusal() throws Exception {
        cloud.server.failAlways(
                seen -> seen.method().equals("POST") && seen.path().startsWith(FOLDERS),
                refusedInMeta());

        assertThat(cloud.fullRun().values())
                .filteredOn(Outcome.Refused.class::isInstance)
                .hasSize(3)
                .allSatisfy(outcome ->
                        assertThat(outcome.toString()).contains("delegate Team folders"));
    }

    @Test
    void one_refused_change_does_not_stop_the_others() throws Exception {
        cloud.server.failAlways(
                seen -> seen.method().equals("MKCOL"),
                new Fault.Status(400, "application/xml", "<d:error xmlns:d=\"DAV:\"/>"));
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = cloud.fullRun();

        assertThat(outcomes.values()).filteredOn(APPLIED::equals).hasSize(3);
        assertThat(outcomes.values().toString()).contains("does not allow such a name");
    }

    @Test
    void an_account_that_is_shown_only_its_own_groups_concludes_nothing() throws Exception {
        cloud.fullRun();
        StringBuilder listed = new StringBuilder();
        for (TeamFolders.TeamFolder folder :
                new TeamFolders(cloud.service().ocs()).all().values()) {
            listed.append(listed.isEmpty() ? "" : ",")
                    .append(
                            "\"%s\":{\"id\":%s,\"mount_point\":\"%s\",\"groups\":{\"freihafen\":31}}"
                                    .formatted(folder.id(), folder.id(), folder.name()));
        }
        cloud.server.failOn(
                seen -> seen.path().startsWith(FOLDERS), 1, answering("{" + listed + "}"));
        cloud.server.failAlways(seen -> seen.path().startsWith(DELEGATION), refusedInMeta());

        assertThatThrownBy(() -> cloud.fullRun()).hasMessageContaining("delegate Team folders");
    }

    private static Fault answering(String data) {
        return new Fault.Status(
                200,
                "application/json",
                "{\"ocs\":{\"meta\":{\"statuscode\":100},\"data\":" + data + "}}");
    }

    /** As if the service account had been taken out of its local group. */
    private void theAccountSeesNothing(Fault whoAdministers) {
        cloud.server.failAlways(
                seen -> seen.method().equals("GET") && seen.path().startsWith(FOLDERS),
                answering("[]"));
        cloud.server.failAlways(seen -> seen.path().contains("/api/v1/shares"), answering("[]"));
        cloud.server.failAlways(seen -> seen.path().startsWith(DELEGATION), whoAdministers);
    }

    @Test
    void an_account_that_lost_its_group_forgets_nothing_however_few_workspaces_there_are()
            throws Exception {
        grantAll();
        cloud.federation.end(digital);
        cloud.federation.end(umwelt);
        cloud.fullRun();
        var known = cloud.ids.all("working");
        for (Fault answer :
                List.of(refusedInMeta(), answering("[]"), answering("[{\"gid\":\"it\"}]"))) {
            theAccountSeesNothing(answer);
            assertThatThrownBy(() -> cloud.fullRun())
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("delegate Team folders")
                    .hasMessageContaining("into the group freihafen");
            cloud.server.heal();
        }

        assertThat(cloud.ids.all("working")).isEqualTo(known);
        assertThat(cloud.fullRun()).isEmpty();
        converged();
    }

    @Test
    void a_cloud_whose_team_folders_were_really_destroyed_is_filled_again() throws Exception {
        grantAll();
        cloud.fullRun();
        for (String id : new TeamFolders(cloud.service().ocs()).all().keySet()) {
            cloud.destroy(id);
        }

        assertThat(cloud.fullRun().values()).isNotEmpty().containsOnly(APPLIED);
        converged();
    }

    @Test
    void looking_notes_and_forgets_nothing() throws Exception {
        grantAll();
        cloud.fullRun();
        cloud.destroy(cloud.id(new OfWorkspace(digital.id())));
        new TeamFolders(cloud.service().ocs())
                .rename(cloud.id(new OfWorkspace(umwelt.id())), "Von Hand");
        var known = cloud.ids.all("working");

        assertThat(cloud.plan(Scope.everything()).changes()).isNotEmpty();
        assertThat(cloud.ids.all("working")).isEqualTo(known);
        cloud.touched(umwelt);
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        converged();
    }

    @Test
    void an_answer_that_names_a_file_of_this_machine_is_not_followed() throws Exception {
        cloud.fullRun();
        Path secret = Files.writeString(directory.resolve("geheimnis.txt"), "42424242");
        cloud.federation.folder(umwelt, "Belege");
        cloud.server.failOn(
                seen -> seen.method().equals("MKCOL"),
                1,
                new Fault.Status(405, "application/xml", ""));
        cloud.server.failOn(
                seen -> seen.method().equals("PROPFIND"),
                1,
                new Fault.Status(
                        207,
                        "application/xml",
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE d [<!ENTITY e SYSTEM "%s">]>
                        <d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:response>
                        <d:href>/cloud/remote.php/dav/files/freihafen-svc/x/</d:href><d:propstat>
                        <d:prop><oc:fileid>&e;</oc:fileid></d:prop>
                        <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>
                        """
                                .formatted(secret.toUri())));
        cloud.touched(umwelt);

        assertThat(cloud.ids.all("working").toString()).doesNotContain("42424242");
    }

    @Test
    void a_foreign_file_in_the_place_of_the_mark_is_said() throws Exception {
        cloud.service().dav().write("/.freihafen", "hello");

        assertThatThrownBy(() -> cloud.target.epoch())
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining(".freihafen");
    }

    @Test
    void no_text_of_a_cloud_holds_its_password() {
        assertThat(cloud.cloud().toString())
                .contains("freihafen-svc")
                .doesNotContain(cloud.server.servicePassword());
    }
}
