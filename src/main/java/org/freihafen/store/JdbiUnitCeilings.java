package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ceilings.Ceiling;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Units' ceilings in the database. */
@Dependent
public class JdbiUnitCeilings implements UnitCeilings {
    private final Statements statements;

    @Inject
    public JdbiUnitCeilings(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Map<UnitId, Ceiling> all() {
        Map<UnitId, Ceiling> all = new HashMap<>();
        statements.stream(
                "select unit, to_kinds, days, password from unit_ceiling",
                row -> all.put(Columns.unit(row, 1), ceiling(row)));
        return all;
    }

    private static Ceiling ceiling(ResultSet row) throws SQLException {
        Set<Grantee.Kind> kinds =
                Arrays.stream(row.getString(2).split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .map(Grantee.Kind::valueOf)
                        .collect(Collectors.toSet());
        return new Ceiling(
                kinds, Optional.ofNullable(row.getObject(3, Integer.class)), row.getBoolean(4));
    }

    @Override
    public void put(UnitId unit, Ceiling ceiling) {
        @Nullable Integer days = ceiling.longestDays().orElse(null);
        statements.together(() -> {
            statements.update("delete from unit_ceiling where unit = ?", unit.value());
            if (!ceiling.equals(Ceiling.OPEN)) {
                statements.update(
                        "insert into unit_ceiling (unit, to_kinds, days, password)"
                                + " values (?, ?, ?, ?)",
                        unit.value(),
                        ceiling.to().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")),
                        days,
                        ceiling.password());
            }
        });
    }
}
