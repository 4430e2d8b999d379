package org.freihafen.drift;

import org.freihafen.drift.Found.Law;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something done by hand, from when it was found until somebody has said what is to be.
 *
 * @param since when it was first found
 * @param run the run that first found it
 * @param lastSeen when it was last found
 * @param done since when it is as it was to be, by law or by the answer
 */
public record Drift(
        UUID id,
        Found found,
        Instant since,
        RunId run,
        Instant lastSeen,
        Optional<Instant> done,
        Optional<Answer> answer) {

    /** What can be said of it. */
    public enum Choice {
        /** It is to be as it was decided before. */
        REPAIR,
        /** It is to be as it was found. */
        ADOPT
    }

    /** Somebody's word. */
    public record Answer(Choice choice, PersonId by, Instant at) {}

    /** Whether somebody's word is wanted; of what was left and is gone by itself, none is. */
    public boolean open() {
        return answer.isEmpty() && !(found.law() == Law.LEFT && done.isPresent());
    }

    /** Whether nothing was done about it yet, and nothing is until somebody says so. */
    public boolean waits() {
        return open() && found.law() == Law.LEFT;
    }

    /** Whether its unit is asked: what was followed or taken over goes on well without a word. */
    public boolean wantsWord() {
        return open() && (found.law() == Law.LEFT || found.law() == Law.PUT_BACK);
    }

    /** Whether a run still has to put it back because somebody said so. */
    public boolean ordered() {
        return found.law() == Law.LEFT
                && done.isEmpty()
                && answer.filter(given -> given.choice() == Choice.REPAIR).isPresent();
    }

    /** Whether it is not yet as it is to be. */
    public boolean pending() {
        return ordered() || (done.isEmpty() && found.law() == Law.PUT_BACK);
    }

    /** Found again, perhaps under another law, as a tightened ceiling makes one. */
    Drift seen(Found again, Instant now) {
        return new Drift(id, again, since, run, now, done, answer);
    }

    Drift done(Instant now) {
        return new Drift(id, found, since, run, lastSeen, Optional.of(now), answer);
    }

    Drift answered(Answer given) {
        return new Drift(id, found, since, run, lastSeen, done, Optional.of(given));
    }
}
