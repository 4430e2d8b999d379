package org.freihafen.expected;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.ExpectedId;
import org.freihafen.ids.Ids;
import org.freihafen.reconcile.Limit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The member office announces mass changes, so that they hold nothing up when they come. */
@Dependent
@Transactional
public class Expecting {
    /** Longer, and it would be no exception any more. */
    public static final int MOST_DAYS = 31;

    private final Access access;
    private final ExpectedChanges expected;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Expecting(Access access, ExpectedChanges expected, Trail trail, Ids ids, Clock clock) {
        this.access = access;
        this.expected = expected;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Announced and not over. */
    public List<ExpectedChange> ahead(Actor actor) {
        access.require(actor, Action.SEE_ROSTER);
        return expected.from(LocalDate.now(clock));
    }

    /**
     * Announces. It counts from the next day on at the earliest: nobody lifts a limit for a file
     * that lies before them.
     */
    public Decision<ExpectedChange> announce(
            Actor actor, String what, LocalDate from, LocalDate until, Limit limit, String reason) {
        access.require(actor, Action.RULE_ROSTER);
        if (!from.isAfter(LocalDate.now(clock))) {
            return Decision.refused(Refusal.by(Rule.EXPECTED_TOO_LATE));
        }
        if (until.isBefore(LocalDate.now(clock)) || until.isBefore(from)) {
            return Decision.refused(Refusal.by(Rule.END_IN_THE_PAST, until.toString()));
        }
        if (from.plusDays(MOST_DAYS).isBefore(until)) {
            return Decision.refused(
                    Refusal.by(Rule.EXPECTED_TOO_LONG, Integer.toString(MOST_DAYS)));
        }
        ExpectedChange announced =
                new ExpectedChange(ids.expected(), what, from, until, limit, reason);
        expected.add(announced);
        trail.append(
                AuditEntry.of(actor, "expected.announced", announced.id().value()).because(reason));
        return Decision.done(announced);
    }

    public Decision<Boolean> withdraw(Actor actor, ExpectedId id) {
        access.require(actor, Action.RULE_ROSTER);
        if (!expected.remove(id)) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        trail.append(AuditEntry.of(actor, "expected.withdrawn", id.value()));
        return Decision.done(true);
    }
}
