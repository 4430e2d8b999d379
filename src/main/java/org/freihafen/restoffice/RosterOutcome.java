package org.freihafen.restoffice;

import org.freihafen.applying.CarryingOut;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.requests.ChangeSheet;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report on an approved roster as a CSV for spreadsheet programs. */
final class RosterOutcome {
    private final Structure structure;
    private final Words words;

    RosterOutcome(Structure structure, Words words) {
        this.structure = structure;
        this.words = words;
    }

    /** With a byte-order mark, by which spreadsheet programs know the encoding. */
    String csv(List<CarryingOut.Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        words.say("outcome.number"),
                        words.say("outcome.name"),
                        words.say("outcome.kind"),
                        words.say("outcome.aspects"),
                        words.say("outcome.before"),
                        words.say("outcome.after"),
                        words.say("outcome.outcome")));
        lines.forEach(line -> rows.add(row(line)));
        return "\uFEFF" + ChangeSheet.of(rows);
    }

    private List<String> row(CarryingOut.Line line) {
        RosterChange change = line.step().meaning();
        return List.of(
                change.number().value(),
                change.after().or(change::before).map(RosterEntry::name).orElse(""),
                words.say("outcome.kind." + change.kind()),
                change.aspects().stream()
                        .sorted()
                        .map(aspect -> words.say("outcome.aspect." + aspect))
                        .collect(Collectors.joining(", ")),
                place(change.before()),
                place(change.after()),
                words.say("outcome.is." + line.outcome()));
    }

    private String place(Optional<RosterEntry> entry) {
        return entry.flatMap(RosterEntry::place)
                .flatMap(structure::byId)
                .map(Unit::name)
                .orElse("");
    }
}
