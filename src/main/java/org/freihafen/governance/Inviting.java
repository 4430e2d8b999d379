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
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.accounts.PersonAddress;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.Ids;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * Done says only that the invitation went out to the address, as it was written. One invitation
     * and one line in the trail, whomever it fits. An address that is invited and has not accepted
     * gets a new invitation in place of the old one.
     */
    public Decision<String> invite(Actor actor, UnitId into, String writtenAddress) {
        access.require(actor, Action.INVITE, into);
        PersonId by = actor.somebody().orElseThrow();
        String address = writtenAddress.strip();
        Optional<Refusal> no = check(into, address).or(() -> checkToday(by, 1));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Instant now = clock.instant();
        Map<PersonId, Answer> guests =
                addressees.fitting(address).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> Answer.OPEN));
        Invitation made =
                new Invitation(
                        ids.invitation(),
                        into,
                        address,
                        by,
                        now,
                        now.plus(bounds.invitationOpen()),
                        false,
                        guests);
        List<Invitation> before =
                invitations.listedInto(into, now).stream()
                        .filter(old -> old.addressedTo().equalsIgnoreCase(address))
                        .toList();
        before.forEach(old -> invitations.withdraw(old.id()));
        invitations.add(made);
        trail.append(
                AuditEntry.of(
                        actor,
                        before.isEmpty() ? "invitation.made" : "invitation.renewed",
                        into,
                        made.id().value()));
        return Decision.done(address);
    }

    /** Withdraws the invitation for everybody whom its address fits. */
    public Decision<Invitation> withdraw(Actor actor, InvitationId id) {
        Optional<Invitation> found = invitations.byId(id);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        access.require(actor, Action.INVITE, found.get().unit());
        if (!found.get().listedAt(clock.instant())) {
            return Decision.refused(Refusal.by(Rule.INVITATION_CLOSED));
        }
        invitations.withdraw(id);
        trail.append(AuditEntry.of(actor, "invitation.withdrawn", found.get().unit(), id.value()));
        return Decision.done(found.get());
    }

    /** Whether somebody may invite so many more addresses today, whomever they fit. */
    Optional<Refusal> checkToday(PersonId by, int more) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        return invitations.madeBy(by, since) + more <= bounds.invitations()
                ? Optional.empty()
                : Optional.of(
                        Refusal.by(Rule.TOO_MANY_TODAY, String.valueOf(bounds.invitations())));
    }

    static Optional<Refusal> checkAddress(String address) {
        if (address.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, address));
        }
        return TextRule.check(Text.ADDRESS, address)
                .or(() ->
                        PersonAddress.isLoginOrNumber(address) || PersonAddress.isMail(address)
                                ? Optional.empty()
                                : Optional.of(Refusal.by(Rule.NOT_AN_ADDRESS, address)));
    }

    /** Whether people come into units of the kind by invitation. */
    static Optional<Refusal> checkIntake(UnitKind kind) {
        return switch (kind.intake()) {
            case REGISTER, ELECTION ->
                    Optional.of(Refusal.by(Rule.NO_INVITATIONS_HERE, kind.name()));
            case INVITATION, APPLICATION -> Optional.empty();
        };
    }

    private Optional<Refusal> check(UnitId into, String address) {
        Optional<Unit> unit = units.byId(into);
        if (unit.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, into.toString()));
        }
        if (unit.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, unit.get().name()));
        }
        return checkIntake(unit.get().kind()).or(() -> checkAddress(address));
    }
}
