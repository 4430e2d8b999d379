package org.freihafen.expected;

import org.freihafen.ids.ExpectedId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The calendar for tests; keeps the promises of {@link ExpectedChangesContract}. */
public final class InMemoryExpectedChanges implements ExpectedChanges {
    private final List<ExpectedChange> all = new ArrayList<>();

    @Override
    public void add(ExpectedChange expected) {
        all.add(expected);
    }

    @Override
    public boolean remove(ExpectedId id) {
        return all.removeIf(each -> each.id().equals(id));
    }

    @Override
    public List<ExpectedChange> on(LocalDate day) {
        return all.stream().filter(each -> each.holdsOn(day)).toList();
    }

    @Override
    public List<ExpectedChange> from(LocalDate day) {
        return all.stream()
                .filter(each -> !each.until().isBefore(day))
                .sorted(Comparator.comparing(ExpectedChange::from))
                .toList();
    }
}
