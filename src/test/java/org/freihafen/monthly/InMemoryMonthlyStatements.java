package org.freihafen.monthly;

import org.freihafen.ids.UnitId;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements for tests; keeps {@link MonthlyStatementsContract}. */
public final class InMemoryMonthlyStatements implements MonthlyStatements {
    private record Key(UnitId branch, YearMonth month) {}

    private final Map<Key, MonthlyStatement> all = new HashMap<>();

    private static Key key(MonthlyStatement statement) {
        return new Key(statement.branch(), statement.month());
    }

    @Override
    public void add(MonthlyStatement statement) {
        all.putIfAbsent(key(statement), statement);
    }

    @Override
    public Optional<MonthlyStatement> lock(UnitId branch, YearMonth month) {
        return Optional.ofNullable(all.get(new Key(branch, month)));
    }

    @Override
    public void save(MonthlyStatement statement) {
        if (all.replace(key(statement), statement) == null) {
            throw new IllegalStateException("there is no " + statement);
        }
    }

    @Override
    public List<MonthlyStatement> open() {
        return all.values().stream()
                .filter(statement -> statement.told().isEmpty())
                .sorted(
                        Comparator.comparing(MonthlyStatement::month)
                                .thenComparing(MonthlyStatement::branch))
                .toList();
    }

    @Override
    public List<MonthlyStatement> since(YearMonth month) {
        return all.values().stream()
                .filter(statement -> !statement.month().isBefore(month))
                .sorted(
                        Comparator.comparing(MonthlyStatement::month)
                                .reversed()
                                .thenComparing(MonthlyStatement::branch))
                .toList();
    }
}
