package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.adoption.Bridge;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Run.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

class OperatingTest {
    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);
    private final Operating operating = bridge.operating(false);

    @Test
    void a_held_plan_goes_with_the_hash_that_was_shown() {
        RunId held = bridge.run(Phase.HELD, "shown");

        RunId run = approved(operating.approve(ada, held, "shown"));

        assertThat(bridge.lanes.asked)
                .containsExactly(new Order(run, Optional.empty(), false, Optional.of("shown")));
    }

    @Test
    void another_hash_than_the_held_plans_lets_nothing_go() {
        RunId held = bridge.run(Phase.HELD, "shown");

        assertThat(refusal(operating.approve(ada, held, "another")))
                .contains(Rule.CHANGED_SINCE_SHOWN);
        nothingHappened();
    }

    @Test
    void a_hold_is_let_go_though_a_newer_run_found_the_same() {
        RunId shown = bridge.run(Phase.HELD, "same");
        bridge.run(Phase.HELD, "same");

        approved(operating.approve(ada, shown, "same"));
    }

    @Test
    void a_hold_that_a_newer_run_with_more_to_do_has_overtaken_is_not_let_go() {
        RunId overtaken = bridge.run(Phase.HELD, "shown");
        bridge.run(Phase.HELD, "more");

        assertThat(refusal(operating.approve(ada, overtaken, "shown")))
                .contains(Rule.CHANGED_SINCE_SHOWN);
        nothingHappened();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELD")
    void only_what_is_held_is_let_go(Phase phase) {
        assertThat(refusal(operating.approve(ada, bridge.run(phase, "h"), "h")))
                .contains(Rule.CHANGED_SINCE_SHOWN);
        nothingHappened();
    }

    @Test
    void in_read_only_mode_nothing_is_let_go_but_runs_may_look() {
        RunId held = bridge.run(Phase.HELD, "h");

        assertThat(refusal(bridge.operating(true).approve(ada, held, "h")))
                .contains(Rule.READ_ONLY);
        nothingHappened();
        assertThat(refusal(bridge.operating(true).start(ada, "ldap", true))).isEmpty();
    }

    @Test
    void what_never_was_is_not_found() throws TargetUnavailable {
        assertThat(refusal(operating.approve(ada, bridge.harbour.ids.run(), "h")))
                .contains(Rule.NOT_FOUND);
        assertThat(refusal(operating.start(ada, "nowhere", false))).contains(Rule.NOT_FOUND);
        assertThat(refusal(operating.takeOver(ada, "nowhere"))).contains(Rule.NOT_FOUND);
        nothingHappened();
    }

    @Test
    void a_target_that_does_not_answer_is_not_said_to_be_taken_over() {
        bridge.lanes.away = true;

        assertThatThrownBy(() -> operating.takeOver(ada, "ldap"))
                .isInstanceOf(TargetUnavailable.class);
        nothingHappened();
    }

    @Test
    void auditors_look_and_do_not_touch_and_others_do_neither() {
        RunId held = bridge.run(Phase.HELD, "h");
        Actor auditor = as(bridge.harbour.bo);
        Actor lead = as(bridge.harbour.lea);

        assertThat(operating.targets(auditor))
                .extracting(Operating.TargetState::name)
                .isEqualTo(List.of("ldap", "working"));
        assertThat(operating.run(auditor, held)).isPresent();
        assertThatThrownBy(() -> operating.targets(lead)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> operating.run(lead, held)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> operating.lines(lead, held, 0, 1)).isInstanceOf(Denied.class);
        for (Actor actor : List.of(auditor, lead)) {
            assertThatThrownBy(() -> operating.approve(actor, held, "h"))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> operating.start(actor, "ldap", true))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> operating.takeOver(actor, "ldap")).isInstanceOf(Denied.class);
        }
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(bridge.lanes.asked).isEmpty();
        assertThat(bridge.lanes.takenOver).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }

    private static RunId approved(Decision<RunId> decision) {
        return ((Decision.Done<RunId>) decision).value();
    }

    private static Optional<Rule> refusal(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule);
    }
}
