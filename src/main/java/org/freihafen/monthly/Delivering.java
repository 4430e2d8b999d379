package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.cloud.Filing;
import org.freihafen.cloud.Filing.Paper;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.runs.Installation;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.util.Optional;

/**
 * Brings statements into boards' workspaces, outside any transaction, and has it noted afterwards.
 * A crash in between files the same text again, which the cloud has already.
 */
@Dependent
public class Delivering {
    private final Units units;
    private final Workspaces workspaces;
    private final Filing filing;
    private final Installation installation;
    private final RunSettings settings;
    private final StatementText text;
    private final Announcing announcing;

    @Inject
    public Delivering(
            Units units,
            Workspaces workspaces,
            Filing filing,
            Installation installation,
            RunSettings settings,
            StatementText text,
            Announcing announcing) {
        this.units = units;
        this.workspaces = workspaces;
        this.filing = filing;
        this.installation = installation;
        this.settings = settings;
        this.text = text;
        this.announcing = announcing;
    }

    public void deliver(MonthlyStatement statement) {
        Optional<Saying> why = statement.text().flatMap(sheet -> file(statement, sheet));
        if (why.isPresent()) {
            announcing.waits(statement, why.get());
        } else {
            announcing.filed(statement);
        }
    }

    /** Why it could not be filed; empty once it is. */
    private Optional<Saying> file(MonthlyStatement statement, String sheet) {
        Structure structure = units.structure();
        Optional<Unit> board = structure.boardOf(statement.branch());
        if (board.isEmpty()) {
            return Optional.of(Saying.of("statement.no-board"));
        }
        Optional<Workspace> workspace =
                workspaces.of(board.get().id()).filter(each -> !each.archived());
        if (workspace.isEmpty()) {
            return Optional.of(Saying.of("statement.no-workspace", board.get().name()));
        }
        if (settings.readOnly()) {
            return Optional.of(Saying.of("statement.read-only"));
        }
        Paper paper =
                new Paper(board.get().id(), text.folder(), text.fileName(statement.month()), sheet);
        String cloud = workspace.get().cloud();
        return switch (filing.file(cloud, installation.epoch(), paper)) {
            case Outcome.Applied() -> Optional.empty();
            case Outcome.Refused(Saying reason) -> Optional.of(reason);
            case Outcome.NotYet(Saying reason) -> Optional.of(reason);
            case Outcome.Unavailable(Saying reason) -> Optional.of(reason);
        };
    }
}
