package org.freihafen.words;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.ChangeSheet;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Change requests as a sheet in the reader's language. */
@Dependent
public class ChangeSheets {
    private final Units units;
    private final Clock clock;

    @Inject
    public ChangeSheets(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    public String of(List<ChangeRequest> requests, Locale language) {
        Words words = Words.in(language);
        Structure structure = units.structure();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.say("sheet.changes").split(";", -1)));
        for (ChangeRequest request : requests) {
            rows.add(
                    List.of(
                            LocalDate.ofInstant(request.made(), clock.getZone()).toString(),
                            structure.byId(request.unit()).map(Unit::name).orElse(""),
                            request.number().value(),
                            words.say("change." + request.kind()),
                            request.words(),
                            request.id().toString()));
        }
        return ChangeSheet.of(rows);
    }
}
