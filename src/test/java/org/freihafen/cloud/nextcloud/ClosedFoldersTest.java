package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.freihafen.closing.GapRule;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder that is closed to some of a unit's people, in the embedded cloud. */
class ClosedFoldersTest {
    private static final Outcome APPLIED = new Outcome.Applied();
    private static final String STAFF = "AG Umwelt/AG Umwelt – Personal";

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;
    private Folder staff;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        staff = cloud.federation.folder(umwelt, "Personal");
        cloud.directoryFollows();
        cloud.users.person("nils", "geheim", "Nils Beispiel").join("ag-umwelt", "nils");
        cloud.users.person("lena", "geheim", "Lena Beispiel").join("ag-umwelt", "lena");
        cloud.users.join("ag-umwelt-leads", "lena");
        cloud.users.person("paul", "geheim", "Paul Beispiel").join("ag-digital", "paul");
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        cloud.forgetRequests();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Map<Change<CloudKey, CloudObject>, Outcome> close(Optional<Closing> to)
            throws Exception {
        cloud.federation.follow(List.of(staff.closedTo(to)));
        return cloud.granted(umwelt);
    }

    @Test
    void a_closed_folder_is_there_for_the_leads_alone() throws Exception {
        assertThat(cloud.sees("nils", "geheim")).contains(STAFF);

        assertThat(close(Optional.of(Closing.LEADS)).values()).containsExactly(APPLIED);

        assertThat(cloud.sees("nils", "geheim")).containsExactly("AG Umwelt");
        assertThat(cloud.sees("lena", "geheim")).containsExactlyInAnyOrder("AG Umwelt", STAFF);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void opened_again_it_is_there_for_all() throws Exception {
        close(Optional.of(Closing.LEADS));

        assertThat(close(Optional.empty()).values()).containsExactly(APPLIED);

        assertThat(cloud.sees("nils", "geheim")).contains(STAFF);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_group_to_which_the_whole_workspace_was_granted_does_not_get_in() throws Exception {
        close(Optional.of(Closing.LEADS));
        cloud.federation.grant(
                FolderRef.whole(umwelt.id()), Federation.people(digital), Federation.ALL);
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);

        assertThat(cloud.sees("paul", "geheim"))
                .contains("AG Umwelt")
                .doesNotContain("AG Umwelt/AG Umwelt – Personal");
    }

    @Test
    void a_group_is_let_in_only_when_the_closed_folders_are_shut_to_it() throws Exception {
        close(Optional.of(Closing.LEADS));
        cloud.federation.grant(
                FolderRef.whole(umwelt.id()), Federation.people(digital), Federation.ALL);
        cloud.server.failAlways(
                seen -> seen.method().equals("PROPPATCH"), new Fault.Status(500, "text/html", ""));
        cloud.granted(umwelt);
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");

        cloud.server.heal();
        cloud.now = cloud.now.plusSeconds(600);
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt").doesNotContain(STAFF);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void whom_the_folder_itself_was_granted_to_reaches_it_nevertheless() throws Exception {
        close(Optional.of(Closing.LEADS));
        cloud.federation.grant(staff, digital, Federation.READ);
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);

        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Personal");
    }

    @Test
    void by_an_old_grant_in_or_around_it_nobody_sees_it_unless_that_was_said() throws Exception {
        Folder inside = cloud.federation.folder(umwelt, "Personal/2026");
        Folder deep = cloud.federation.folder(umwelt, "Personal/2026/Akten");
        List<Grant> old =
                List.of(
                        cloud.federation.grant(staff, digital, Federation.READ),
                        cloud.federation.grant(inside, digital, Federation.READ),
                        cloud.federation.grant(deep, digital, Federation.READ));
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Personal");

        shut(inside, old, Set.of());
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.sees("paul", "geheim")).containsExactly("AG Digitales");

        Grant again = cloud.federation.grant(staff, digital, Federation.READ);
        Grant said = cloud.federation.grant(deep, digital, Federation.READ);
        shut(inside, List.of(again, said), Set.of(said.id()));
        assertThat(cloud.granted(umwelt).values()).containsOnly(APPLIED);
        assertThat(cloud.sees("paul", "geheim"))
                .containsExactlyInAnyOrder("AG Digitales", "AG Umwelt – Akten");
    }

    /** As closing does: what is a gap and is not said to stay ends. */
    private void shut(Folder folder, List<Grant> grants, Set<GrantId> staying) {
        cloud.federation.close(folder, Closing.LEADS);
        GapRule.gaps(
                        folder,
                        Federation.leads(umwelt),
                        cloud.federation.get().folders(),
                        grants,
                        staying)
                .stream()
                .filter(gap -> !gap.stays())
                .forEach(gap -> cloud.federation.end(gap.grant()));
    }

    /** As a real Nextcloud; but what comes from elsewhere it takes, and loses the closed folder. */
    @Test
    void nobody_writes_over_what_is_closed_to_them() throws Exception {
        close(Optional.of(Closing.LEADS));
        String root = "/AG Umwelt";
        try (EmbeddedNextcloud.Account nils = cloud.account("nils", "geheim")) {
            refused(() -> nils.dav().make(root + "/AG Umwelt – Personal", Cookies.NONE));
            refused(() -> nils.dav().write(root + "/AG Umwelt – Personal", "x"));
            nils.dav().make(root + "/Neu", Cookies.NONE);
            nils.dav().make("/Eigenes", Cookies.NONE);
            for (String from : List.of(root + "/Neu", "/Eigenes")) {
                refused(() -> nils.dav().move(from, root + "/AG Umwelt – Personal", Cookies.NONE));
            }
        }

        assertThat(cloud.sees("nils", "geheim")).doesNotContain(STAFF);
        assertThat(cloud.sees("lena", "geheim")).contains(STAFF);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void nobody_carries_away_or_deletes_what_is_closed_to_them() throws Exception {
        Folder acts = cloud.federation.folder(umwelt, "Akten");
        Folder inside = cloud.federation.folder(umwelt, "Akten/Geheimes");
        cloud.granted(umwelt);
        cloud.federation.close(inside, Closing.LEADS);
        cloud.granted(umwelt);
        String path = "/AG Umwelt/AG Umwelt – " + acts.path();
        String closed = "/AG Umwelt – Geheimes";
        try (EmbeddedNextcloud.Account nils = cloud.account("nils", "geheim")) {
            refused(() -> nils.dav().move(path, "/Mitgenommen", Cookies.NONE));
            nils.delete(path);
            nils.copy(path, "/Kopie");
            nils.dav().move(path, "/AG Umwelt/Umbenannt", Cookies.NONE);
        }

        assertThat(cloud.sees("nils", "geheim"))
                .contains("Kopie", "AG Umwelt/Umbenannt")
                .noneMatch(each -> each.endsWith(closed));
        assertThat(cloud.sees("lena", "geheim")).contains("AG Umwelt/Umbenannt" + closed);
    }

    @Test
    void a_members_own_share_around_it_shows_no_more_than_the_member_sees() throws Exception {
        cloud.federation.letShare(umwelt);
        cloud.touched(umwelt);
        Folder acts = cloud.federation.folder(umwelt, "Akten");
        Folder inside = cloud.federation.folder(umwelt, "Akten/Geheimes");
        cloud.granted(umwelt);
        cloud.federation.close(inside, Closing.LEADS);
        cloud.granted(umwelt);
        for (String login : List.of("nils", "lena")) {
            try (EmbeddedNextcloud.Account account = cloud.account(login, "geheim")) {
                Shares shares = new Shares(account.ocs());
                String id =
                        shares.make(
                                        "/AG Umwelt/AG Umwelt – " + acts.path(),
                                        new Whom(Sort.GROUP, "AG Digitales", Optional.empty()),
                                        new ShareObject(1, Optional.empty()),
                                        Optional.empty(),
                                        Cookies.NONE)
                                .id();
                List<String> seen = cloud.sees("paul", "geheim");
                assertThat(seen).contains("AG Umwelt – Akten");
                assertThat(seen.contains("AG Umwelt – Akten/AG Umwelt – Geheimes"))
                        .isEqualTo(login.equals("lena"));
                shares.end(id);
            }
        }
    }

    private static void refused(ThrowingCallable writing) {
        assertThatThrownBy(writing).isInstanceOfAny(CloudSaidNo.class, TargetUnavailable.class);
    }

    @Test
    void what_lies_in_it_is_closed_too_and_stays_so_when_the_unit_is_renamed() throws Exception {
        cloud.federation.folder(umwelt, "Personal/2026");
        close(Optional.of(Closing.LEADS));
        cloud.federation.rename(umwelt, "AG Klima");
        assertThat(cloud.touched(umwelt).values()).containsOnly(APPLIED);

        assertThat(cloud.sees("nils", "geheim")).containsExactly("AG Klima");
        assertThat(cloud.sees("lena", "geheim"))
                .contains("AG Klima/AG Klima – Personal/AG Klima – 2026");
    }

    @Test
    void a_rule_that_the_cloud_took_and_did_not_keep_is_noticed() throws Exception {
        cloud.server.failAlways(
                seen -> seen.method().equals("PROPPATCH"),
                new Fault.Status(
                        207,
                        "application/xml; charset=utf-8",
                        "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\"/>"));

        assertThat(close(Optional.of(Closing.LEADS)).values())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.toString()).contains("Refused", "did not keep them"));
        cloud.server.heal();
        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.sees("nils", "geheim")).containsExactly("AG Umwelt");
    }

    @Test
    void rules_that_somebody_switched_off_are_switched_on_by_the_next_full_run() throws Exception {
        close(Optional.of(Closing.LEADS));
        String id = cloud.id(new CloudKey.OfWorkspace(umwelt.id()));
        try (EmbeddedNextcloud.Account service = cloud.service()) {
            service.ocs()
                    .post(
                            "/index.php/apps/groupfolders/folders/" + id + "/acl",
                            Map.of("acl", "0"),
                            Session.Cookies.NONE,
                            Session.Repeat.ALLOWED,
                            Saying.of("switch"));
        }
        assertThat(cloud.sees("nils", "geheim")).contains(STAFF);

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.sees("nils", "geheim")).containsExactly("AG Umwelt");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void closing_costs_five_requests_the_first_time_and_then_three() throws Exception {
        close(Optional.of(Closing.LEADS));
        assertThat(cloud.requests()).hasSizeLessThanOrEqualTo(5);
        close(Optional.empty());
        cloud.forgetRequests();
        close(Optional.of(Closing.LEADS));
        assertThat(cloud.requests()).hasSize(3);
        assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
    }
}
