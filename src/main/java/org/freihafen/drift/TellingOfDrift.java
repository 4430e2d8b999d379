package org.freihafen.drift;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Responsible;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells those who lead a unit by letter that something done by hand waits for their word: of each
 * thing once, and in no more than one letter a day.
 */
@Dependent
@Transactional
public class TellingOfDrift {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final Units units;
    private final Drifts drifts;
    private final DriftLetters letters;
    private final Responsible responsible;
    private final Mailing mailing;
    private final Clock clock;

    @Inject
    public TellingOfDrift(
            Units units,
            Drifts drifts,
            DriftLetters letters,
            Responsible responsible,
            Mailing mailing,
            Clock clock) {
        this.units = units;
        this.drifts = drifts;
        this.letters = letters;
        this.responsible = responsible;
        this.mailing = mailing;
        this.clock = clock;
    }

    /** Units whose word is wanted, whether their leads know so or not. */
    public List<UnitId> wanted() {
        Structure structure = units.structure();
        return drifts.open().stream()
                .filter(Drift::wantsWord)
                .flatMap(drift -> structure.heir(drift.found().unit()).stream())
                .map(Unit::id)
                .distinct()
                .toList();
    }

    /** One letter about all that is new since the last, if that was a day ago. */
    public void tell(UnitId owner) {
        units.lock(owner);
        Structure structure = units.structure();
        Set<UnitId> workspaces = structure.withInherited(owner);
        Map<UUID, Instant> told = letters.told(workspaces);
        Instant now = clock.instant();
        if (told.values().stream().anyMatch(at -> at.plus(A_DAY).isAfter(now))) {
            return;
        }
        List<UUID> untold =
                drifts.in(workspaces).stream()
                        .filter(Drift::wantsWord)
                        .map(Drift::id)
                        .filter(id -> !told.containsKey(id))
                        .toList();
        List<PersonId> leads = responsible.of(owner);
        if (!untold.isEmpty() && !leads.isEmpty()) {
            String name = structure.heir(owner).map(Unit::outwardName).orElse("");
            leads.forEach(lead -> mailing.tell(lead, Template.DRIFT_WAITS, name));
            letters.note(untold, now);
        }
    }
}
