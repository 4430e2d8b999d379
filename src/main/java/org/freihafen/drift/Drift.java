package org.freihafen.drift;

import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something done by hand, from when it was found until somebody has said what is to be.
 *
 * @param since when it was found, or found once more after it was undone
 * @param run the run that found it then
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

    /** First found. */
    static Drift of(UUID id, Found found, RunId run, Instant now) {
        boolean doneByLaw = found.law() == Law.FOLLOWED || found.law() == Law.TAKEN_OVER;
        return new Drift(
                id,
                found,
                now,
                run,
                now,
                doneByLaw ? Optional.of(now) : Optional.empty(),
                Optional.empty());
    }

    /** Whether that is this: however often somebody does it by hand, one word is wanted. */
    boolean tellsOf(Found again) {
        return found.same(again) && (answer.isEmpty() || done.isEmpty() || lasts(again));
    }

    /** Whether it was undone and then done by hand once more. */
    boolean repeats(Found again) {
        return done.isPresent() && !lasts(again);
    }

    /** What somebody shares in person is one share until it is ended, whatever becomes of it. */
    private static boolean lasts(Found again) {
        return again.what() == What.SHARED;
    }

    /** Found again, perhaps under another law, as a tightened ceiling makes one. */
    Drift seen(Found again, RunId in, Instant now) {
        return repeats(again)
                ? of(id, again, in, now)
                : new Drift(id, again, since, run, now, done, answer);
    }

    /** Where its folder lies since one around it was brought back. */
    Drift lyingAt(String path) {
        return new Drift(id, found.lyingAt(path), since, run, lastSeen, done, answer);
    }

    Drift done(Instant now) {
        return new Drift(id, found, since, run, lastSeen, Optional.of(now), answer);
    }

    Drift answered(Answer given) {
        return new Drift(id, found, since, run, lastSeen, done, Optional.of(given));
    }
}
