package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.DutyRule;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Administrators;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who administers a unit gives duties in it and takes them. Nobody holds two different ones, and
 * somebody always administers the whole federation.
 */
@Dependent
@Transactional
public class GivingDuties {
    private final Access access;
    private final Units units;
    private final Duties duties;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public GivingDuties(
            Access access,
            Units units,
            Duties duties,
            Accounts accounts,
            Administrators administrators,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.duties = duties;
        this.accounts = accounts;
        this.administrators = administrators;
        this.trail = trail;
        this.clock = clock;
    }

    public Decision<DutyHeld> give(Actor actor, DutyHeld held) {
        access.require(actor, Action.GIVE_DUTIES, held.in());
        oneAfterTheOther();
        Instant now = clock.instant();
        if (!held.holdsAt(now)) {
            return Decision.refused(
                    Refusal.by(Rule.END_IN_THE_PAST, held.until().orElse(now).toString()));
        }
        if (!mayHold(held.person())) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, held.person().toString()));
        }
        if (DutyRule.excludes(duties.of(held.person()), held, now)) {
            return Decision.refused(Refusal.by(Rule.DUTIES_EXCLUDE_EACH_OTHER));
        }
        if (held.until().isPresent() && isLast(held.person(), held.duty(), held.in(), now)) {
            return Decision.refused(Refusal.by(Rule.LAST_ADMINISTRATOR));
        }
        duties.give(held);
        trail.append(entry(actor, "duty.given", held));
        return Decision.done(held);
    }

    /** Takes the duty away at once. Who does not hold it is not found. */
    public Decision<DutyHeld> end(Actor actor, PersonId person, Duty duty, UnitId in) {
        access.require(actor, Action.GIVE_DUTIES, in);
        oneAfterTheOther();
        Instant now = clock.instant();
        Optional<DutyHeld> found =
                duties.of(person).stream()
                        .filter(held -> held.duty() == duty && held.in().equals(in))
                        .filter(held -> held.holdsAt(now))
                        .findFirst();
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, duty.name()));
        }
        if (isLast(person, duty, in, now)) {
            return Decision.refused(Refusal.by(Rule.LAST_ADMINISTRATOR));
        }
        duties.end(found.get(), now);
        trail.append(entry(actor, "duty.ended", found.get()));
        return Decision.done(found.get());
    }

    /** Or two administrators end each other at once, and nobody is left. */
    private void oneAfterTheOther() {
        units.lockTree();
    }

    private boolean mayHold(PersonId person) {
        return accounts.byId(person).filter(Account::usable).isPresent();
    }

    private boolean isLast(PersonId person, Duty duty, UnitId in, Instant now) {
        Set<UnitId> whole = administrators.whole();
        boolean holdsOnlyThis =
                duties.of(person).stream()
                                .filter(held -> held.duty() == Duty.ADMINISTRATOR)
                                .filter(held -> held.until().isEmpty() && held.holdsAt(now))
                                .filter(held -> whole.contains(held.in()))
                                .count()
                        == 1;
        return duty == Duty.ADMINISTRATOR
                && whole.contains(in)
                && holdsOnlyThis
                && !administrators.lastAmong(Set.of(person)).isEmpty();
    }

    private static AuditEntry entry(Actor actor, String what, DutyHeld held) {
        return AuditEntry.of(actor, what, held.in(), held.person().value())
                .because(held.duty().name());
    }
}
