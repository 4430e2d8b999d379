package org.freihafen.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.adoption.AdoptingTeamFolders.Match;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.util.List;

class AdoptingTeamFoldersTest {
    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);
    private final UnitKey umwelt = bridge.harbour.umwelt.key();

    @Test
    void the_report_names_matches_with_who_gets_in_and_who_does_not_and_writes_nothing()
            throws TargetUnavailable {
        Decision<Findings<Match, Folder>> found =
                bridge.adoptingTeamFolders().report(ada, "working");

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
    void only_administrators_are_told() {
        for (Actor actor : List.of(as(bridge.harbour.bo), as(bridge.harbour.lea))) {
            assertThatThrownBy(() -> bridge.adoptingTeamFolders().report(actor, "working"))
                    .isInstanceOf(Denied.class);
        }
    }

    private void nothingHappened() {
        assertThat(bridge.clouds.linked).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }
}
