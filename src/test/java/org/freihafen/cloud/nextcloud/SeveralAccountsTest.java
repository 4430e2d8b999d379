package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two branches with a service account each, and a third for everything else. */
class SeveralAccountsTest {
    private static final Outcome APPLIED = new Outcome.Applied();

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit north;
    private Unit south;
    private Unit other;
    private Folder minutes;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory, List.of("lv-nord", "lv-sued"));
        Unit northern = cloud.federation.unit("lv-nord", "state", "LV Nord");
        Unit southern = cloud.federation.unit("lv-sued", "state", "LV Süd");
        north = cloud.federation.unit("ag-nord", "working-group", "AG Nord", northern);
        south = cloud.federation.unit("ag-sued", "working-group", "AG Süd", southern);
        other = cloud.federation.group("ag-umwelt", "AG Umwelt");
        minutes = cloud.federation.folder(north, "Protokolle");
        cloud.federation.grant(minutes, south, Federation.READ);
        cloud.federation.grant(cloud.federation.folder(south, "Plan"), north, Federation.READ);
        cloud.federation.grant(cloud.federation.folder(other, "Aufruf"), north, Federation.READ);
        cloud.directoryFollows();
        cloud.users.person("paul", "geheim", "Paul Beispiel").join("ag-sued", "paul");
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Set<String> groupsOn(Unit unit) throws Exception {
        try (EmbeddedNextcloud.Account service = cloud.service()) {
            return new TeamFolders(service.ocs())
                    .one(cloud.id(new OfWorkspace(unit.id())))
                    .groups()
                    .keySet();
        }
    }

    private List<String> sharedBy(String login) throws Exception {
        try (EmbeddedNextcloud.Account account =
                cloud.account(login, cloud.server.servicePassword(login))) {
            return new Shares(account.ocs())
                    .all().stream()
                            .filter(share -> share.owner().equals(login))
                            .map(Share::path)
                            .toList();
        }
    }

    @Test
    void each_keeps_the_workspaces_and_grants_of_its_branch() throws Exception {
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(groupsOn(north)).contains("freihafen-lv-nord").doesNotContain("freihafen");
        assertThat(groupsOn(south)).contains("freihafen-lv-sued").doesNotContain("freihafen");
        assertThat(groupsOn(other)).contains("freihafen").doesNotContain("freihafen-lv-nord");
        assertThat(sharedBy("svc-lv-nord")).containsExactly("/AG Nord/AG Nord – Protokolle");
        assertThat(sharedBy("svc-lv-sued")).containsExactly("/AG Süd/AG Süd – Plan");
        assertThat(sharedBy(EmbeddedNextcloud.LOGIN))
                .containsExactly("/AG Umwelt/AG Umwelt – Aufruf");
        assertThat(cloud.sees("paul", "geheim")).contains("AG Nord – Protokolle");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_cloud_that_is_silent_for_one_is_left_alone_by_all_of_them() throws Exception {
        cloud.fullRun();
        cloud.federation.rename(north, "AG Küste");
        cloud.federation.rename(south, "AG Berge");
        cloud.federation.rename(other, "AG Klima");
        cloud.server.failAlways(_ -> true, Fault.maintenance());
        cloud.forgetRequests();
        for (Unit unit : List.of(north, south, other)) {
            try {
                assertThat(cloud.touched(unit).values()).doesNotContain(APPLIED);
            } catch (TargetUnavailable silent) {
                assertThat(silent).hasMessageContaining("maintenance");
            }
        }

        assertThat(cloud.requests()).hasSize(1);
    }

    @Test
    void a_full_run_with_nothing_to_do_costs_at_most_three_and_one_for_each_account()
            throws Exception {
        cloud.federation.folder(north, "Belege");
        cloud.fullRun();
        cloud.fullRun();
        long before = cloud.target.requests();
        assertThat(cloud.fullRun()).isEmpty();

        assertThat(cloud.target.requests() - before).isLessThanOrEqualTo(3 + 3);
    }

    @Test
    void a_branch_that_gets_an_account_of_its_own_is_handed_over_with_its_grants()
            throws Exception {
        cloud.assign(List.of());
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        assertThat(sharedBy(EmbeddedNextcloud.LOGIN)).hasSize(3);

        cloud.assign(List.of("lv-nord"));
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(groupsOn(north)).contains("freihafen-lv-nord").doesNotContain("freihafen");
        assertThat(sharedBy("svc-lv-nord")).containsExactly("/AG Nord/AG Nord – Protokolle");
        assertThat(sharedBy(EmbeddedNextcloud.LOGIN)).hasSize(2);
        assertThat(cloud.sees("paul", "geheim")).contains("AG Nord – Protokolle");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void what_was_given_outward_is_handed_over_in_the_same_run() throws Exception {
        FolderRef what = FolderRef.of(minutes);
        cloud.assign(List.of());
        cloud.federation.grant(what, new Grantee.ToLink(false), Federation.READ, Optional.empty());
        cloud.federation.grant(
                what,
                new Grantee.ToMail("presse@example.org", false),
                Federation.READ,
                Optional.empty());
        cloud.federation.grant(
                what,
                new Grantee.ToFederated("anna@cloud.example.org"),
                Federation.READ,
                Optional.empty());
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        cloud.assign(List.of("lv-nord"));
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(sharedBy("svc-lv-nord"))
                .hasSize(4)
                .containsOnly("/AG Nord/AG Nord – Protokolle");
        assertThat(sharedBy(EmbeddedNextcloud.LOGIN)).hasSize(2);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_wrong_password_stops_its_own_branch_alone() throws Exception {
        cloud.fullRun();
        cloud.federation.folder(north, "Neu");
        cloud.federation.folder(south, "Neu");
        cloud.server.failAlways(seen -> seen.path().contains("svc-lv-nord"), Fault.unauthorised());
        cloud.forgetRequests();

        assertThat(cloud.touched(north).values()).hasOnlyElementsOfType(Outcome.Unavailable.class);
        assertThat(cloud.touched(south).values()).containsOnly(APPLIED);
        assertThat(cloud.requests().stream().filter(seen -> seen.contains("svc-lv-nord")))
                .hasSize(1);
    }

    @Test
    void what_people_share_in_a_branch_is_found_by_its_account() throws Exception {
        PersonId nils = new PersonId(new UUID(4, 4));
        cloud.users.person(nils.toString(), "geheim", "Nils Beispiel");
        cloud.users.join("ag-sued", nils.toString());
        cloud.federation.letShare(south);
        cloud.fullRun();
        try (EmbeddedNextcloud.Account account = cloud.account(nils.toString(), "geheim")) {
            new Shares(account.ocs())
                    .make(
                            "/AG Süd/AG Süd – Plan",
                            new Whom(Sort.GROUP, "AG Umwelt", Optional.empty()),
                            new ShareObject(1, Optional.empty()),
                            Optional.empty(),
                            Cookies.NONE);
        }
        cloud.now = cloud.now.plus(Duration.ofHours(24));
        cloud.fullRun();
        cloud.granted(south);

        assertThat(cloud.federation.get().grants()).hasSize(4);
        assertThat(sharedBy("svc-lv-sued"))
                .containsExactly("/AG Süd/AG Süd – Plan", "/AG Süd/AG Süd – Plan");
        assertThat(cloud.fullRun()).isEmpty();
    }
}
