package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever was invited accepts or not; nobody belongs before that. The audit line of declining names
 * no unit, so that those who invited do not learn from it who is a member (rule 1 of trust).
 */
@Dependent
@Transactional
public class Answering {
    private final Invitations invitations;
    private final Units units;
    private final Memberships memberships;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Answering(
            Invitations invitations,
            Units units,
            Memberships memberships,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.invitations = invitations;
        this.units = units;
        this.memberships = memberships;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** What waits for an answer, oldest first; of several into the same unit only the oldest. */
    public List<Invitation> waiting(PersonId person) {
        Set<UnitId> seen = new HashSet<>();
        return invitations.openTo(person, clock.instant()).stream()
                .filter(invitation -> seen.add(invitation.unit()))
                .toList();
    }

    /**
     * One answer settles all that wait for the same person into the same unit. An invitation to
     * somebody else is not found, just like one that never was.
     */
    public Decision<Invitation> answer(Actor actor, InvitationId id, boolean accepted) {
        PersonId person = actor.somebody().orElseThrow();
        Optional<Invitation> found =
                invitations.byId(id).filter(asked -> asked.guests().containsKey(person));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Invitation invitation = found.get();
        if (!invitation.openTo(person, clock.instant())) {
            return Decision.refused(Refusal.by(Rule.INVITATION_CLOSED));
        }
        Optional<Unit> unit = units.byId(invitation.unit()).filter(u -> !u.ended());
        if (accepted && unit.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.UNIT_ENDED, ""));
        }
        settle(invitation, person, accepted ? Answer.ACCEPTED : Answer.DECLINED);
        if (accepted) {
            join(person, invitation);
        }
        trail.append(
                accepted
                        ? AuditEntry.of(
                                actor,
                                "invitation.accepted",
                                invitation.unit(),
                                id.value(),
                                person.value())
                        : AuditEntry.of(actor, "invitation.declined", person.value()));
        return Decision.done(invitation);
    }

    private void settle(Invitation answered, PersonId person, Answer answer) {
        invitations.openTo(person, clock.instant()).stream()
                .filter(waiting -> waiting.unit().equals(answered.unit()))
                .forEach(waiting -> {
                    boolean asked = waiting.id().equals(answered.id());
                    invitations.answer(waiting.id(), person, asked ? answer : Answer.ELSEWHERE);
                });
    }

    private void join(PersonId person, Invitation invitation) {
        LocalDate today = LocalDate.now(clock);
        if (memberships.of(person, invitation.unit(), today).isEmpty()) {
            memberships.add(
                    new Membership(
                            person,
                            invitation.unit(),
                            Role.MEMBER,
                            Period.since(today),
                            Origin.INVITATION));
        }
        wake.touched(Touched.membership(invitation.unit(), person));
    }
}
