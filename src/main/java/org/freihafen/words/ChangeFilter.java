package org.freihafen.words;

import org.freihafen.enrolment.RosterChange;
import org.freihafen.ids.UnitId;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;

import java.util.Locale;
import java.util.stream.Stream;

/** Which changes somebody is looking for. */
public final class ChangeFilter {
    private ChangeFilter() {}

    /** Whether the person is or was in the unit or below it. */
    public static boolean touches(RosterChange change, UnitId unit, Structure structure) {
        return entries(change)
                .flatMap(entry -> entry.place().stream())
                .anyMatch(place ->
                        structure.upward(place).stream().anyMatch(each -> each.id().equals(unit)));
    }

    /** Whether the number or a name has this in it. */
    public static boolean says(RosterChange change, String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return change.number().value().toLowerCase(Locale.ROOT).contains(part)
                || entries(change)
                        .anyMatch(entry -> entry.name().toLowerCase(Locale.ROOT).contains(part));
    }

    private static Stream<RosterEntry> entries(RosterChange change) {
        return Stream.concat(change.before().stream(), change.after().stream());
    }
}
