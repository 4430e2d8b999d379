package org.freihafen.leaving;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.applying.ApplyingRoster;
import org.freihafen.applying.LeavingDuties;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.leaving.PlanningLeaving.Due;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Verdict;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets people leave on the day that a roster announced, without waiting for the next one. Looks at
 * what is, not at what happened, so that a day on which Freihafen stood still is made good. More at
 * once than a roster may take away unasked wait until the member office approves; and the last
 * administrator of the whole stays.
 */
@Dependent
@Transactional
public class LeavingDue {
    private final Access access;
    private final PlanningLeaving planning;
    private final ApplyingRoster applying;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public LeavingDue(
            Access access,
            PlanningLeaving planning,
            ApplyingRoster applying,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.planning = planning;
        this.applying = applying;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** What came of looking. */
    public sealed interface Looked {
        /**
         * So many left.
         *
         * @param staying who is due but stays, because nobody else administers the whole
         */
        record Left(int count, Set<PersonId> staying) implements Looked {}

        /** So many are due that nobody left. */
        record Held(int due, List<Loss> beyond) implements Looked {}
    }

    /** Suspends everybody whose day has come, or nobody if they are suspiciously many. */
    public Looked leave() {
        LocalDate today = LocalDate.now(clock);
        Optional<Due> found = planning.due(today);
        if (found.isEmpty()) {
            return new Looked.Left(0, Set.of());
        }
        Due due = found.get();
        return switch (due.verdict()) {
            case Verdict.NeedsApproval(List<Loss> beyond) -> new Looked.Held(due.count(), beyond);
            case Verdict.Safe _ -> {
                if (due.count() > 0) {
                    leave(new Actor.Host(), due, today);
                }
                yield new Looked.Left(due.count(), due.staying());
            }
        };
    }

    private void leave(Actor actor, Due due, LocalDate today) {
        applying.apply(actor, due.plan(), today);
        wake.everything();
    }

    /** Who is due and does not leave by itself; empty if there is nobody. */
    public Optional<DueReport> waiting(Actor actor) {
        access.require(actor, Action.SEE_ROSTER);
        return planning.due(LocalDate.now(clock)).filter(Due::waits).map(Due::report);
    }

    /** Lets exactly those leave who were shown with this hash, or nobody. Answers how many. */
    public Decision<Integer> approve(Actor actor, String hash) {
        access.require(actor, Action.RULE_ROSTER);
        LocalDate today = LocalDate.now(clock);
        Optional<Due> found = planning.due(today);
        if (found.isEmpty() || !found.get().plan().plan().hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        Due due = found.get();
        if (due.count() == 0) {
            return Decision.refused(
                    LeavingDuties.refusal(due.staying(), due.everybody().leaving()));
        }
        leave(actor, due, today);
        trail.append(AuditEntry.of(actor, "leaving.approved"));
        return Decision.done(due.count());
    }
}
