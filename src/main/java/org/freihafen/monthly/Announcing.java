package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Saying;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

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

    public void filed(MonthlyStatement statement) {
        Optional<MonthlyStatement> found =
                statements
                        .lock(statement.branch(), statement.month())
                        .filter(now -> now.told().isEmpty());
        if (found.isEmpty()) {
            return;
        }
        MonthlyStatement now = found.get();
        Instant at = clock.instant();
        Structure structure = units.structure();
        Optional<Unit> board = structure.boardOf(now.branch());
        if (now.filed().isEmpty()) {
            now = now.filed(at);
            trail.append(
                    AuditEntry.of(
                                    new Actor.Host(),
                                    "statement.filed",
                                    board.map(Unit::id).orElse(now.branch()))
                            .because(now.month().toString()));
        }
        List<PersonId> readers = board.map(this::readers).orElse(List.of());
        String name = structure.byId(now.branch()).map(Unit::outwardName).orElse("");
        for (PersonId reader : readers) {
            mailing.tell(reader, Template.STATEMENT_FILED, name, MONTH.format(now.month()));
        }
        MonthlyStatement told =
                readers.isEmpty() ? now.waiting(Saying.of("statement.nobody")) : now.told(at);
        if (!told.equals(found.get())) {
            statements.save(told);
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
