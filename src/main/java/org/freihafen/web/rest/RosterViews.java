package org.freihafen.web.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Access;
import org.freihafen.access.Standing;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.leaving.DueReport;
import org.freihafen.membership.SightRule;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.FileProblem;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            Optional<Map<String, Integer>> changes) {
        static RosterView listed(Roster roster) {
            RosterView whole = of(roster);
            return roster.stage() != Roster.Stage.APPLIED
                    ? new RosterView(
                            whole.id,
                            whole.at,
                            whole.profile,
                            whole.encoding,
                            whole.stage,
                            whole.lines,
                            Optional.empty(),
                            Optional.empty())
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
                    Optional.of(changes));
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
            int reminders) {}

    /** What changes for one person; aspects only where something known changes. */
    public record ChangeView(
            String number,
            String kind,
            List<String> aspects,
            Optional<EntryView> before,
            Optional<EntryView> after) {}

    /** A waiting roster as it looks today. */
    public record Report(
            RosterView roster,
            String hash,
            String verdict,
            List<RunsResource.LossView> losses,
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

    Report report(
            RosterReport report,
            Optional<RosterChange.Kind> kind,
            Optional<String> after,
            int most) {
        Page page =
                page(
                        report.changes()
                                .filter(change -> kind.map(k -> change.kind() == k).orElse(true)),
                        after,
                        most);
        boolean whole = seesRegister();
        return new Report(
                RosterView.of(report.roster()),
                report.hash(),
                spelled(report.verdict()),
                StructureResource.losses(report.verdict()),
                report.problems().stream().map(problem -> view(problem, whole)).toList(),
                page.changes(),
                page.next());
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
                entry.reminders());
    }
}
