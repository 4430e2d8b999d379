package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Saying;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes what became of a statement, and tells those who lead the board once that it lies there, or
 * all of the board where nobody leads it. The letter holds no counts.
 */
@Dependent
@Transactional
public class Announcing {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private final Units units;
    private final Memberships memberships;
    private final MonthlyStatements statements;
    private final Mailing mailing;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public Announcing(
            Units units,
            Memberships memberships,
            MonthlyStatements statements,
            Mailing mailing,
            Trail trail,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.statements = statements;
        this.mailing = mailing;
        this.trail = trail;
        this.clock = clock;
    }

    /** It could not be filed; it is tried again. */
    public void waits(MonthlyStatement statement, Saying why) {
        statements
                .lock(statement.branch(), statement.month())
                .filter(now -> now.filed().isEmpty() && !now.waits().equals(Optional.of(why)))
                .ifPresent(now -> statements.save(now.waiting(why)));
    }

    /** It lies in the board's workspace. */
    public void filed(MonthlyStatement statement) {
        statements
                .lock(statement.branch(), statement.month())
                .filter(now -> now.filed().isEmpty())
                .ifPresent(now -> {
                    statements.save(now.filed(clock.instant()));
                    trail.append(
                            AuditEntry.of(
                                            new Actor.Host(),
                                            "statement.filed",
                                            board(now.branch()).map(Unit::id).orElse(now.branch()))
                                    .because(now.month().toString()));
                });
    }

    private Optional<Unit> board(UnitId branch) {
        return units.structure().boardOf(branch);
    }

    /** Of which branches something lies there that nobody was told of. */
    public Set<UnitId> untold() {
        return statements.open().stream()
                .filter(statement -> statement.filed().isPresent())
                .map(MonthlyStatement::branch)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Tells a board of all that it was not told of: one letter, however many months they are. */
    public void tell(UnitId branch) {
        List<MonthlyStatement> there =
                statements.open().stream()
                        .filter(statement -> statement.branch().equals(branch))
                        .flatMap(statement -> statements.lock(branch, statement.month()).stream())
                        .filter(now -> now.filed().isPresent() && now.told().isEmpty())
                        .toList();
        if (there.isEmpty()) {
            return;
        }
        List<PersonId> readers = board(branch).map(this::readers).orElse(List.of());
        String name = units.byId(branch).map(Unit::outwardName).orElse("");
        readers.forEach(reader -> tell(reader, name, there));
        for (MonthlyStatement each : there) {
            MonthlyStatement told =
                    readers.isEmpty()
                            ? each.waiting(Saying.of("statement.nobody"))
                            : each.told(clock.instant());
            if (!told.equals(each)) {
                statements.save(told);
            }
        }
    }

    private void tell(PersonId reader, String branch, List<MonthlyStatement> there) {
        String first = MONTH.format(there.getFirst().month());
        if (there.size() == 1) {
            mailing.tell(reader, Template.STATEMENT_FILED, branch, first);
        } else {
            mailing.tell(
                    reader,
                    Template.STATEMENTS_FILED,
                    branch,
                    first,
                    MONTH.format(there.getLast().month()));
        }
    }

    private List<PersonId> readers(Unit board) {
        List<Membership> all = memberships.in(board.id(), LocalDate.now(clock));
        List<PersonId> leads =
                all.stream()
                        .filter(membership -> membership.role() == Role.LEAD)
                        .map(Membership::person)
                        .toList();
        return leads.isEmpty() ? all.stream().map(Membership::person).toList() : leads;
    }
}
