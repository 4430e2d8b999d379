package org.freihafen.reshape;

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
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A unit that granted something to one that was merged says whether the heir gets it. Until then
 * the people of before go on reaching it, and nobody else.
 */
@Dependent
@Transactional
public class Succession {
    private final Access access;
    private final Units units;
    private final Grants grants;
    private final ClosingEndings closing;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Succession(
            Access access,
            Units units,
            Grants grants,
            ClosingEndings closing,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.grants = grants;
        this.closing = closing;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * The unit that would take the place of the grant's recipient, if the grant waits for a word.
     */
    public static Optional<Unit> heir(Grant grant, Structure structure) {
        return grant.to()
                .toGroup()
                .flatMap(group -> structure.ending(group.unit()))
                .filter(Ending::keepsPeople)
                .flatMap(ending -> structure.heir(ending.unit()));
    }

    /**
     * Says the word.
     *
     * @param pass whether the heir takes the place of the recipient; otherwise the grant ends
     */
    public Decision<Grant> decide(Actor actor, GrantId id, boolean pass) {
        LocalDate today = LocalDate.now(clock);
        grants.byId(id).ifPresent(grant -> units.lock(grant.folder().workspace()));
        Optional<Grant> found = grants.byId(id).filter(grant -> grant.holdsOn(today));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Grant grant = found.get();
        UnitId giver = grant.folder().workspace();
        access.require(actor, pass ? Action.GRANT : Action.END_GRANT, giver);
        Structure structure = units.structure();
        Optional<Unit> heir = heir(grant, structure);
        if (heir.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.GRANT_NOT_WAITING));
        }
        GroupId from = grant.to().toGroup().orElseThrow();
        Grantee to = new Grantee.ToGroup(new GroupId(heir.get().id(), from.part()));
        if (pass && exists(giver, grant, to, today)) {
            return Decision.refused(Refusal.by(Rule.GRANT_EXISTS, heir.get().name()));
        }
        PersonId by = actor.somebody().orElseThrow();
        Grant decided = pass ? grant.to(to).decidedBy(by) : grant.ended(today, Optional.of(by));
        grants.save(decided);
        trail.append(
                AuditEntry.of(
                        actor, pass ? "grant.passed" : "grant.ended", giver, grant.id().value()));
        wake.touched(Touched.workspace(giver).and(Touched.unit(from.unit())));
        closing.closeIfDecided(from.unit());
        return Decision.done(decided);
    }

    private boolean exists(UnitId giver, Grant grant, Grantee to, LocalDate today) {
        List<Grant> given = grants.by(giver, today);
        return given.stream()
                .anyMatch(other -> other.folder().equals(grant.folder()) && other.to().equals(to));
    }
}
