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
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those who decide for a unit see what was done by hand in its workspace and say what is to be: as
 * it was decided before, or as it was found. What is adopted goes by the same use cases and rules
 * as if it had been decided here.
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
    }

    /**
     * Something found, and what can be said of it.
     *
     * @param notAdopted why it cannot be adopted, if so
     */
    public record Shown(Drift drift, Optional<Refusal> notAdopted) {}

    /** What was found in a unit's workspace and in those that it inherited, the newest first. */
    public List<Shown> in(Actor actor, UnitId unit) {
        access.require(actor, Action.SEE_DRIFT, unit);
        Structure structure = units.structure();
        return shown(
                structure,
                drifts.in(
                        Stream.concat(
                                        Stream.of(unit),
                                        structure.inheritedBy(unit).stream().map(Unit::id))
                                .collect(Collectors.toSet())));
    }

    /** All that waits for a word anywhere, for those who look after all of it. */
    public List<Shown> everywhere(Actor actor) {
        access.require(actor, Action.SEE_DRIFT);
        return shown(units.structure(), drifts.open());
    }

    private List<Shown> shown(Structure structure, List<Drift> found) {
        Cases cases = cases(structure);
        return found.stream()
                .map(drift -> new Shown(drift, cases.notAdopted(drift.found())))
                .toList();
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
                    case FOLLOWED -> moveBack(found);
                    case TAKEN_OVER -> end(actor, cases(units.structure()), found);
                    case LEFT -> {
                        if (found.what() == Found.What.DELETED) {
                            makeAgain(actor, found);
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
        Optional<LocalDate> lastDay = terms.until().map(until -> until.minusDays(1));
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

    private Optional<Refusal> end(Actor actor, Cases cases, Found found) {
        return cases.of(found)
                .flatMap(Case::grant)
                .flatMap(grant -> granting.end(actor, grant.id()).refusal());
    }

    /** All of them or, as this throws, none. */
    private void endAll(Actor actor, Found found) {
        Set<FolderId> gone = gone(found);
        grants.by(found.unit(), LocalDate.now(clock)).stream()
                .filter(grant -> grant.folder().folder().filter(gone::contains).isPresent())
                .flatMap(grant -> granting.end(actor, grant.id()).refusal().stream())
                .findFirst()
                .ifPresent(no -> {
                    throw new IllegalStateException("cannot end all grants: " + no);
                });
    }

    /** The deleted folder and those that went with it. */
    private Set<FolderId> gone(Found found) {
        Optional<FolderId> deleted = found.place().folder();
        String path = deleted.flatMap(this::known).map(Folder::path).orElse(found.place().path());
        return Stream.concat(
                        deleted.stream(),
                        workspaces.folders(found.unit()).stream()
                                .filter(folder -> folder.deleted() && folder.liesIn(path))
                                .map(Folder::id))
                .collect(Collectors.toSet());
    }

    private Optional<Refusal> moveBack(Found found) {
        Optional<Folder> folder = found.place().folder().flatMap(this::known);
        String from = found.place().from().orElseThrow();
        if (folder.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, found.place().path()));
        }
        if (folder.get().path().equals(from)) {
            return Optional.empty();
        }
        if (!folder.get().path().equals(found.place().path())) {
            return Optional.of(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        MoveBack back = new MoveBack(folder.get(), from, workspaces.folders(found.unit()));
        Optional<String> taken = back.taken();
        if (taken.isEmpty()) {
            back.moved().forEach(workspaces::save);
        }
        return taken.map(path -> Refusal.by(Rule.FOLDER_EXISTS, path));
    }

    private void makeAgain(Actor actor, Found found) {
        found.place()
                .folder()
                .flatMap(this::known)
                .filter(Folder::deleted)
                .ifPresent(folder -> {
                    workspaces.save(folder.deleted(false));
                    trail.append(
                            AuditEntry.of(
                                    actor, "folder.created", found.unit(), folder.id().value()));
                });
    }

    private Optional<Folder> known(FolderId folder) {
        return workspaces.folder(folder);
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
