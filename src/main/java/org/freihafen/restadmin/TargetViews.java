package org.freihafen.restadmin;

import org.freihafen.policy.Check;
import org.freihafen.policy.Inspection;
import org.freihafen.runs.Operating.TargetState;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Targets as they are shown. */
final class TargetViews {
    private TargetViews() {}

    static TargetsResource.TargetView view(TargetState state, Locale reader) {
        return new TargetsResource.TargetView(
                state.name(),
                state.readOnly(),
                state.held().map(run -> RunsResource.RunView.of(run, reader)),
                runs(state, reader));
    }

    static TargetsResource.WholeTarget view(
            TargetState state, Optional<Inspection> inspection, Locale reader) {
        return new TargetsResource.WholeTarget(
                state.name(),
                state.readOnly(),
                state.held().map(run -> RunsResource.RunView.of(run, reader)),
                runs(state, reader),
                inspection.map(TargetViews::view));
    }

    private static List<RunsResource.RunView> runs(TargetState state, Locale reader) {
        return state.latest().stream().map(run -> RunsResource.RunView.of(run, reader)).toList();
    }

    private static TargetsResource.SetUp view(Inspection inspection) {
        return new TargetsResource.SetUp(
                inspection.at(),
                inspection.internal(),
                inspection.version(),
                inspection.alarms().size(),
                inspection.checks().stream().map(TargetViews::view).toList(),
                inspection.unknown());
    }

    private static TargetsResource.CheckView view(Check check) {
        return new TargetsResource.CheckView(
                check.requirement().name(),
                check.state().name().toLowerCase(Locale.ROOT),
                check.shown(),
                check.requirement().commands());
    }
}
