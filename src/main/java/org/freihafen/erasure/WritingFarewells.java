package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.ids.PersonId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.runs.DirectoryFollowing;
import org.freihafen.runs.RunSettings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes to those who left, so many an hour, the longest waiting first, and only while the
 * directory does what it is told: nobody reads of a suspended account that is not. A letter cannot
 * be called back.
 */
@Dependent
@Transactional
public class WritingFarewells {
    private final Farewells farewells;
    private final ErasingPerson erasing;
    private final Mailing mailing;
    private final GraceTime grace;
    private final FarewellPace pace;
    private final DirectoryFollowing directory;
    private final RunSettings settings;
    private final Clock clock;

    @Inject
    public WritingFarewells(
            Farewells farewells,
            ErasingPerson erasing,
            Mailing mailing,
            GraceTime grace,
            FarewellPace pace,
            DirectoryFollowing directory,
            RunSettings settings,
            Clock clock) {
        this.farewells = farewells;
        this.erasing = erasing;
        this.mailing = mailing;
        this.grace = grace;
        this.pace = pace;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /** To whom to write now, as many as the hour still bears. */
    List<PersonId> next() {
        if (settings.readOnly() || !directory.settled()) {
            return List.of();
        }
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        int most = pace.perHour() - farewells.writtenSince(hourAgo);
        return most > 0 ? farewells.unwritten(most) : List.of();
    }

    /**
     * Writes to one of them, unless that was done or they are back. Whoever cannot be written to
     * counts as written to.
     */
    boolean write(PersonId person) {
        if (!farewells.written(person, clock.instant())) {
            return false;
        }
        Optional<Farewell> farewell = farewells.lock(person).filter(erasing::isStillToGo);
        if (farewell.isEmpty()) {
            farewells.end(person);
            return false;
        }
        if (erasing.canBeTold(person)) {
            long days =
                    ErasureRule.end(farewell.get(), grace).toEpochDay()
                            - LocalDate.now(clock).toEpochDay();
            mailing.tell(person, Template.FAREWELL, Long.toString(days));
        }
        return true;
    }
}
