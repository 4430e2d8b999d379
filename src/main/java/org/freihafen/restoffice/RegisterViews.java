package org.freihafen.restoffice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Access;
import org.freihafen.access.Standing;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.identity.Likeness;
import org.freihafen.identity.Question;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.SightRule;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ChangeFilter;
import org.freihafen.words.NearNames;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the register says of people; an auditor sees what happens, but no register data. */
@Dependent
class RegisterViews {
    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    RegisterViews(
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

    /**
     * Something that a person has to decide.
     *
     * @param about the number in the file
     * @param other the number of whom it may be as well
     * @param listed what the file says
     * @param held who it may be as well; of those who left, with their last unit
     * @param common what both have in common: name, place, joined, email
     * @param why the proposed answer is proposed
     * @param answers what can be answered
     */
    public record QuestionView(
            String question,
            String kind,
            String about,
            Optional<String> other,
            Optional<EntryView> listed,
            Optional<EntryView> held,
            List<String> common,
            String proposed,
            String why,
            List<String> answers) {}

    /** Which changes are asked for; what is wrong with that is said to the fields. */
    Predicate<RosterChange> only(
            Fields fields,
            Optional<RosterChange.Kind> kind,
            Optional<UnitKey> unit,
            Optional<String> text) {
        Structure structure = sight.structure();
        Optional<UnitId> within = unit.flatMap(structure::byKey).map(Unit::id);
        if (unit.isPresent() && within.isEmpty()) {
            fields.wrong("unit", "no_unit", near(unit.get(), structure));
        }
        boolean whole = seesRegister();
        return change ->
                kind.map(k -> change.kind() == k).orElse(true)
                        && within.map(id -> ChangeFilter.touches(change, id, structure))
                                .orElse(true)
                        && text.map(part -> whole && ChangeFilter.says(change, part)).orElse(true);
    }

    private static String near(UnitKey meant, Structure structure) {
        List<String> near =
                NearNames.of(
                        meant.value(),
                        structure.living().stream()
                                .filter(unit -> !unit.kind().discreet())
                                .map(unit -> unit.key().value())
                                .toList());
        return near.isEmpty() ? "–" : String.join(", ", near);
    }

    QuestionView view(Likeness likeness) {
        boolean whole = seesRegister();
        Structure structure = sight.structure();
        Question question = likeness.question();
        return new QuestionView(
                whole ? question.key() : "",
                Fields.spelled(question.kind()),
                whole ? question.about().value() : "",
                question.other().filter(_ -> whole).map(MemberNumber::value),
                Optional.of(likeness.line()).filter(_ -> whole).map(e -> view(e, structure)),
                likeness.other().filter(_ -> whole).map(e -> view(e, structure)),
                likeness.common().stream().map(Fields::spelled).toList(),
                Fields.spelled(question.proposed()),
                language.of(request).say("question.why." + likeness.grounds()),
                question.possible().stream().map(Fields::spelled).toList());
    }

    /** Some changes, and where to go on. */
    record Page(List<ChangeView> changes, Optional<String> next) {}

    Page page(Stream<RosterChange> changes, Optional<String> after, int most) {
        boolean whole = seesRegister();
        int skipped = whole ? 0 : after.map(RegisterViews::number).orElse(0);
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

    boolean seesRegister() {
        return sight.structure()
                .root()
                .map(root -> sight.sees(SightRule.Field.REGISTER_DATA, root))
                .orElseGet(() ->
                        access.standings(caller.person(), access.federation())
                                .contains(Standing.MEMBER_OFFICE));
    }

    ProblemView view(FileProblem problem, boolean whole) {
        Locale locale = language.of(request).language();
        return new ProblemView(
                problem.line(),
                problem.column(),
                whole ? Optional.of(problem.value()) : Optional.empty(),
                whole ? problem.said(locale) : problem.fault().name(),
                whole ? problem.cure(locale) : "");
    }

    ChangeView view(RosterChange change) {
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
