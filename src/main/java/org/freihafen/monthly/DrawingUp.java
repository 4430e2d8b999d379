package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.ids.UnitId;
import org.freihafen.reports.MonthTable;
import org.freihafen.reports.Tallies;
import org.freihafen.reports.Tally;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws up the statements of a month once it is over, for each branch once, and makes months good
 * that were missed since. A month in which people were first known is left out: all of them would
 * seem to have joined.
 */
@Dependent
@Transactional
public class DrawingUp {
    private final Units units;
    private final Tallies tallies;
    private final Disputes disputes;
    private final MonthlyStatements statements;
    private final StatementText text;
    private final Issuing issuing;
    private final Clock clock;

    @Inject
    public DrawingUp(
            Units units,
            Tallies tallies,
            Disputes disputes,
            MonthlyStatements statements,
            StatementText text,
            Issuing issuing,
            Clock clock) {
        this.units = units;
        this.tallies = tallies;
        this.disputes = disputes;
        this.statements = statements;
        this.text = text;
        this.issuing = issuing;
        this.clock = clock;
    }

    public void drawUp() {
        LocalDate today = LocalDate.now(clock);
        Structure structure = units.structure();
        List<Unit> branches = issuing.branches(structure);
        List<YearMonth> due = issuing.due(today);
        List<MonthlyStatement> there = statements.since(due.getFirst());
        YearMonth begun = there.isEmpty() ? due.getLast() : there.getLast().month();
        for (YearMonth month : due.stream().filter(each -> !each.isBefore(begun)).toList()) {
            Set<UnitId> done =
                    there.stream()
                            .filter(statement -> statement.month().equals(month))
                            .map(MonthlyStatement::branch)
                            .collect(Collectors.toSet());
            List<Unit> missing =
                    branches.stream().filter(branch -> !done.contains(branch.id())).toList();
            if (!missing.isEmpty() && known(month)) {
                drawUp(structure, missing, month, today);
            }
        }
    }

    private boolean known(YearMonth month) {
        LocalDate before = month.atDay(1).minusDays(1);
        return !tallies.between(before, before).isEmpty();
    }

    /** Who is paid up is known of the month that has just ended; of an older one no longer. */
    private void drawUp(
            Structure structure, List<Unit> branches, YearMonth month, LocalDate today) {
        List<Tally> counted = tallies.count(month.atDay(1), month.atEndOfMonth());
        boolean dues = month.equals(YearMonth.from(today).minusMonths(1));
        Disputes.Open open = disputes.now();
        for (Unit branch : branches) {
            MonthTable table = MonthTable.of(structure, branch, counted, text.elsewhere(), dues);
            String sheet =
                    text.of(
                            branch.name(),
                            month,
                            today,
                            table.shown(),
                            open.changes(structure, branch.id()),
                            open.questions(structure, branch.id()));
            statements.add(MonthlyStatement.fresh(branch.id(), month, clock.instant(), sheet));
        }
    }
}
