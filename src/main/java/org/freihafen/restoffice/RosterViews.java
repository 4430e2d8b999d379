package org.freihafen.restoffice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.applying.CarryingOut;
import org.freihafen.enrolment.BranchCounts;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterEffects;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.expected.ExpectedChange;
import org.freihafen.leaving.DueReport;
import org.freihafen.reconcile.Verdict;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.restadmin.StructureResource;
import org.freihafen.web.Language;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rosters as programs read them; an auditor sees what happens, but no register data. */
@Dependent
class RosterViews {
    private final RegisterViews register;
    private final Sight sight;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    RosterViews(
            RegisterViews register, Sight sight, HttpServletRequest request, Language language) {
        this.register = register;
        this.sight = sight;
        this.request = request;
        this.language = language;
    }

    /** A roster, and what it makes of what is known; left out in a list unless it was applied. */
    public record RosterView(
            String id,
            Instant at,
            String profile,
            String encoding,
            String stage,
            int lines,
            Optional<Integer> problems,
            Optional<Map<String, Integer>> changes,
            int steps,
            int done,
            int leftOut,
            boolean firstApproval) {
        static RosterView listed(Roster roster) {
            RosterView whole = of(roster);
            return !roster.approved()
                    ? new RosterView(
                            whole.id,
                            whole.at,
                            whole.profile,
                            whole.encoding,
                            whole.stage,
                            whole.lines,
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            0,
                            0,
                            whole.firstApproval)
                    : whole;
        }

        static RosterView of(Roster roster) {
            Map<String, Integer> changes = new TreeMap<>();
            roster.counts().forEach((kind, count) -> changes.put(Fields.spelled(kind), count));
            return new RosterView(
                    roster.id().toString(),
                    roster.at(),
                    roster.profile(),
                    roster.encoding(),
                    Fields.spelled(roster.stage()),
                    roster.lines(),
                    Optional.of(roster.problems()),
                    Optional.of(changes),
                    roster.progress().steps(),
                    roster.progress().done(),
                    roster.progress().leftOut(),
                    roster.first().isPresent());
        }
    }

    /** What a unit loses: people with its workspace, leads, perhaps the last one. */
    public record EffectView(
            String unit,
            int members,
            int membersBefore,
            int leads,
            int leadsBefore,
            boolean lastLead) {}

    /** A mass change that was announced for today. */
    public record ExpectedView(
            String id,
            String what,
            LocalDate from,
            LocalDate until,
            int atMost,
            int percent,
            String reason) {
        static ExpectedView of(ExpectedChange expected) {
            return new ExpectedView(
                    expected.id().toString(),
                    expected.what(),
                    expected.from(),
                    expected.until(),
                    expected.limit().atMost(),
                    expected.limit().percent(),
                    expected.reason());
        }
    }

    /** How many changes of each kind one of the branches right below the whole has. */
    public record BranchView(String unit, Map<String, Integer> counts) {
        static BranchView of(BranchCounts branch) {
            Map<String, Integer> counts = new TreeMap<>();
            branch.counts().forEach((kind, people) -> counts.put(Fields.spelled(kind), people));
            return new BranchView(branch.branch().key().value(), counts);
        }
    }

    /** A waiting roster as it looks today. */
    public record Report(
            RosterView roster,
            String hash,
            String verdict,
            List<RunsResource.LossView> losses,
            FileViews.LookView look,
            List<RegisterViews.QuestionView> questions,
            List<BranchView> branches,
            List<EffectView> effects,
            List<ExpectedView> expected,
            List<RegisterViews.ProblemView> problems,
            List<RegisterViews.ChangeView> changes,
            Optional<String> next) {}

    /** Who is due to leave and waits for approval. */
    public record DueView(
            Optional<String> hash,
            String verdict,
            List<RunsResource.LossView> losses,
            List<RegisterViews.ChangeView> staying,
            List<RegisterViews.ChangeView> changes,
            Optional<String> next) {}

    DueView due(Optional<DueReport> found, Optional<String> after, int most) {
        Verdict verdict = found.map(DueReport::verdict).orElseGet(Verdict.Safe::new);
        RegisterViews.Page page =
                register.page(found.stream().flatMap(DueReport::changes), after, most);
        return new DueView(
                found.map(DueReport::hash),
                spelled(verdict),
                StructureResource.losses(verdict),
                found.stream().flatMap(due -> due.staying().stream()).map(register::view).toList(),
                page.changes(),
                page.next());
    }

    private static String spelled(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Safe _ -> "safe";
            case Verdict.NeedsApproval _ -> "needs-approval";
        };
    }

    Report report(
            RosterReport report, Predicate<RosterChange> only, Optional<String> after, int most) {
        RegisterViews.Page page = register.page(report.changes().filter(only), after, most);
        boolean whole = register.seesRegister();
        return new Report(
                RosterView.of(report.roster()),
                report.hash(),
                spelled(report.verdict()),
                StructureResource.losses(report.verdict()),
                FileViews.LookView.of(report.look()),
                report.likenesses().stream().map(register::view).toList(),
                BranchCounts.of(report.changes(), sight.structure()).stream()
                        .map(BranchView::of)
                        .toList(),
                report.effects().stream().map(RosterViews::view).toList(),
                report.expected().stream().map(ExpectedView::of).toList(),
                report.problems().stream().map(problem -> register.view(problem, whole)).toList(),
                page.changes(),
                page.next());
    }

    private static EffectView view(RosterEffects.Effect effect) {
        return new EffectView(
                effect.unit().key().value(),
                effect.members(),
                effect.membersBefore(),
                effect.leads(),
                effect.leadsBefore(),
                effect.losesLastLead());
    }

    String outcome(List<CarryingOut.Line> lines) {
        return new RosterOutcome(sight.structure(), language.of(request)).csv(lines);
    }
}
