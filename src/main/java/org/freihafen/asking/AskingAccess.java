package org.freihafen.asking;

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
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AccessRequest.Stage;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.groups.Part;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Period;
import org.freihafen.membership.Responsible;
import org.freihafen.membership.SightRule;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.shares.GrantRule;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever leads a unit asks another unit for access to its files, and may take that back. What is
 * asked for is named in words, so that nothing is told of the other's folders; a unit that the
 * asker may not know of is not found.
 */
@Dependent
@Transactional
public class AskingAccess {
    private static final Duration DAY = Duration.ofDays(1);

    private final Access access;
    private final Units units;
    private final AccessRequests requests;
    private final Entrants entrants;
    private final Responsible responsible;
    private final Mailing mailing;
    private final Trail trail;
    private final AskingLimits limits;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public AskingAccess(
            Access access,
            Units units,
            AccessRequests requests,
            Entrants entrants,
            Responsible responsible,
            Mailing mailing,
            Trail trail,
            AskingLimits limits,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.requests = requests;
        this.entrants = entrants;
        this.responsible = responsible;
        this.mailing = mailing;
        this.trail = trail;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param folder in words; empty for the whole workspace
     * @param until the last day; empty for no end
     */
    public record Plea(
            UnitId by,
            Part part,
            UnitId of,
            String folder,
            Set<Permission> permissions,
            Optional<LocalDate> until,
            String reason) {}

    public Decision<AccessRequest> ask(Actor actor, Plea plea) {
        access.require(actor, Action.ASK_ACCESS, plea.by());
        units.lock(plea.by());
        PersonId person = actor.somebody().orElseThrow();
        Optional<Unit> asker = units.byId(plea.by());
        Optional<Unit> asked = units.byId(plea.of()).filter(unit -> isKnownTo(person, unit));
        if (asker.isEmpty() || asked.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, plea.of().toString()));
        }
        Instant now = clock.instant();
        Optional<Refusal> no =
                checkUnits(asker.get(), asked.get())
                        .or(() -> checkWords(plea))
                        .or(() -> checkOnce(plea, now))
                        .or(() -> checkOften(person, now));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        AccessRequest request =
                new AccessRequest(
                        ids.next(),
                        plea.by(),
                        plea.part(),
                        plea.of(),
                        person,
                        plea.folder().strip(),
                        plea.permissions(),
                        plea.until(),
                        plea.reason().strip(),
                        now,
                        now.plus(limits.open()),
                        Optional.empty());
        requests.add(request);
        trail.append(
                AuditEntry.of(actor, "access.asked", plea.by(), request.id(), plea.of().value())
                        .because(request.reason()));
        responsible
                .of(plea.of())
                .forEach(lead ->
                        mailing.tell(
                                lead,
                                Template.ACCESS_ASKED,
                                asker.get().outwardName(),
                                asked.get().name()));
        return Decision.done(request);
    }

    private boolean isKnownTo(PersonId person, Unit unit) {
        return SightRule.sees(Field.UNIT, access.standings(person, unit.id()), unit.kind());
    }

    private Optional<Refusal> checkUnits(Unit asker, Unit asked) {
        if (asked.ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, asked.name()));
        }
        if (asked.kind().cloud().isEmpty()) {
            return Optional.of(Refusal.by(Rule.NO_WORKSPACE, asked.kind().name()));
        }
        return GrantRule.checkUnits(
                asked, asker, entrants.admits(asked.kind().cloud().orElseThrow(), asker));
    }

    private Optional<Refusal> checkWords(Plea plea) {
        LocalDate today = LocalDate.now(clock);
        if (plea.reason().isBlank()) {
            return Optional.of(Refusal.by(Rule.REASON_NEEDED));
        }
        return TextRule.check(Text.REASON, plea.reason())
                .or(() -> TextRule.check(Text.FOLDER, plea.folder()))
                .or(() ->
                        GrantRule.checkTerms(
                                Grantee.Kind.UNIT,
                                plea.permissions(),
                                new Period(today, plea.until().map(day -> day.plusDays(1))),
                                today));
    }

    private Optional<Refusal> checkOnce(Plea plea, Instant now) {
        String folder = plea.folder().strip().toLowerCase(Locale.ROOT);
        boolean open =
                requests.waitingFor(List.of(plea.of())).stream()
                        .filter(request -> request.by().equals(plea.by()))
                        .filter(request -> request.open().isAfter(now))
                        .anyMatch(request ->
                                request.folder().toLowerCase(Locale.ROOT).equals(folder));
        return open ? Optional.of(Refusal.by(Rule.ASKED_ALREADY)) : Optional.empty();
    }

    private Optional<Refusal> checkOften(PersonId person, Instant now) {
        int done = trail.timesDone(person, "access.asked", now.minus(DAY));
        return done < limits.perDay()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.TOO_MANY_TODAY, Integer.toString(limits.perDay())));
    }

    /** Takes back what waits; anybody who may ask for the unit can. */
    public Decision<AccessRequest> withdraw(Actor actor, UUID id) {
        Optional<AccessRequest> found =
                requests.byId(id)
                        .filter(request -> access.allows(actor, Action.ASK_ACCESS, request.by()));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        units.lock(found.get().of());
        AccessRequest request = requests.byId(id).orElseThrow();
        if (!request.waits()) {
            return Decision.refused(Refusal.by(Rule.ANSWERED_ALREADY));
        }
        AccessRequest withdrawn =
                request.ended(
                        new Outcome(
                                Stage.WITHDRAWN,
                                actor.somebody(),
                                clock.instant(),
                                Optional.empty(),
                                ""));
        requests.save(withdrawn);
        trail.append(AuditEntry.of(actor, "access.withdrawn", request.by(), id));
        return Decision.done(withdrawn);
    }
}
