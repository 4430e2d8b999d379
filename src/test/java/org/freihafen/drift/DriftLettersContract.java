package org.freihafen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.drift.Found.Law;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every {@link DriftLetters} keeps. */
public abstract class DriftLettersContract {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    protected abstract DriftLetters letters();

    protected abstract Drifts drifts();

    protected abstract UnitId someUnit();

    @Test
    void what_was_told_is_known_by_the_unit_whose_workspace_it_is_in() {
        UnitId unit = someUnit();
        UnitId other = someUnit();
        Drift told = DriftsContract.drift(1, unit, Law.LEFT, Optional.empty());
        Drift untold = DriftsContract.drift(2, unit, Law.LEFT, Optional.empty());
        Drift elsewhere = DriftsContract.drift(3, other, Law.LEFT, Optional.empty());
        List.of(told, untold, elsewhere).forEach(drifts()::add);

        letters().note(List.of(told.id()), NOW);
        letters().note(List.of(elsewhere.id()), NOW.plusSeconds(60));

        assertThat(letters().told(Set.of(unit))).isEqualTo(Map.of(told.id(), NOW));
        assertThat(letters().told(Set.of(unit, other))).hasSize(2);
        assertThat(letters().told(Set.of(someUnit()))).isEmpty();
    }
}
