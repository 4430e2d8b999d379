package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Accounts;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many people each group holds. Counts the derived groups themselves, in one read of the
 * memberships for all units asked about, so that a page never says another number than the
 * directory.
 */
@Dependent
public class Headcount {
    private final Units units;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public Headcount(Units units, Memberships memberships, Accounts accounts, Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    public int of(GroupId group) {
        return of(Set.of(group.unit())).getOrDefault(group, 0);
    }

    /** The groups of these units that exist, with their sizes. */
    public Map<GroupId, Integer> of(Collection<UnitId> asked) {
        Structure structure = units.structure();
        Set<UnitId> from = new HashSet<>();
        asked.forEach(unit -> structure.byId(unit).ifPresent(u -> gather(structure, u, from)));
        Set<PersonId> absent = accounts.absent();
        GroupDesign design = new GroupDesign(structure, person -> !absent.contains(person));
        memberships.forEachIn(from, LocalDate.now(clock), design);
        Map<GroupId, Integer> sizes = new HashMap<>();
        design.groups().stream()
                .filter(group -> asked.contains(group.id().unit()))
                .forEach(group -> sizes.put(group.id(), group.members().size()));
        return sizes;
    }

    /** The unit, and all below from where belonging is passed on to it. */
    private static void gather(Structure structure, Unit unit, Set<UnitId> into) {
        if (into.add(unit.id()) && unit.kind().byRegister()) {
            structure.children(unit.id()).stream()
                    .filter(child -> child.kind().byRegister())
                    .forEach(child -> gather(structure, child, into));
        }
    }
}
