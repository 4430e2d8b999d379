package org.freihafen.restoffice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Access;
import org.freihafen.access.Standing;
import org.freihafen.applying.CarryingOut;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterEffects;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.expected.ExpectedChange;
import org.freihafen.identity.Question;
import org.freihafen.ids.UnitId;
import org.freihafen.leaving.DueReport;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.SightRule;
import org.freihafen.reconcile.Verdict;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.restadmin.StructureResource;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFile;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.trial.LookingAtFiles;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ChangeFilter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rosters as programs read them; an auditor sees what happens, but no register data. */
@Dependent
class RosterViews {
    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    RosterViews(
            Caller caller,
            Access access,
            Sight sight,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.access = access;
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

    /** Something wrong with a line. */
    public record ProblemView(
            int line, String column, Optional<String> value, String detail, String cure) {}

    /** What the register says of somebody. */
    public record EntryView(
            String givenName,
            String familyName,
            String email,
            Optional<String> unit,
            Optional<LocalDate> joined,
            Optional<LocalDate> left,
            int balanceCents,
            int reminders,
            String status) {}

    /** What changes for one person; aspects only where something known changes. */
    public record ChangeView(
            String number,
            String kind,
            List<String> aspects,
            Optional<EntryView> before,
            Optional<EntryView> after) {}

    /** Something that a person has to decide; answers are what can be answered. */
    public record QuestionView(
            String question,
            String kind,
            String about,
            Optional<String> other,
            String proposed,
            List<String> answers) {}

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
            List<ProblemView> problems) {}

    /** A branch's list held against the register. */
    public record ComparisonView(
            TrialView file, Map<String, Integer> counts, List<ChangeView> differences) {}

    /** A waiting roster as it looks today. */
    public record Report(
            RosterView roster,
            String hash,
            String verdict,
            List<RunsResource.LossView> losses,
            LookView look,
            List<QuestionView> questions,
            List<EffectView> effects,
            List<ExpectedView> expected,
            List<ProblemView> problems,
            List<ChangeView> changes,
            Optional<String> next) {}

    /** Who is due to leave and waits for approval. */
    public record DueView(
            Optional<String> hash,
            String verdict,
            List<RunsResource.LossView> losses,
            List<ChangeView> staying,
            List<ChangeView> changes,
            Optional<String> next) {}

    DueView due(Optional<DueReport> found, Optional<String> after, int most) {
        Verdict verdict = found.map(DueReport::verdict).orElseGet(Verdict.Safe::new);
        Page page = page(found.stream().flatMap(DueReport::changes), after, most);
        return new DueView(
                found.map(DueReport::hash),
                spelled(verdict),
                StructureResource.losses(verdict),
                found.stream().flatMap(due -> due.staying().stream()).map(this::view).toList(),
                page.changes(),
                page.next());
    }

    private static String spelled(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Safe _ -> "safe";
            case Verdict.NeedsApproval _ -> "needs-approval";
        };
    }

    /** Which changes are asked for. */
    Predicate<RosterChange> only(
            Optional<RosterChange.Kind> kind, Optional<UnitKey> unit, Optional<String> text) {
        Structure structure = sight.structure();
        Optional<UnitId> within = unit.flatMap(structure::byKey).map(Unit::id);
        boolean nowhere = unit.isPresent() && within.isEmpty();
        boolean whole = seesRegister();
        return change ->
                !nowhere
                        && kind.map(k -> change.kind() == k).orElse(true)
                        && within.map(id -> ChangeFilter.touches(change, id, structure))
                                .orElse(true)
                        && text.map(part -> whole && ChangeFilter.says(change, part)).orElse(true);
    }

    Report report(
            RosterReport report, Predicate<RosterChange> only, Optional<String> after, int most) {
        Page page = page(report.changes().filter(only), after, most);
        boolean whole = seesRegister();
        return new Report(
                RosterView.of(report.roster()),
                report.hash(),
                spelled(report.verdict()),
                StructureResource.losses(report.verdict()),
                LookView.of(report.look()),
                report.questions().stream().map(question -> view(question, whole)).toList(),
                report.effects().stream().map(RosterViews::view).toList(),
                report.expected().stream().map(ExpectedView::of).toList(),
                report.problems().stream().map(problem -> view(problem, whole)).toList(),
                page.changes(),
                page.next());
    }

    private static QuestionView view(Question question, boolean whole) {
        return new QuestionView(
                whole ? question.key() : "",
                Fields.spelled(question.kind()),
                whole ? question.about().value() : "",
                question.other().filter(_ -> whole).map(MemberNumber::value),
                Fields.spelled(question.proposed()),
                question.possible().stream().map(Fields::spelled).toList());
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

    TrialView trial(RosterFile file) {
        return switch (file) {
            case RosterFile.Unusable(FileProblem problem, Optional<RosterFile.Look> look) ->
                    new TrialView(
                            false, look.map(LookView::of), 0, 1, List.of(view(problem, true)));
            case RosterFile.Read read ->
                    new TrialView(
                            true,
                            Optional.of(LookView.of(read.look())),
                            read.lines(),
                            read.problemCount(),
                            read.problems().stream().map(each -> view(each, true)).toList());
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
                comparison.differences().stream().limit(10_000).map(this::view).toList());
    }

    String outcome(List<CarryingOut.Line> lines) {
        return new RosterOutcome(sight.structure(), language.of(request)).csv(lines);
    }

    private record Page(List<ChangeView> changes, Optional<String> next) {}

    private Page page(Stream<RosterChange> changes, Optional<String> after, int most) {
        boolean whole = seesRegister();
        int skipped = whole ? 0 : after.map(RosterViews::number).orElse(0);
        List<RosterChange> found =
                changes.filter(change ->
                                after.filter(_ -> whole)
                                        .map(a -> change.number().value().compareTo(a) > 0)
                                        .orElse(true))
                        .sorted(Comparator.comparing(RosterChange::number))
                        .skip(skipped)
                        .limit(most + 1L)
                        .toList();
        List<RosterChange> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(this::view).toList(),
                found.size() > most
                        ? Optional.of(
                                whole
                                        ? shown.getLast().number().value()
                                        : String.valueOf(skipped + most))
                        : Optional.empty());
    }

    /** Where to go on for those who see no member numbers. */
    private static int number(String after) {
        return after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
    }

    private boolean seesRegister() {
        return sight.structure()
                .root()
                .map(root -> sight.sees(SightRule.Field.REGISTER_DATA, root))
                .orElseGet(() ->
                        access.standings(caller.person(), access.federation())
                                .contains(Standing.MEMBER_OFFICE));
    }

    private ProblemView view(FileProblem problem, boolean whole) {
        Locale locale = language.of(request).language();
        return new ProblemView(
                problem.line(),
                problem.column(),
                whole ? Optional.of(problem.value()) : Optional.empty(),
                whole ? problem.said(locale) : problem.fault().name(),
                whole ? problem.cure(locale) : "");
    }

    private ChangeView view(RosterChange change) {
        boolean whole = seesRegister();
        Structure structure = sight.structure();
        return new ChangeView(
                whole ? change.number().value() : "",
                Fields.spelled(change.kind()),
                change.aspects().stream().sorted().map(Fields::spelled).toList(),
                change.before().filter(_ -> whole).map(entry -> view(entry, structure)),
                change.after().filter(_ -> whole).map(entry -> view(entry, structure)));
    }

    private static EntryView view(RosterEntry entry, Structure structure) {
        return new EntryView(
                entry.givenName(),
                entry.familyName(),
                entry.email(),
                entry.place().flatMap(structure::byId).map(Unit::key).map(UnitKey::value),
                entry.joined(),
                entry.left(),
                entry.balanceCents(),
                entry.reminders(),
                Fields.spelled(entry.status()));
    }
}
