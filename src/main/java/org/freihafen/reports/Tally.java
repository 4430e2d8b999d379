package org.freihafen.reports;

import org.freihafen.ids.UnitId;

import java.time.LocalDate;

/** How many people of one unit, counted without those below it, on one day. */
public record Tally(LocalDate day, UnitId unit, Measure measure, int people) {
    /** What was counted. */
    public enum Measure {
        /** Those who belong by register at the day's end. */
        PEOPLE,
        /** Those of them who are paid up. */
        PAID_UP,
        /** Those whose belonging began, without having been elsewhere the day before. */
        JOINED,
        /** Those whose belonging ended, without going elsewhere. */
        LEFT,
        MOVED_IN,
        MOVED_OUT
    }
}
