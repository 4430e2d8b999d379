package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Shows how far statements came; what they say, only the boards' workspaces show. */
@Dependent
@Transactional
public class ReadingStatements {
    private static final int MONTHS = 12;

    private final Access access;
    private final Units units;
    private final MonthlyStatements statements;
    private final Issuing issuing;
    private final Clock clock;

    @Inject
    public ReadingStatements(
            Access access,
            Units units,
            MonthlyStatements statements,
            Issuing issuing,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.statements = statements;
        this.issuing = issuing;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param next when the next month is due
     * @param boardless branches that will get none, as they have no board
     * @param latest a year of them, the newest first
     */
    public record Issued(
            LocalDate next, List<Unit> branches, List<Unit> boardless, List<Told> latest) {}

    /** One with its branch, without its text. */
    public record Told(Unit branch, MonthlyStatement statement) {}

    public Issued read(Actor actor) {
        access.require(actor, Action.SEE_REPORTS);
        LocalDate today = LocalDate.now(clock);
        Structure structure = units.structure();
        List<Unit> branches = issuing.branches(structure);
        return new Issued(
                issuing.next(today),
                branches,
                branches.stream()
                        .filter(branch -> structure.boardOf(branch.id()).isEmpty())
                        .toList(),
                statements.since(YearMonth.from(today).minusMonths(MONTHS)).stream()
                        .flatMap(statement ->
                                structure.byId(statement.branch()).stream()
                                        .map(branch -> new Told(branch, statement)))
                        .toList());
    }
}
