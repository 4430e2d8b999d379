package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Register;
import org.jdbi.v3.core.Jdbi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People and their places by the register, in one reading of the database. */
@Dependent
public class JdbiRegister implements Register {
    private final Statements statements;

    @Inject
    public JdbiRegister(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void forEach(LocalDate on, Each each) {
        Map<UUID, Optional<UnitId>> units = new HashMap<>();
        statements.stream(
                "select "
                        + JdbiPeople.COLUMNS
                        + ", unit from person left join membership on membership.person = id"
                        + " and membership.origin = ? and since <= ? and (until is null or until > ?)"
                        + " where person.origin = ?",
                row ->
                        each.of(
                                JdbiPeople.person(row),
                                Columns.optionalUuid(row, 12)
                                        .flatMap(unit ->
                                                units.computeIfAbsent(
                                                        unit, it -> Optional.of(new UnitId(it))))),
                Origin.REGISTER,
                on,
                on,
                Origin.REGISTER);
    }
}
