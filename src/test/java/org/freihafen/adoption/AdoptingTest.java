package org.freihafen.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.junit.jupiter.api.Test;

import java.util.List;

class AdoptingTest {
    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);

    @Test
    void the_report_names_matches_conflicts_and_strangers_and_writes_nothing()
            throws TargetUnavailable {
        Findings<Adopting.Match, Findings.Entry> found = bridge.adopting(true).report(ada);

        assertThat(found.matches())
                .containsExactly(new Adopting.Match(bridge.harbour.max, Bridge.ENTRY, "uid=max"));
        assertThat(found.conflicts())
                .containsExactly(
                        new Findings.Conflict<>(
                                new Findings.Entry("uid=lea"), Saying.of("adoption.several")));
        assertThat(found.unmatched()).extracting(Findings.Entry::dn).containsExactly("uid=guest");
        nothingHappened();
    }

    @Test
    void an_entry_is_linked_with_what_the_person_is_to_be_there() {
        assertThat(bridge.adopting(false).adopt(ada, bridge.harbour.max, Bridge.ENTRY))
                .isEqualTo(Decision.done(new Outcome.Applied()));

        assertThat(bridge.adoption.linked.get(Bridge.ENTRY))
                .extracting(PersonEntry::username, PersonEntry::active)
                .containsExactly("max", true);
    }

    @Test
    void what_the_directory_refuses_is_told_and_not_audited() {
        bridge.adoption.outcome = new Outcome.Refused(Saying.of("adoption.taken", "cn=x"));

        assertThat(bridge.adopting(false).adopt(ada, bridge.harbour.max, Bridge.ENTRY))
                .isEqualTo(Decision.done(bridge.adoption.outcome));
        nothingHappened();
    }

    @Test
    void nothing_is_linked_in_read_only_mode_or_with_a_stranger() {
        assertThat(refusal(bridge.adopting(true).adopt(ada, bridge.harbour.max, Bridge.ENTRY)))
                .isEqualTo(Rule.READ_ONLY);
        assertThat(
                        refusal(
                                bridge.adopting(false)
                                        .adopt(ada, bridge.harbour.ids.person(), Bridge.ENTRY)))
                .isEqualTo(Rule.NOT_FOUND);
        nothingHappened();
    }

    @Test
    void only_administrators_adopt() {
        for (Actor actor : List.of(as(bridge.harbour.bo), as(bridge.harbour.lea))) {
            assertThatThrownBy(() -> bridge.adopting(false).report(actor))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() ->
                            bridge.adopting(false).adopt(actor, bridge.harbour.max, Bridge.ENTRY))
                    .isInstanceOf(Denied.class);
        }
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(bridge.adoption.linked).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }

    private static Rule refusal(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }
}
