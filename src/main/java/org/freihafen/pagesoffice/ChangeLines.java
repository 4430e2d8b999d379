package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.identity.Likeness;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.pages.Asked;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structurefile.FileProblem;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the register changes for people, as lines that show no more than the visitor may see. */
@Named
@RequestScoped
public class ChangeLines {
    static final String MASKED = "…";

    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;

    /** One person's change as a line for people. */
    public record ChangeLine(
            String number, String name, Kind kind, String what, List<Detail> details) {}

    /** One thing about a person, before and after. */
    public record Detail(String what, String before, String after, boolean differs) {}

    ChangeLine line(RosterChange change) {
        if (!seesRegister()) {
            return new ChangeLine(MASKED, MASKED, change.kind(), aspects(change), List.of());
        }
        Optional<RosterEntry> shown = change.after().or(change::before);
        String name = shown.map(e -> (e.givenName() + " " + e.familyName()).strip()).orElse("");
        return new ChangeLine(
                change.number().value(), name, change.kind(), what(change), details(change));
    }

    private List<Detail> details(RosterChange change) {
        Both both = new Both(change.before(), change.after());
        return List.of(
                detail("number", both, entry -> entry.number().value()),
                detail("name", both, RosterEntry::name),
                detail("email", both, RosterEntry::email),
                detail("place", both, entry -> place(Optional.of(entry))),
                detail("status", both, entry -> words.say("status." + entry.status())),
                detail("joined", both, entry -> entry.joined().map(words::day).orElse("")),
                detail("left", both, entry -> entry.left().map(words::day).orElse("")),
                detail("dues", both, entry -> euros(entry.balanceCents())),
                detail("reminders", both, entry -> Integer.toString(entry.reminders())));
    }

    /** What tells people apart, of whom is known and of whom the file lists. */
    List<Detail> likeness(Likeness likeness) {
        Both both = new Both(likeness.other(), Optional.of(likeness.line()));
        return List.of(
                detail("name", both, RosterEntry::name),
                detail("number", both, entry -> entry.number().value()),
                detail("place", both, entry -> place(Optional.of(entry))),
                detail("joined", both, entry -> entry.joined().map(words::day).orElse("")),
                detail("left", both, entry -> entry.left().map(words::day).orElse("")),
                detail("email", both, RosterEntry::email));
    }

    private record Both(Optional<RosterEntry> before, Optional<RosterEntry> after) {}

    private Detail detail(String what, Both both, Function<RosterEntry, String> of) {
        String none = words.say("entry.none");
        String before = both.before().map(of).filter(text -> !text.isEmpty()).orElse(none);
        String after = both.after().map(of).filter(text -> !text.isEmpty()).orElse(none);
        return new Detail(words.say("entry." + what), before, after, !before.equals(after));
    }

    private String euros(int cents) {
        return NumberFormat.getCurrencyInstance(
                        words.locale().equals(Locale.GERMAN)
                                ? Locale.GERMANY
                                : Locale.of("en", "IE"))
                .format(BigDecimal.valueOf(cents, 2));
    }

    public String said(FileProblem problem) {
        return masked(problem).said(words.locale());
    }

    public String cure(FileProblem problem) {
        return masked(problem).cure(words.locale());
    }

    private FileProblem masked(FileProblem problem) {
        return seesRegister()
                ? problem
                : new FileProblem(
                        problem.line(),
                        problem.column(),
                        MASKED,
                        problem.fault(),
                        problem.facts().stream().map(_ -> MASKED).toList());
    }

    private String what(RosterChange change) {
        return switch (change.kind()) {
            case JOINER, RETURNER, GONE_BEFORE -> place(change.after());
            case LEAVER -> place(change.before());
            case MOVER -> words.say("roster.moves", place(change.before()), place(change.after()));
            case STATUS, CORRECTION -> aspects(change);
        };
    }

    private String aspects(RosterChange change) {
        return change.aspects().stream()
                .sorted(Comparator.naturalOrder())
                .map(aspect -> words.say("roster.aspect." + aspect))
                .collect(Collectors.joining(", "));
    }

    /** An auditor sees what happens, but no register data. */
    boolean seesRegister() {
        return asked.structure()
                .root()
                .map(root -> asked.sees(Field.REGISTER_DATA, root))
                .orElseGet(() -> asked.mayEverywhere(Action.RULE_ROSTER));
    }

    private String place(Optional<RosterEntry> entry) {
        Optional<UnitId> place = entry.flatMap(RosterEntry::place);
        return place.flatMap(asked.structure()::byId).map(unitNames::said).orElse("");
    }
}
