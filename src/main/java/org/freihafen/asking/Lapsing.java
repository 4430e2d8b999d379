package org.freihafen.asking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AccessRequest.Stage;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Responsible;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests that nobody answered in time wait no more, nor do those of or to a unit that is gone.
 */
@Dependent
@Transactional
public class Lapsing {
    private final Units units;
    private final AccessRequests requests;
    private final Responsible responsible;
    private final Mailing mailing;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public Lapsing(
            Units units,
            AccessRequests requests,
            Responsible responsible,
            Mailing mailing,
            Trail trail,
            Clock clock) {
        this.units = units;
        this.requests = requests;
        this.responsible = responsible;
        this.mailing = mailing;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those whose time is up. */
    public List<UUID> due() {
        Structure structure = units.structure();
        return requests.waiting().stream()
                .filter(request -> isDue(structure, request))
                .map(AccessRequest::id)
                .toList();
    }

    /** Ends one that is due, and tells those who asked; one that was answered stays as it is. */
    public void lapse(UUID id) {
        requests.byId(id).ifPresent(request -> units.lock(request.of()));
        Structure structure = units.structure();
        requests.byId(id)
                .filter(AccessRequest::waits)
                .filter(request -> isDue(structure, request))
                .ifPresent(request -> end(structure, request));
    }

    private boolean isDue(Structure structure, AccessRequest request) {
        return !request.open().isAfter(clock.instant())
                || isGone(structure.byId(request.by()))
                || isGone(structure.heir(request.of()));
    }

    private static boolean isGone(Optional<Unit> unit) {
        return unit.filter(found -> !found.ended()).isEmpty();
    }

    private void end(Structure structure, AccessRequest request) {
        requests.save(
                request.ended(
                        new Outcome(
                                Stage.LAPSED,
                                Optional.empty(),
                                clock.instant(),
                                Optional.empty(),
                                "")));
        trail.append(AuditEntry.of(new Actor.Host(), "access.lapsed", request.by(), request.id()));
        responsible
                .of(request.by())
                .forEach(lead ->
                        mailing.tell(
                                lead,
                                Template.ACCESS_LAPSED,
                                name(structure, request.of()),
                                name(structure, request.by())));
    }

    private static String name(Structure structure, UnitId unit) {
        return structure.byId(unit).map(Unit::outwardName).orElse("");
    }
}
