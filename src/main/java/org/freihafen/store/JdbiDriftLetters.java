package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.drift.DriftLetters;
import org.freihafen.ids.UnitId;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Of what done by hand a letter told, in the database. */
@Dependent
public class JdbiDriftLetters implements DriftLetters {
    private final Statements statements;

    @Inject
    public JdbiDriftLetters(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void note(Collection<UUID> drifts, Instant at) {
        for (UUID drift : drifts) {
            statements.update("insert into drift_letter (drift, told) values (?, ?)", drift, at);
        }
    }

    @Override
    public Map<UUID, Instant> told(Set<UnitId> units) {
        Any wanted = Any.uuids(units.stream().map(UnitId::value).toList());
        Map<UUID, Instant> told = new HashMap<>();
        statements
                .list(
                        "select drift_letter.drift, told from drift_letter join drift on"
                                + " drift.id = drift_letter.drift"
                                + Any.UUIDS
                                + "unit = want",
                        (row, _) -> Map.entry(Columns.uuid(row, 1), Columns.moment(row, 2)),
                        wanted)
                .forEach(each -> told.put(each.getKey(), each.getValue()));
        return told;
    }
}
