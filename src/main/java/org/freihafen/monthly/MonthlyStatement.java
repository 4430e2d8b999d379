package org.freihafen.monthly;

import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A branch's month, drawn up for its board. It waits until it lies in the board's workspace, and
 * then until somebody was told; only the file keeps the counts.
 *
 * @param text what the file is to hold; empty once it does
 * @param waits why it could not be filed or told the last time
 */
public record MonthlyStatement(
        UnitId branch,
        YearMonth month,
        Instant drawn,
        Optional<String> text,
        Optional<Instant> filed,
        Optional<Instant> told,
        Optional<Saying> waits) {
    static MonthlyStatement fresh(UnitId branch, YearMonth month, Instant drawn, String text) {
        return new MonthlyStatement(
                branch,
                month,
                drawn,
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    MonthlyStatement waiting(Saying why) {
        return new MonthlyStatement(branch, month, drawn, text, filed, told, Optional.of(why));
    }

    MonthlyStatement filed(Instant at) {
        return new MonthlyStatement(
                branch, month, drawn, Optional.empty(), Optional.of(at), told, Optional.empty());
    }

    MonthlyStatement told(Instant at) {
        return new MonthlyStatement(
                branch, month, drawn, text, filed, Optional.of(at), Optional.empty());
    }

    /** Without the text, so that no log can hold it. */
    @Override
    public String toString() {
        return "MonthlyStatement[" + branch + ", " + month + "]";
    }
}
