package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.access.Duties;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.accounts.Administrators;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What leaving means for duties: they end, and the last administrator of the whole stays. */
@Dependent
public class LeavingDuties {
    private final Administrators administrators;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public LeavingDuties(Administrators administrators, Duties duties, Trail trail, Clock clock) {
        this.administrators = administrators;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those who must not leave, because nobody else administers the whole. */
    public Set<PersonId> staying(Set<PersonId> leaving) {
        return administrators.lastAmong(leaving);
    }

    public static Refusal refusal(Set<PersonId> staying, Map<PersonId, MemberNumber> numbers) {
        return Refusal.by(
                Refusal.Rule.LAST_ADMINISTRATOR_LEAVES,
                staying.stream()
                        .flatMap(person -> Optional.ofNullable(numbers.get(person)).stream())
                        .map(MemberNumber::value)
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    void end(Actor actor, Set<PersonId> leaving) {
        Instant now = clock.instant();
        for (DutyHeld held : duties.all()) {
            if (leaving.contains(held.person()) && held.holdsAt(now)) {
                duties.end(held, now);
                trail.append(
                        AuditEntry.of(actor, "duty.ended", held.in(), held.person().value())
                                .because(held.duty().name()));
            }
        }
    }
}
