package org.freihafen.governance;

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
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.Ids;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind.Intake;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those who lead a unit invite people by login, member number or e-mail address. The answer is the
 * same whether the address fits somebody or not (rule 1 of trust: nobody learns who is a member).
 */
@Dependent
@Transactional
public class Inviting {
    private final Access access;
    private final Units units;
    private final Addressees addressees;
    private final Invitations invitations;
    private final Trail trail;
    private final Bounds bounds;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Inviting(
            Access access,
            Units units,
            Addressees addressees,
            Invitations invitations,
            Trail trail,
            Bounds bounds,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.addressees = addressees;
        this.invitations = invitations;
        this.trail = trail;
        this.bounds = bounds;
        this.ids = ids;
        this.clock = clock;
    }

    /** Done says only that the invitation went out to the address, as it was written. */
    public Decision<String> invite(Actor actor, UnitId into, String writtenAddress) {
        access.require(actor, Action.INVITE, into);
        PersonId by = actor.somebody().orElseThrow();
        Instant now = clock.instant();
        String address = writtenAddress.strip();
        Optional<Refusal> no = check(into, address, by, now);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        List<Invitation> made = new ArrayList<>();
        List<PersonId> fitting = addressees.fitting(address);
        Set<PersonId> asked = askedInto(into, now);
        for (PersonId person : fitting) {
            if (!asked.contains(person)) {
                made.add(invitation(into, Optional.of(person), address, by, now));
            }
        }
        if (fitting.isEmpty()) {
            made.add(invitation(into, Optional.empty(), address, by, now));
        }
        invitations.add(made);
        for (Invitation invitation : made) {
            trail.append(AuditEntry.of(actor, "invitation.made", into, invitation.id().value()));
        }
        return Decision.done(address);
    }

    /**
     * Inviting them again changes nothing. Looked up for every address, so that time tells nothing.
     */
    private Set<PersonId> askedInto(UnitId unit, Instant now) {
        return invitations.listedInto(unit, now).stream()
                .filter(invitation -> invitation.openAt(now))
                .flatMap(invitation -> invitation.invited().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Withdraws the invitation and all others made with it to the same address; whoever invited
     * sees but one, however many people have that address.
     */
    public Decision<Invitation> withdraw(Actor actor, InvitationId id) {
        Optional<Invitation> found = invitations.byId(id);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        access.require(actor, Action.INVITE, found.get().unit());
        Instant now = clock.instant();
        if (!found.get().listedAt(now)) {
            return Decision.refused(Refusal.by(Rule.INVITATION_CLOSED));
        }
        invitations.listedInto(found.get().unit(), now).stream()
                .filter(found.get()::madeWith)
                .forEach(each -> invitations.save(each.answered(Answer.WITHDRAWN)));
        Invitation withdrawn = found.get().answered(Answer.WITHDRAWN);
        trail.append(AuditEntry.of(actor, "invitation.withdrawn", withdrawn.unit(), id.value()));
        return Decision.done(withdrawn);
    }

    private Optional<Refusal> check(UnitId into, String address, PersonId by, Instant now) {
        Optional<Unit> unit = units.byId(into);
        if (unit.isEmpty() || address.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, address));
        }
        if (unit.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, unit.get().name()));
        }
        Intake intake = unit.get().kind().intake();
        if (intake == Intake.REGISTER || intake == Intake.ELECTION) {
            return Optional.of(Refusal.by(Rule.NO_INVITATIONS_HERE, unit.get().kind().name()));
        }
        return invitations.madeBy(by, now.minus(Duration.ofDays(1))) < bounds.invitations()
                ? Optional.empty()
                : Optional.of(
                        Refusal.by(Rule.TOO_MANY_TODAY, String.valueOf(bounds.invitations())));
    }

    private Invitation invitation(
            UnitId into, Optional<PersonId> person, String address, PersonId by, Instant now) {
        return new Invitation(
                ids.invitation(),
                into,
                person,
                address,
                by,
                now,
                now.plus(bounds.invitationOpen()),
                Answer.OPEN);
    }
}
