package org.freihafen.drift;

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
import org.freihafen.drift.AdoptionRule.Case;
import org.freihafen.drift.Drift.Answer;
import org.freihafen.drift.Drift.Choice;
import org.freihafen.drift.Found.Terms;
import org.freihafen.granting.Granting;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Those who decide for a unit say what is to be of something done by hand: as it was decided
 * before, or as it was found. What is adopted goes by the same use cases and rules as if it had
 * been decided here.
 */
@Dependent
@Transactional
public class DecidingDrift {
    private final Access access;
    private final Units units;
    private final Drifts drifts;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Granting granting;
    private final Entrants entrants;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;
    private final FolderReturns returns;

    @Inject
    public DecidingDrift(
            Access access,
            Units units,
            Drifts drifts,
            Workspaces workspaces,
            Grants grants,
            Granting granting,
            Entrants entrants,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.drifts = drifts;
        this.workspaces = workspaces;
        this.grants = grants;
        this.granting = granting;
        this.entrants = entrants;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
        returns = new FolderReturns(workspaces, drifts, trail);
    }

    /** It is to be as it was decided. */
    public Decision<Drift> repair(Actor actor, UUID id) {
        Optional<Drift> open = open(id);
        if (open.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Found found = open.get().found();
        access.require(actor, Action.REPAIR_DRIFT, found.unit());
        Optional<Refusal> no =
                switch (found.law()) {
                    case PUT_BACK -> Optional.empty();
                    case FOLLOWED -> returns.moveBack(open.get());
                    case TAKEN_OVER -> end(actor, cases(units.structure()), found);
                    case LEFT -> {
                        if (found.what() == Found.What.DELETED) {
                            returns.makeAgain(actor, found);
                        }
                        yield Optional.empty();
                    }
                };
        return no.<Decision<Drift>>map(Decision::refused)
                .orElseGet(() -> answered(actor, open.get(), Choice.REPAIR, "drift.repaired"));
    }

    /**
     * It is to be as it was found.
     *
     * @param reason of the grant that it becomes; the rest needs none
     */
    public Decision<Drift> adopt(Actor actor, UUID id, String reason) {
        Optional<Drift> open = open(id);
        if (open.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Found found = open.get().found();
        access.require(actor, Action.GRANT, found.unit());
        Cases cases = cases(units.structure());
        Optional<Refusal> no =
                cases.notAdopted(found).or(() -> become(actor, cases, found, reason));
        return no.<Decision<Drift>>map(Decision::refused)
                .orElseGet(() -> answered(actor, open.get(), Choice.ADOPT, "drift.adopted"));
    }

    private Cases cases(Structure structure) {
        return new Cases(structure, workspaces, grants, entrants, LocalDate.now(clock));
    }

    private Optional<Refusal> become(Actor actor, Cases cases, Found found, String reason) {
        return switch (found.law()) {
            case FOLLOWED, TAKEN_OVER -> Optional.empty();
            case LEFT -> {
                if (found.what() == Found.What.DELETED) {
                    endAll(actor, found);
                }
                yield Optional.empty();
            }
            case PUT_BACK ->
                    found.what() == Found.What.TAKEN
                            ? end(actor, cases, found)
                            : give(actor, cases, found, reason);
        };
    }

    private Optional<Refusal> give(Actor actor, Cases cases, Found found, String reason) {
        Case asked = cases.of(found).orElseThrow();
        Terms terms = found.is().orElseThrow();
        Optional<LocalDate> lastDay = until(asked, terms).map(until -> until.minusDays(1));
        Decision<Grant> decision =
                asked.grant()
                        .map(grant ->
                                granting.change(
                                        actor,
                                        grant.id(),
                                        Granting.Change.of(terms.permissions(), lastDay)))
                        .orElseGet(() ->
                                granting.grant(
                                        actor,
                                        new Granting.Wish(
                                                asked.folder().orElseThrow(),
                                                found.to().orElseThrow(),
                                                terms.permissions(),
                                                lastDay,
                                                reason,
                                                Optional.empty())));
        return decision.refusal();
    }

    /** A group on a whole workspace has no end in the cloud, so that of its grant stays. */
    private static Optional<LocalDate> until(Case asked, Terms terms) {
        boolean endless =
                asked.folder().filter(folder -> folder.folder().isEmpty()).isPresent()
                        && asked.found().to().flatMap(Grantee::toGroup).isPresent();
        return endless ? asked.grant().flatMap(Grant::until) : terms.until();
    }

    private Optional<Refusal> end(Actor actor, Cases cases, Found found) {
        return cases.of(found)
                .flatMap(Case::grant)
                .flatMap(grant -> granting.end(actor, grant.id()).refusal());
    }

    /** All of them or, as this throws, none. */
    private void endAll(Actor actor, Found found) {
        Set<FolderId> gone = returns.gone(found);
        grants.by(found.unit(), LocalDate.now(clock)).stream()
                .filter(grant -> grant.folder().folder().filter(gone::contains).isPresent())
                .flatMap(grant -> granting.end(actor, grant.id()).refusal().stream())
                .findFirst()
                .ifPresent(no -> {
                    throw new IllegalStateException("cannot end all grants: " + no);
                });
    }

    /** As it is once nobody else can answer it. */
    private Optional<Drift> open(UUID id) {
        drifts.byId(id).ifPresent(drift -> units.lock(drift.found().unit()));
        return drifts.byId(id).filter(Drift::open);
    }

    private Decision<Drift> answered(Actor actor, Drift drift, Choice choice, String what) {
        Drift answered =
                drift.answered(new Answer(choice, actor.somebody().orElseThrow(), clock.instant()));
        drifts.save(answered);
        UnitId unit = drift.found().unit();
        trail.append(AuditEntry.of(actor, what, unit, drift.id()));
        wake.touched(Touched.workspace(unit));
        return Decision.done(answered);
    }
}
