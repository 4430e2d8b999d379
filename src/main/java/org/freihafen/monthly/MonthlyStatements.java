package org.freihafen.monthly;

import org.freihafen.ids.UnitId;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** All statements that were ever drawn up, one for each branch and month. */
public interface MonthlyStatements {
    /** Adds it, unless there is one of this branch and month. */
    void add(MonthlyStatement statement);

    /** Lets nobody else change it until this transaction ends. */
    Optional<MonthlyStatement> lock(UnitId branch, YearMonth month);

    void save(MonthlyStatement statement);

    /** Those that nobody was told of, oldest first. */
    List<MonthlyStatement> open();

    /** Those of this month and later, newest month first. */
    List<MonthlyStatement> since(YearMonth month);
}
