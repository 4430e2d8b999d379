package org.freihafen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.freihafen.access.Action;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Unit;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the register changes for people, as lines that show no more than the visitor may see. */
@RequestScoped
public class ChangeLines {
    static final String MASKED = "…";

    @Inject private Asked asked;
    @Inject private PageWords words;

    /** One person's change as a line for people. */
    public record ChangeLine(String number, String name, Kind kind, String what) {}

    ChangeLine line(RosterChange change) {
        if (!seesRegister()) {
            return new ChangeLine(MASKED, MASKED, change.kind(), aspects(change));
        }
        Optional<RosterEntry> shown = change.after().or(change::before);
        String name = shown.map(e -> (e.givenName() + " " + e.familyName()).strip()).orElse("");
        return new ChangeLine(change.number().value(), name, change.kind(), what(change));
    }

    private String what(RosterChange change) {
        return switch (change.kind()) {
            case JOINER, RETURNER, GONE_BEFORE -> place(change.after());
            case LEAVER -> place(change.before());
            case MOVER -> words.say("roster.moves", place(change.before()), place(change.after()));
            case CORRECTION -> aspects(change);
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
        return place.flatMap(asked.structure()::byId).map(Unit::name).orElse("");
    }
}
