package org.freihafen.restoffice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.rest.Fields;
import org.freihafen.roster.RosterFile;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.trial.LookingAtFiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files as they were read, for whoever sent them along. */
@Dependent
class FileViews {
    private final RegisterViews register;

    @Inject
    FileViews(RegisterViews register) {
        this.register = register;
    }

    /** How a file looked to its profile. */
    public record LookView(
            String encoding,
            int headerLine,
            Map<String, String> used,
            List<String> guessed,
            List<String> ignored,
            List<String> absent) {
        static LookView of(RosterFile.Look look) {
            Map<String, String> used = new TreeMap<>();
            look.used().forEach((column, header) -> used.put(Fields.spelled(column), header));
            return new LookView(
                    look.encoding(),
                    look.headerLine(),
                    used,
                    look.guessed().stream().map(Fields::spelled).sorted().toList(),
                    look.ignored(),
                    look.absent().stream().map(Fields::spelled).sorted().toList());
        }
    }

    /** A profile tried on a file, without keeping any of it. */
    public record TrialView(
            boolean usable,
            Optional<LookView> look,
            int lines,
            int problemCount,
            List<RegisterViews.ProblemView> problems) {}

    /** A branch's list held against the register. */
    public record ComparisonView(
            TrialView file,
            Map<String, Integer> counts,
            List<RegisterViews.ChangeView> differences) {}

    TrialView trial(RosterFile file) {
        return switch (file) {
            case RosterFile.Unusable(FileProblem problem, Optional<RosterFile.Look> look) ->
                    new TrialView(
                            false,
                            look.map(LookView::of),
                            0,
                            1,
                            List.of(register.view(problem, true)));
            case RosterFile.Read read ->
                    new TrialView(
                            true,
                            Optional.of(LookView.of(read.look())),
                            read.lines(),
                            read.problemCount(),
                            read.problems().stream()
                                    .map(each -> register.view(each, true))
                                    .toList());
        };
    }

    ComparisonView comparison(LookingAtFiles.Comparison comparison) {
        Map<String, Integer> counts = new TreeMap<>();
        comparison
                .differences()
                .forEach(each -> counts.merge(Fields.spelled(each.kind()), 1, Integer::sum));
        return new ComparisonView(
                trial(comparison.file()),
                counts,
                comparison.differences().stream().limit(10_000).map(register::view).toList());
    }
}
