package org.freihafen.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.util.List;

class AdoptingGroupsTest {
    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);
    private final UnitKey umwelt = bridge.harbour.umwelt.key();

    @Test
    void the_report_names_matches_conflicts_and_strangers_and_writes_nothing()
            throws TargetUnavailable {
        Findings<AdoptingGroups.Match, Findings.Entry> found =
                bridge.adoptingGroups(true).report(ada);

        assertThat(found.matches())
                .containsExactly(
                        new AdoptingGroups.Match(
                                umwelt, Part.LEADS, Bridge.ENTRY, "cn=leitung", 1, 2));
        assertThat(found.conflicts())
                .containsExactly(
                        new Findings.Conflict<>(
                                new Findings.Entry("cn=bund"),
                                Saying.of("adoption.members-elsewhere")));
        assertThat(found.unmatched()).extracting(Findings.Entry::dn).containsExactly("cn=chor");
        nothingHappened();
    }

    @Test
    void an_entry_is_linked_with_the_group_of_a_unit() {
        assertThat(bridge.adoptingGroups(false).adopt(ada, umwelt, Part.LEADS, Bridge.ENTRY))
                .isEqualTo(Decision.done(new Outcome.Applied()));

        assertThat(bridge.groupAdoption.linked)
                .containsEntry(Bridge.ENTRY, new GroupId(bridge.harbour.umwelt.id(), Part.LEADS));
    }

    @Test
    void what_the_directory_refuses_is_told_and_not_audited() {
        bridge.groupAdoption.outcome = new Outcome.Refused(Saying.of("adoption.taken", "cn=x"));

        assertThat(bridge.adoptingGroups(false).adopt(ada, umwelt, Part.PEOPLE, Bridge.ENTRY))
                .isEqualTo(Decision.done(bridge.groupAdoption.outcome));
        nothingHappened();
    }

    @Test
    void nothing_is_linked_in_read_only_mode_or_with_a_unit_that_is_not_there() {
        assertThat(
                        refusal(
                                bridge.adoptingGroups(true)
                                        .adopt(ada, umwelt, Part.PEOPLE, Bridge.ENTRY)))
                .isEqualTo(Rule.READ_ONLY);
        assertThat(
                        refusal(
                                bridge.adoptingGroups(false)
                                        .adopt(
                                                ada,
                                                new UnitKey("nowhere"),
                                                Part.PEOPLE,
                                                Bridge.ENTRY)))
                .isEqualTo(Rule.NOT_FOUND);
        nothingHappened();
    }

    @Test
    void only_administrators_adopt() {
        for (Actor actor : List.of(as(bridge.harbour.bo), as(bridge.harbour.lea))) {
            assertThatThrownBy(() -> bridge.adoptingGroups(false).report(actor))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() ->
                            bridge.adoptingGroups(false)
                                    .adopt(actor, umwelt, Part.PEOPLE, Bridge.ENTRY))
                    .isInstanceOf(Denied.class);
        }
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(bridge.groupAdoption.linked).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }

    private static Rule refusal(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }
}
