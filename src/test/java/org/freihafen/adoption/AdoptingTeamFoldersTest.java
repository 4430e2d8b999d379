package org.freihafen.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.adoption.AdoptingTeamFolders.Match;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.Workspace;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class AdoptingTeamFoldersTest {
    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);
    private final UnitKey umwelt = bridge.harbour.umwelt.key();

    @Test
    void the_report_names_matches_with_who_gets_in_and_who_does_not_and_writes_nothing()
            throws TargetUnavailable {
        Decision<Findings<Match, Folder>> found =
                bridge.adoptingTeamFolders(true).report(ada, "working");

        assertThat(found)
                .isEqualTo(
                        Decision.done(
                                new Findings<>(
                                        List.of(
                                                new Match(
                                                        umwelt,
                                                        new Folder("7", "AG Umwelt"),
                                                        List.of("AG Umwelt"),
                                                        List.of("IT"))),
                                        List.<Findings.Conflict<Folder>>of(),
                                        List.of(new Folder("8", "Chor")))));
        nothingHappened();
    }

    @Test
    void a_team_folder_is_linked_with_a_unit_and_the_next_run_is_woken() {
        assertThat(bridge.adoptingTeamFolders(false).adopt(ada, "working", umwelt, "7"))
                .isEqualTo(Decision.done(new Outcome.Applied()));

        assertThat(bridge.clouds.linked).isEqualTo(Map.of(bridge.harbour.umwelt.id(), "7"));
        assertThat(bridge.harbour.wake.heard()).hasSize(1);
    }

    @Test
    void a_unit_whose_workspace_is_made_when_first_used_has_one_by_this() {
        bridge.adoptingTeamFolders(false).adopt(ada, "working", bridge.harbour.goerlitz.key(), "8");

        assertThat(bridge.harbour.workspaces.of(bridge.harbour.goerlitz.id()))
                .contains(new Workspace(bridge.harbour.goerlitz.id(), "working", false));
    }

    @Test
    void what_was_killed_after_the_link_is_ended_by_a_second_attempt() {
        bridge.clouds.link(bridge.harbour.goerlitz, "8");
        AdoptingTeamFolders adopting = bridge.adoptingTeamFolders(false);
        UnitKey goerlitz = bridge.harbour.goerlitz.key();

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(adopting.adopt(ada, "working", goerlitz, "8"))
                    .isEqualTo(Decision.done(new Outcome.Applied()));
            assertThat(bridge.harbour.workspaces.of(bridge.harbour.goerlitz.id())).isPresent();
            assertThat(bridge.harbour.trail.entries()).hasSize(attempt);
        }
    }

    @Test
    void what_the_cloud_refuses_is_told_and_not_audited() {
        bridge.clouds.outcome = new Outcome.Refused(Saying.of("adoption.folder-gone", "9"));

        assertThat(bridge.adoptingTeamFolders(false).adopt(ada, "working", umwelt, "9"))
                .isEqualTo(Decision.done(bridge.clouds.outcome));
        nothingHappened();
    }

    @Test
    void nothing_is_linked_in_read_only_mode_or_where_no_workspace_can_lie() {
        AdoptingTeamFolders adopting = bridge.adoptingTeamFolders(false);
        assertThat(rule(bridge.adoptingTeamFolders(true).adopt(ada, "working", umwelt, "7")))
                .isEqualTo(Rule.READ_ONLY);
        assertThat(rule(adopting.adopt(ada, "nowhere", umwelt, "7"))).isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(adopting.adopt(ada, "working", new UnitKey("nowhere"), "7")))
                .isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(adopting.adopt(ada, "working", bridge.harbour.board.key(), "7")))
                .isEqualTo(Rule.NO_WORKSPACE);
        nothingHappened();
    }

    @Test
    void only_administrators_adopt() {
        for (Actor actor : List.of(as(bridge.harbour.bo), as(bridge.harbour.lea))) {
            AdoptingTeamFolders adopting = bridge.adoptingTeamFolders(false);
            assertThatThrownBy(() -> adopting.report(actor, "working")).isInstanceOf(Denied.class);
            assertThatThrownBy(() -> adopting.adopt(actor, "working", umwelt, "7"))
                    .isInstanceOf(Denied.class);
        }
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(bridge.clouds.linked).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }
}
