package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.UnitKind;
import org.freihafen.structure.Units;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Units in the database; their kinds are looked up by name. */
@Dependent
public class JdbiUnits implements Units {
    private static final String SELECT =
            "select id, unit_key, kind, name, parent, official_key, origin, ended from unit";

    private final Statements statements;
    private final Kinds kinds;

    @Inject
    public JdbiUnits(Jdbi jdbi, Kinds kinds) {
        this.statements = new Statements(jdbi);
        this.kinds = kinds;
    }

    @Override
    public Structure structure() {
        return new Structure(
                statements.list(SELECT + " order by id", (row, _) -> unit(row)),
                statements.list(
                        "select unit, ended_on, into_unit, open from unit_ending",
                        (row, _) -> ending(row)));
    }

    @Override
    public Structure structureAt(Instant moment) {
        Map<UnitId, Unit> units = new LinkedHashMap<>();
        statements
                .list(SELECT + " order by id", (row, _) -> unit(row))
                .forEach(unit -> units.put(unit.id(), unit));
        statements
                .list(
                        "select unit.id, unit_key, past.kind, past.name, past.parent,"
                                + " past.official_key, past.origin, past.ended from unit_past past"
                                + " join unit on unit.id = past.unit where past.until = (select"
                                + " min(until) from unit_past where unit = past.unit and until > ?)",
                        (row, _) -> unit(row),
                        moment)
                .forEach(unit -> units.put(unit.id(), unit));
        units.keySet().removeIf(id -> id.made().isAfter(moment));
        return new Structure(units.values(), structure().endings());
    }

    @Override
    public Optional<Unit> byId(UnitId id) {
        return statements.first(SELECT + " where id = ?", (row, _) -> unit(row), id.value());
    }

    @Override
    public Optional<Unit> byKey(UnitKey key) {
        return statements.first(SELECT + " where unit_key = ?", (row, _) -> unit(row), key.value());
    }

    @Override
    public void lock(UnitId id) {
        statements.first(
                "select id from unit where id = ? for update",
                (row, _) -> Columns.unit(row, 1),
                id.value());
    }

    /** By its root; where there is none, nothing can be moved. */
    @Override
    public void lockTree() {
        statements.list(
                "select id from unit where parent is null order by id for update",
                (row, _) -> Columns.unit(row, 1));
    }

    @Override
    public void add(Unit unit) {
        statements.update(
                "insert into unit (id, unit_key, kind, name, parent, official_key, origin, ended)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                unit.id().value(),
                unit.key().value(),
                unit.kind().name(),
                unit.name(),
                parent(unit),
                unit.officialKey().orElse(null),
                unit.origin(),
                unit.ended());
    }

    @Override
    public void save(Unit unit) {
        statements.update(
                "insert into unit_past (unit, until, kind, name, parent, official_key, origin,"
                        + " ended) select id, current_timestamp, kind, name, parent, official_key,"
                        + " origin, ended from unit where id = ?",
                unit.id().value());
        statements.updateOne(
                "the unit " + unit.id(),
                "update unit set kind = ?, name = ?, parent = ?, official_key = ?, origin = ?,"
                        + " ended = ? where id = ? and unit_key = ?",
                unit.kind().name(),
                unit.name(),
                parent(unit),
                unit.officialKey().orElse(null),
                unit.origin(),
                unit.ended(),
                unit.id().value(),
                unit.key().value());
    }

    @Override
    public void save(Ending ending) {
        forgetEnding(ending.unit());
        statements.update(
                "insert into unit_ending (unit, ended_on, into_unit, open) values (?, ?, ?, ?)",
                ending.unit().value(),
                ending.on(),
                ending.into().map(UnitId::value).orElse(null),
                ending.open());
    }

    @Override
    public void forgetEnding(UnitId unit) {
        statements.update("delete from unit_ending where unit = ?", unit.value());
    }

    private static Ending ending(ResultSet row) throws SQLException {
        return new Ending(
                Columns.unit(row, 1),
                Columns.day(row, 2),
                Columns.optionalUuid(row, 3).map(UnitId::new),
                row.getBoolean(4));
    }

    private static @Nullable Object parent(Unit unit) {
        return unit.parent().map(UnitId::value).orElse(null);
    }

    private Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                Columns.unit(row, 1),
                new UnitKey(row.getString(2)),
                kind(row.getString(3)),
                row.getString(4),
                Columns.optionalUuid(row, 5).map(UnitId::new),
                Columns.optionalText(row, 6),
                Columns.constant(row, 7, Unit.Origin.class),
                row.getBoolean(8));
    }

    private UnitKind kind(String name) {
        return kinds.named(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "units of the kind "
                                        + name
                                        + " exist, but the configured kinds do not name it"));
    }
}
