package org.freihafen.groups;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who is in the groups of some units on a day, in one read of the memberships. */
public final class Rolls {
    private Rolls() {}

    /** The groups of these units that exist, with their people; no more is read than they need. */
    public static Map<GroupId, PersonSet> of(
            Collection<UnitId> asked,
            Structure structure,
            Memberships memberships,
            LocalDate day,
            Predicate<PersonId> present) {
        Set<UnitId> from = new HashSet<>();
        asked.forEach(unit -> structure.byId(unit).ifPresent(u -> gather(structure, u, from)));
        GroupDesign design = new GroupDesign(structure, present).read(memberships, from, day);
        Map<GroupId, PersonSet> rolls = new HashMap<>();
        design.groups().stream()
                .filter(group -> asked.contains(group.id().unit()))
                .forEach(group -> rolls.put(group.id(), group.members()));
        return rolls;
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
