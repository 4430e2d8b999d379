package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.UnitId;
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
        return new Structure(statements.list(SELECT + " order by id", (row, _) -> unit(row)));
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
