package org.freihafen.closing;

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
import org.freihafen.granting.Granting;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.PathRule;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit closes a folder to all of its people but its leads or its board, and opens it again. Who
 * loses it is shown first, with every grant by which others would go on seeing it: those end unless
 * the unit says that they stay.
 */
@Dependent
@Transactional
public class ClosingFolders {
    private final Access access;
    private final Units units;
    private final Workspaces workspaces;
    private final Openings openings;
    private final CreatingFolders creating;
    private final Granting granting;
    private final OfferingGrants offering;
    private final Foreseeing foreseeing;
    private final Entrants entrants;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;

    @Inject
    public ClosingFolders(
            Access access,
            Units units,
            Workspaces workspaces,
            Openings openings,
            CreatingFolders creating,
            Granting granting,
            OfferingGrants offering,
            Foreseeing foreseeing,
            Entrants entrants,
            Trail trail,
            Wake wake,
            Ids ids) {
        this.access = access;
        this.units = units;
        this.workspaces = workspaces;
        this.openings = openings;
        this.creating = creating;
        this.granting = granting;
        this.offering = offering;
        this.foreseeing = foreseeing;
        this.entrants = entrants;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
    }

    /**
     * Makes a folder and closes it at once. That loses nobody anything, but must not show it to
     * those to whom what it lies in was granted.
     */
    public Decision<Folder> create(Actor actor, UnitId in, String wishedPath, Closing to) {
        access.require(actor, Action.CREATE_FOLDER, in);
        units.lock(in);
        Structure structure = units.structure();
        Optional<Unit> owner = structure.heir(in);
        if (owner.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, in.toString()));
        }
        Optional<Refusal> no = refusal(owner.get(), to, structure);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        String path = PathRule.normal(wishedPath);
        Folder wished =
                workspaces.folders(in).stream()
                        .filter(folder -> folder.path().equalsIgnoreCase(path))
                        .findAny()
                        .orElseGet(() -> new Folder(ids.folder(), in, path));
        if (openings.any(actor, wished, to, owner.get(), structure)) {
            return Decision.refused(Refusal.by(Rule.CLOSED_FOLDER_WOULD_BE_SEEN, path));
        }
        Decision<Folder> created = creating.create(actor, in, path);
        return created instanceof Decision.Done<Folder>(Folder made)
                ? Decision.done(put(actor, owner.get(), made, Optional.of(to)))
                : created;
    }

    /**
     * Changes nothing: what closing or opening it would bring.
     *
     * @param to for whom it stays open; empty for all of the unit's people
     * @param staying grants that are to stay although others see the closed folder by them
     */
    public Decision<ClosingConsequences> show(
            Actor actor, FolderId id, Optional<Closing> to, Set<GrantId> staying) {
        Optional<Folder> found = workspaces.folder(id);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Folder folder = found.get();
        access.require(actor, Action.CREATE_FOLDER, folder.unit());
        Situation now = foreseeing.now();
        Unit owner = now.structure().heir(folder.unit()).orElseThrow();
        if (owner.ended()) {
            return Decision.refused(Refusal.by(Rule.UNIT_ENDED, owner.name()));
        }
        Optional<Refusal> no = to.flatMap(whom -> refusal(owner, whom, now.structure()));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        List<Gap> gaps =
                to.map(whom -> openings.gaps(folder, whom, owner, now.structure(), staying))
                        .orElse(List.of());
        return Decision.done(
                new ClosingConsequences(
                        folder,
                        to,
                        gaps,
                        to.isPresent() ? openings.offers(actor, folder) : List.of(),
                        foreseeing.between(now, Openings.shut(now, folder.closedTo(to), gaps))));
    }

    /** Does what was shown with this hash, or nothing. */
    public Decision<ClosingConsequences> close(
            Actor actor, FolderId id, Optional<Closing> to, Set<GrantId> staying, String hash) {
        workspaces.folder(id).ifPresent(folder -> units.lock(folder.unit()));
        Decision<ClosingConsequences> shown = show(actor, id, to, staying);
        if (!(shown instanceof Decision.Done<ClosingConsequences>(ClosingConsequences all))) {
            return shown;
        }
        if (!all.hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        all.ending().forEach(grant -> done(granting.end(actor, grant.id())));
        all.withdrawn().forEach(offer -> done(offering.withdraw(actor, offer.id())));
        put(actor, units.structure().heir(all.folder().unit()).orElseThrow(), all.folder(), to);
        return shown;
    }

    /** What was shown happens as a whole: a gap in a folder that is called closed is worse. */
    private static void done(Decision<?> decision) {
        decision.refusal()
                .ifPresent(why -> {
                    throw new IllegalStateException("a grant on a closed folder stays: " + why);
                });
    }

    private Folder put(Actor actor, Unit owner, Folder folder, Optional<Closing> to) {
        Folder changed = folder.closedTo(to);
        if (!changed.equals(folder)) {
            workspaces.save(changed);
            trail.append(
                    AuditEntry.of(
                                    actor,
                                    to.isPresent() ? "folder.closed" : "folder.opened",
                                    owner.id(),
                                    folder.id().value())
                            .because(to.map(Closing::name).orElse("")));
            wake.touched(Touched.workspace(folder.unit()));
        }
        return changed;
    }

    private Optional<Refusal> refusal(Unit unit, Closing to, Structure structure) {
        String cloud =
                workspaces
                        .of(unit.id())
                        .map(Workspace::cloud)
                        .or(() -> unit.kind().cloud())
                        .orElse(Entrants.WORKING);
        return ClosingRule.check(unit, to, structure, entrants, cloud);
    }
}
