package org.freihafen.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.enrolment.Rosters;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee.Desk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who agrees to a new address of somebody with duties. It came by a roster, so nobody does who had
 * a hand in any; and an administrator does, unless there is none but the one concerned.
 */
@Dependent
class SecondPerson {
    private final Access access;
    private final Duties duties;
    private final Rosters rosters;
    private final InstantSource clock;

    @Inject
    SecondPerson(Access access, Duties duties, Rosters rosters, InstantSource clock) {
        this.access = access;
        this.duties = duties;
        this.rosters = rosters;
        this.clock = clock;
    }

    boolean neededFor(PersonId claimant) {
        return duties.of(claimant).stream().anyMatch(this::holds);
    }

    /** Who is told that an address waits. */
    Desk desk(PersonId claimant) {
        return administrators(claimant, rosters.hands()).isEmpty()
                ? Desk.MEMBER_OFFICE
                : Desk.ADMINISTRATORS;
    }

    /** Why the actor does not agree; empty if they may. */
    Optional<Refusal> objection(Actor actor, PersonId claimant) {
        return actor.somebody().flatMap(by -> objection(by, claimant));
    }

    private Optional<Refusal> objection(PersonId by, PersonId claimant) {
        if (by.equals(claimant)) {
            return Optional.of(Refusal.by(Rule.NOT_BY_ONESELF));
        }
        Set<PersonId> hands = rosters.hands();
        if (hands.contains(by)) {
            return Optional.of(Refusal.by(Rule.HAND_IN_ROSTERS));
        }
        Set<PersonId> administrators = administrators(claimant, hands);
        return administrators.isEmpty() || administrators.contains(by)
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.BY_AN_ADMINISTRATOR));
    }

    private Set<PersonId> administrators(PersonId claimant, Set<PersonId> hands) {
        return duties.all().stream()
                .filter(held -> held.duty() == Duty.ADMINISTRATOR)
                .filter(held -> held.in().equals(access.federation()))
                .filter(this::holds)
                .map(DutyHeld::person)
                .filter(person -> !person.equals(claimant) && !hands.contains(person))
                .collect(Collectors.toSet());
    }

    private boolean holds(DutyHeld held) {
        return held.holdsAt(clock.instant());
    }
}
