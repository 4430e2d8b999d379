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
import org.freihafen.granting.Granting;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Responsible;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whoever leads the unit that was asked grants what was asked for, or less, or refuses. */
@Dependent
@Transactional
public class AnsweringAccess {
    private final Access access;
    private final Units units;
    private final AccessRequests requests;
    private final Granting granting;
    private final Responsible responsible;
    private final Mailing mailing;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public AnsweringAccess(
            Access access,
            Units units,
            AccessRequests requests,
            Granting granting,
            Responsible responsible,
            Mailing mailing,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.requests = requests;
        this.granting = granting;
        this.responsible = responsible;
        this.mailing = mailing;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param folder one of the unit's own, or of those that it inherited; or a whole workspace
     * @param until the last day; empty for no end
     */
    public record Answer(
            FolderRef folder, Set<Permission> permissions, Optional<LocalDate> until) {}

    /** What waits for the actor's word about this unit, the oldest first. */
    public List<AccessRequest> waiting(Actor actor, UnitId unit) {
        if (!access.allows(actor, Action.GRANT, unit)) {
            return List.of();
        }
        return requests.waitingFor(units.structure().withInherited(unit)).stream()
                .filter(request -> request.open().isAfter(clock.instant()))
                .toList();
    }

    /** The answer is a grant as any other; it says for what it was asked. */
    public Decision<AccessRequest> grant(Actor actor, UUID id, Answer answer) {
        Decision<AccessRequest> found = answerable(actor, id);
        if (!(found instanceof Decision.Done<AccessRequest>(AccessRequest request))) {
            return found;
        }
        if (!isOwn(request, answer.folder().workspace())) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, answer.folder().toString()));
        }
        Optional<Refusal> no = AnswerRule.check(request, answer.permissions(), answer.until());
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Decision<Grant> granted =
                granting.grant(
                        actor,
                        new Granting.Wish(
                                answer.folder(),
                                request.to(),
                                answer.permissions(),
                                answer.until(),
                                request.reason()));
        return switch (granted) {
            case Decision.Refused<Grant>(Refusal why) -> Decision.refused(why);
            case Decision.Done<Grant>(Grant grant) -> {
                AccessRequest ended =
                        request.ended(
                                new Outcome(
                                        Stage.GRANTED,
                                        actor.somebody(),
                                        clock.instant(),
                                        Optional.of(grant.id()),
                                        ""));
                requests.save(ended);
                trail.append(
                        AuditEntry.of(actor, "access.granted", request.of(), id, grant.id().value())
                                .because(request.reason()));
                boolean whole = AnswerRule.isWhole(request, answer.permissions(), answer.until());
                tell(
                        actor,
                        request,
                        whole ? Template.ACCESS_GRANTED : Template.ACCESS_GRANTED_LESS,
                        Template.ACCESS_ANSWERED_YES);
                yield Decision.done(ended);
            }
        };
    }

    /** Says no; the other side has to know why. */
    public Decision<AccessRequest> refuse(Actor actor, UUID id, String reason) {
        Decision<AccessRequest> found = answerable(actor, id);
        if (!(found instanceof Decision.Done<AccessRequest>(AccessRequest request))) {
            return found;
        }
        if (reason.isBlank()) {
            return Decision.refused(Refusal.by(Rule.REASON_NEEDED));
        }
        Optional<Refusal> no = TextRule.check(Text.REASON, reason);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        AccessRequest ended =
                request.ended(
                        new Outcome(
                                Stage.REFUSED,
                                actor.somebody(),
                                clock.instant(),
                                Optional.empty(),
                                reason.strip()));
        requests.save(ended);
        trail.append(
                AuditEntry.of(actor, "access.refused", request.of(), id).because(reason.strip()));
        tell(actor, request, Template.ACCESS_REFUSED, Template.ACCESS_ANSWERED_NO, reason.strip());
        return Decision.done(ended);
    }

    /** As it is once nobody else can answer it. */
    private Decision<AccessRequest> answerable(Actor actor, UUID id) {
        Optional<AccessRequest> found =
                requests.byId(id)
                        .filter(request -> access.allows(actor, Action.GRANT, request.of()));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        units.lock(found.get().of());
        AccessRequest request = requests.byId(id).orElseThrow();
        return request.waits() && request.open().isAfter(clock.instant())
                ? Decision.done(request)
                : Decision.refused(Refusal.by(Rule.ANSWERED_ALREADY));
    }

    private boolean isOwn(AccessRequest request, UnitId workspace) {
        Structure structure = units.structure();
        return structure
                .heir(request.of())
                .filter(owner -> structure.heir(workspace).filter(owner::equals).isPresent())
                .isPresent();
    }

    /** The asker's leads learn the answer, and the other leads of those who gave it. */
    private void tell(
            Actor actor,
            AccessRequest request,
            Template toAsker,
            Template toOwner,
            String... reason) {
        Structure structure = units.structure();
        String asker = structure.byId(request.by()).map(Unit::outwardName).orElse("");
        String asked = structure.byId(request.of()).map(Unit::outwardName).orElse("");
        List<String> facts = new ArrayList<>(List.of(asked, asker));
        facts.addAll(List.of(reason));
        String[] said = facts.toArray(String[]::new);
        responsible.of(request.by()).forEach(lead -> mailing.tell(lead, toAsker, said));
        responsible.of(request.of()).stream()
                .filter(lead -> actor.somebody().filter(lead::equals).isEmpty())
                .forEach(lead -> mailing.tell(lead, toOwner, said));
    }
}
