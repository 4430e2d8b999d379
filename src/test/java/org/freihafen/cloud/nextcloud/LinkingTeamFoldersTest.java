package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.cloud.TeamFolderMatches.Match;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.RunSettings;
import org.freihafen.sandcloud.Fault;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Team folders that stood in a cloud before us become workspaces by an explicit step. */
class LinkingTeamFoldersTest {
    private static final Outcome APPLIED = new Outcome.Applied();

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;
    private String old;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        cloud.directoryFollows();
        cloud.users.person("nils", "geheim", "Nils Beispiel").join("ag-umwelt", "nils");
        cloud.users.group("it", "Technik").person("tina", "geheim", "Tina").join("it", "tina");
        old = folders().make("AG Umwelt");
        folders().add(old, "Technik");
        try (EmbeddedNextcloud.Account tina = cloud.account("tina", "geheim")) {
            tina.dav().make("/AG Umwelt/Alte Akten", Cookies.NONE);
        }
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private TeamFolders folders() {
        return new TeamFolders(cloud.service().ocs());
    }

    private TeamFolderAdoption adoption() {
        return cloud.target.foreignFolders();
    }

    private Outcome link(Unit unit, String folder) {
        return adoption().link(unit, folder, Runnable::run);
    }

    private TeamFolderMatches.Report report() throws TargetUnavailable {
        List<Foreign> foreign = adoption().foreign();
        return TeamFolderMatches.of(
                "working", cloud.federation.get(), cloud.ids.all("working"), foreign);
    }

    private List<Loss> losses(Plan<CloudKey, CloudObject> plan) throws TargetUnavailable {
        return cloud.reconciliation.losses(plan, cloud.target.observe(Scope.everything()));
    }

    @Test
    void the_report_shows_who_would_get_in_and_who_would_not_and_writes_nothing() throws Exception {
        folders().make("Chor");

        TeamFolderMatches.Report report = report();

        assertThat(report.matches())
                .extracting(Match::unit, Match::opening, Match::closing)
                .containsExactly(tuple(umwelt, List.of("AG Umwelt"), List.of("Technik")));
        assertThat(report.unmatched()).extracting(Foreign::name).containsExactly("Chor");
        assertThat(cloud.ids.all("working")).isEmpty();
        assertThat(folders().one(old).groups()).containsOnlyKeys("Technik");
    }

    @Test
    void a_linked_folder_keeps_its_files_and_gets_the_units_groups_and_no_second_is_made()
            throws Exception {
        assertThat(link(umwelt, old)).isEqualTo(APPLIED);

        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(cloud.id(new OfWorkspace(umwelt.id()))).isEqualTo(old);
        assertThat(folders().one(old).groups())
                .containsOnlyKeys("AG Umwelt", EmbeddedNextcloud.SERVICE_GROUP);
        assertThat(cloud.sees("nils", "geheim"))
                .containsExactlyInAnyOrder("AG Umwelt", "AG Umwelt/Alte Akten");
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.federation.drifts.open()).isEmpty();
    }

    @Test
    void whatever_is_called_otherwise_can_be_linked_and_gets_the_units_name() throws Exception {
        folders().rename(old, "Umwelt alt");
        assertThat(link(umwelt, old)).isEqualTo(APPLIED);

        cloud.fullRun();

        assertThat(folders().one(old).name()).isEqualTo("AG Umwelt");
        assertThat(cloud.sees("nils", "geheim")).contains("AG Umwelt/Alte Akten");
    }

    @Test
    void a_link_that_takes_access_from_people_waits_for_a_person_whatever_the_limits()
            throws Exception {
        link(umwelt, old);

        Plan<CloudKey, CloudObject> plan = cloud.plan(Scope.everything());

        assertThat(losses(plan)).contains(new Loss("linked", "AG Umwelt", 1, 1));
        assertThat(RunSettings.LOSSES).doesNotContain("linked");
        assertThat(cloud.sees("tina", "geheim")).contains("AG Umwelt");
    }

    @Test
    void a_link_that_takes_nothing_from_anybody_waits_for_nobody() throws Exception {
        folders().add(old, "AG Umwelt");
        folders().remove(old, "Technik");
        link(umwelt, old);

        assertThat(losses(cloud.plan(Scope.everything())))
                .extracting(Loss::what)
                .doesNotContain("linked");
    }

    @Test
    void what_is_linked_already_is_not_linked_again() throws Exception {
        link(umwelt, old);

        assertThat(link(umwelt, folders().make("Zweiter")))
                .isEqualTo(new Outcome.Refused(Saying.of("adoption.has-folder", "AG Umwelt")));
        assertThat(link(digital, old))
                .isEqualTo(new Outcome.Refused(Saying.of("adoption.folder-taken", old)));
        assertThat(link(digital, "4711"))
                .isEqualTo(new Outcome.Refused(Saying.of("adoption.folder-gone", "4711")));
        assertThat(cloud.ids.all("working")).hasSize(1);
    }

    @Test
    void linked_a_second_time_with_the_same_it_is_as_it_was() throws Exception {
        link(umwelt, old);

        assertThat(link(umwelt, old)).isEqualTo(APPLIED);
        assertThat(cloud.id(new OfWorkspace(umwelt.id()))).isEqualTo(old);
        assertThat(cloud.ids.all("working")).hasSize(1);
    }

    @Test
    void a_unit_that_has_a_workspace_and_names_that_are_there_twice_are_conflicts()
            throws Exception {
        cloud.fullRun();
        folders().make("AG Digitales");
        folders().make("Doppelt");
        folders().make("Doppelt");
        cloud.federation.group("doppelt", "Doppelt");

        TeamFolderMatches.Report report = report();

        assertThat(report.matches()).isEmpty();
        assertThat(
                        report.conflicts().stream()
                                .map(conflict ->
                                        conflict.folder().name() + " " + conflict.reason().key()))
                .containsExactly(
                        "AG Digitales adoption.has-folder",
                        "AG Umwelt adoption.has-folder",
                        "Doppelt adoption.folders-alike",
                        "Doppelt adoption.folders-alike");
    }

    @Test
    void a_crash_after_the_link_leaves_what_the_next_run_finishes() throws Exception {
        link(umwelt, old);
        for (int write = 1; write <= 3; write++) {
            cloud.crashAtWrite(write);
            try {
                cloud.fullRun();
            } catch (RuntimeException | CrashingCloudIds.Killed killed) {
                assertThat(killed).hasStackTraceContaining("killed");
            }
            cloud.crashAtWrite(0);
            cloud.connect();
        }
        cloud.fullRun();

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.id(new OfWorkspace(umwelt.id()))).isEqualTo(old);
        assertThat(
                        folders().all().values().stream()
                                .filter(folder -> folder.name().equals("AG Umwelt")))
                .hasSize(1);
        assertThat(cloud.sees("nils", "geheim")).contains("AG Umwelt/Alte Akten");
    }

    @Test
    void a_link_is_noted_with_what_belongs_to_it_or_not_at_all() {
        assertThatThrownBy(() ->
                        adoption()
                                .link(
                                        umwelt,
                                        old,
                                        _ -> {
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");

        assertThat(cloud.ids.all("working")).isEmpty();
    }

    @Test
    void several_at_once_are_told_as_if_all_of_them_were_linked() throws Exception {
        String other = folders().make("AG Digitales");
        folders().add(other, "AG Umwelt");

        assertThat(report().matches())
                .extracting(Match::unit, Match::opening, Match::closing)
                .containsExactlyInAnyOrder(
                        tuple(umwelt, List.of("AG Umwelt"), List.of("Technik")),
                        tuple(digital, List.of("AG Digitales"), List.of("AG Umwelt")));
    }

    @Test
    void an_account_that_is_shown_only_some_of_them_reports_nothing() {
        cloud.server.failAlways(
                seen -> seen.path().contains("/delegation/"),
                new Fault.Status(403, "application/json", "{}"));

        assertThatThrownBy(() -> adoption().foreign()).isInstanceOf(TargetUnavailable.class);
    }
}
