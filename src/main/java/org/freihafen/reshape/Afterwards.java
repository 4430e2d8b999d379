package org.freihafen.reshape;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.reach.Situation;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The situation that follows from a change to a unit. What is shown is computed with it, and what
 * is stored is exactly what it says.
 */
final class Afterwards {
    private final Reshape reshape;
    private final Situation now;
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, Ending> endings = new LinkedHashMap<>();

    private Afterwards(Reshape reshape, Situation now) {
        this.reshape = reshape;
        this.now = now;
        now.structure().all().forEach(unit -> units.put(unit.id(), unit));
        now.structure().endings().forEach(ending -> endings.put(ending.unit(), ending));
    }

    static Situation of(Reshape reshape, Situation now) {
        return new Afterwards(reshape, now).situation();
    }

    /** Whose people also belong to the unit that theirs is merged into. */
    static UnaryOperator<Memberships.Each> moving(Reshape reshape) {
        return switch (reshape) {
            case Reshape.Merge(UnitId unit, UnitId into) ->
                    each ->
                            (person, in, role) -> {
                                each.of(person, in, role);
                                if (in.equals(unit)) {
                                    each.of(person, into, Role.MEMBER);
                                }
                            };
            case Reshape.Move _, Reshape.Dissolve _, Reshape.Restore _ -> UnaryOperator.identity();
        };
    }

    /** Grants to a unit that is merged, about which whoever gave them has yet to decide. */
    static List<Grant> waiting(UnitId merged, UnitId into, Structure structure, List<Grant> all) {
        return all.stream()
                .filter(grant -> receives(grant, merged))
                .filter(grant -> !ownedBy(grant, into, structure))
                .filter(grant -> !ownedBy(grant, merged, structure))
                .toList();
    }

    private Situation situation() {
        UnitId id = reshape.unit();
        switch (reshape) {
            case Reshape.Move(_, UnitId under) ->
                    units.computeIfPresent(id, (_, unit) -> unit.under(under));
            case Reshape.Merge(_, UnitId into) -> merge(into);
            case Reshape.Dissolve _ -> {
                units.computeIfPresent(id, (_, unit) -> unit.end());
                endings.put(id, Ending.dissolved(id, now.day()));
            }
            case Reshape.Restore _ -> {
                units.computeIfPresent(id, (_, unit) -> restored(unit));
                endings.remove(id);
            }
        }
        Structure structure = new Structure(units.values(), endings.values());
        return new Situation(
                structure,
                now.workspaces().stream().map(this::workspace).toList(),
                now.folders(),
                now.grants().stream().filter(grant -> survives(grant, structure)).toList(),
                now.entrants(),
                now.day());
    }

    private void merge(UnitId into) {
        UnitId id = reshape.unit();
        boolean somebodyDecides = !waiting(id, into, now.structure(), now.grants()).isEmpty();
        units.computeIfPresent(id, (_, unit) -> unit.end());
        endings.put(id, Ending.merged(id, now.day(), into, somebodyDecides));
        for (Unit child : now.structure().children(id)) {
            units.put(child.id(), child.under(into));
        }
    }

    private Unit restored(Unit unit) {
        return unit.parent()
                .flatMap(now.structure()::heir)
                .map(above -> unit.restored().under(above.id()))
                .orElseGet(unit::restored);
    }

    private Workspace workspace(Workspace workspace) {
        if (!workspace.unit().equals(reshape.unit())) {
            return workspace;
        }
        return switch (reshape) {
            case Reshape.Dissolve _ -> workspace.archived(true);
            case Reshape.Restore _ -> workspace.archived(false);
            case Reshape.Move _, Reshape.Merge _ -> workspace;
        };
    }

    /** A grant survives all but dissolution, and what would be to its own giver. */
    private boolean survives(Grant grant, Structure afterwards) {
        return switch (reshape) {
            case Reshape.Move _, Reshape.Restore _ -> true;
            case Reshape.Dissolve(UnitId unit) ->
                    !receives(grant, unit) && !ownedBy(grant, unit, now.structure());
            case Reshape.Merge(UnitId unit, UnitId into) ->
                    !(receives(grant, unit) || receives(grant, into))
                            || !ownedBy(grant, into, afterwards);
        };
    }

    private static boolean receives(Grant grant, UnitId unit) {
        return grant.to().toGroup().filter(group -> group.unit().equals(unit)).isPresent();
    }

    private static boolean ownedBy(Grant grant, UnitId unit, Structure structure) {
        Optional<Unit> owner = structure.heir(grant.folder().workspace());
        return owner.filter(u -> u.id().equals(unit)).isPresent();
    }
}
