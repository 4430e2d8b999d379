package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.closing.GapRule;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.Federation;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
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
