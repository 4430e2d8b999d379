package org.freihafen.retention;

import java.time.Instant;

/** Everything that is of no more use once it is over, and is deleted some time after. */
public interface Leftovers {
    /** What there is of it. */
    enum Sort {
        /**
         * Runs with their lines; over once they ended. Of each target the latest full plan stays,
         * for it says what waits. So does what they found done by hand while it waits for a word,
         * or for a run to obey one.
         */
        RUNS,
        /** What is remembered of rosters that wait no more, counted from when they were read. */
        ROSTERS,
        /** Invitations that were answered, counted from their making, or whose time is up. */
        INVITATIONS,
        /** Structure files that nobody approved, counted from when they were shown. */
        STRUCTURE_PLANS,
        /** Tokens, links and one-time codes whose time is up. */
        SECRETS,
        /** Requests under data protection law, counted from their answer. */
        RIGHTS,
        /** Whose data a branch asked for, counted from the answer; none that can still be read. */
        RELEASES,
        /** What branches asked to change in the register, counted from what came of it. */
        CHANGES,
        /**
         * What units asked of each other, counted from the answer, and what they offered people,
         * counted from when it waits no more.
         */
        REQUESTS,
        /** Answers to requests that may come again, counted from when they were begun. */
        ANSWERS,
        /** Letters that were sent or failed, counted from when they were put down. */
        LETTERS
    }

    /**
     * Deletes what was over before that moment, the oldest first.
     *
     * @param most how many rows at most, all of them or none
     * @return how many; fewer than {@code most} once nothing is left
     */
    int forget(Sort sort, Instant overBefore, int most);

    /** How many were over before that moment and wait to be deleted; runs count without lines. */
    int due(Sort sort, Instant overBefore);
}
