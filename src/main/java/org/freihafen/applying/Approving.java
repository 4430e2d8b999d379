package org.freihafen.applying;

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
import org.freihafen.enrolment.PlanningRoster;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterPlan;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.enrolment.Rosters;
import org.freihafen.enrolment.WaitingRosters;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Approves exactly what was shown: from then on the plan's steps stand fast and are carried out one
 * after the other. A dangerous plan needs a second person, who is shown the same.
 */
@Dependent
@Transactional
public class Approving {
    private final Access access;
    private final Rosters rosters;
    private final WaitingRosters waiting;
    private final ApplyingRoster applying;
    private final Trail trail;

    @Inject
    public Approving(
            Access access,
            Rosters rosters,
            WaitingRosters waiting,
            ApplyingRoster applying,
            Trail trail) {
        this.access = access;
        this.rosters = rosters;
        this.waiting = waiting;
        this.applying = applying;
        this.trail = trail;
    }

    /**
     * Approves. Refused if anything that the plan rests on has changed since it was shown, or if
     * nobody who stays would administer the whole.
     */
    public Decision<Roster> approve(Actor actor, RosterId id, String hash) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> found = rosters.lock(id).filter(Roster::waits);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (!rosters.in(Roster.Stage.APPLYING).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.ROSTER_BEING_APPLIED));
        }
        Optional<PlanningRoster.Planned> planned = waiting.planned(found.get());
        if (planned.isEmpty() || !planned.get().plan().hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        RosterPlan plan = planned.get().plan();
        if (plan.isEmpty()) {
            int open = plan.open().size();
            return Decision.refused(
                    open > 0
                            ? Refusal.by(Rule.QUESTIONS_OPEN, "" + open)
                            : Refusal.by(Rule.NOTHING_TO_APPROVE));
        }
        Map<PersonId, MemberNumber> leaving = plan.leaving();
        Set<PersonId> staying = applying.staying(leaving.keySet());
        if (!staying.isEmpty()) {
            return Decision.refused(LeavingDuties.refusal(staying, leaving));
        }
        Roster roster = planned.get().roster(found.get());
        return planned.get().verdict() instanceof Verdict.NeedsApproval
                ? byTwo(actor, roster, plan)
                : Decision.done(approved(actor, roster, plan));
    }

    /** On the host itself one person suffices: a shell there could do anything. */
    private Decision<Roster> byTwo(Actor actor, Roster roster, RosterPlan plan) {
        Optional<PersonId> person = actor.somebody();
        Optional<Roster.First> first =
                roster.first().filter(before -> before.hash().equals(plan.hash()));
        if (person.isEmpty() || first.filter(f -> !f.by().equals(person.get())).isPresent()) {
            return Decision.done(approved(actor, roster, plan));
        }
        if (first.isPresent()) {
            return Decision.refused(Refusal.by(Rule.SECOND_PERSON_NEEDED));
        }
        Roster half = roster.firstApproved(person.get(), plan.hash());
        rosters.save(half);
        trail.append(AuditEntry.of(actor, "roster.approved-first", roster.id().value()));
        return Decision.done(half);
    }

    private Roster approved(Actor actor, Roster roster, RosterPlan plan) {
        List<RosterStep> steps = plan.steps();
        Roster approved = roster.approved(actor.somebody(), steps.size());
        rosters.save(approved, FrozenSteps.frozen(steps));
        trail.append(AuditEntry.of(actor, "roster.approved", roster.id().value()));
        return approved;
    }

    /** Stops after the few steps that are under way. What is done stays done. */
    public Decision<Roster> stop(Actor actor, RosterId id) {
        access.require(actor, Action.RULE_ROSTER);
        return turn(actor, id, Roster.Stage.APPLYING, Roster.Stage.STOPPED, "roster.stopped");
    }

    /** Goes on with what was approved, from where it was stopped. */
    public Decision<Roster> goOn(Actor actor, RosterId id) {
        access.require(actor, Action.RULE_ROSTER);
        if (!rosters.in(Roster.Stage.APPLYING).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.ROSTER_BEING_APPLIED));
        }
        return turn(actor, id, Roster.Stage.STOPPED, Roster.Stage.APPLYING, "roster.continued");
    }

    private Decision<Roster> turn(
            Actor actor, RosterId id, Roster.Stage from, Roster.Stage to, String what) {
        Optional<Roster> found = rosters.lock(id).filter(roster -> roster.stage() == from);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Roster turned = found.get().in(to);
        rosters.save(turned);
        trail.append(AuditEntry.of(actor, what, id.value()));
        return Decision.done(turned);
    }
}
