package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PlanId;
import org.freihafen.structurefile.StructurePlan;
import org.freihafen.structurefile.StructurePlans;
import org.jdbi.v3.core.Jdbi;

import java.util.Optional;

/** Plans for the structure in the database. */
@Dependent
public class JdbiStructurePlans implements StructurePlans {
    private final Statements statements;

    @Inject
    public JdbiStructurePlans(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(StructurePlan plan) {
        statements.update(
                "insert into structure_plan (id, made, file, hash) values (?, ?, ?, ?)",
                plan.id().value(),
                plan.at(),
                plan.text(),
                plan.hash());
    }

    @Override
    public Optional<StructurePlan> byId(PlanId id) {
        return statements.first(
                "select id, made, file, hash from structure_plan where id = ?",
                (row, _) ->
                        new StructurePlan(
                                new PlanId(Columns.uuid(row, 1)),
                                Columns.moment(row, 2),
                                row.getString(3),
                                row.getString(4)),
                id.value());
    }

    @Override
    public void remove(PlanId id) {
        statements.update("delete from structure_plan where id = ?", id.value());
    }
}
