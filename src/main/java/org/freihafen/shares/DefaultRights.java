package org.freihafen.shares;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;

import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Who may do what in a workspace without any grant: the kind of its unit says so. */
public final class DefaultRights {
    private DefaultRights() {}

    /**
     * The groups with a right in a unit's workspace on this cloud. Leads belong to the people and
     * are named only where they may do more; a board stands on it only where its people may enter.
     */
    public static NavigableMap<GroupId, Set<Permission>> of(
            Unit unit, Structure structure, String cloud, Entrants entrants) {
        NavigableMap<GroupId, Set<Permission>> rights = new TreeMap<>();
        Set<Permission> people = allowedBy(unit.kind().right(UnitKind.Part.PEOPLE));
        Set<Permission> leads = allowedBy(unit.kind().right(UnitKind.Part.LEADS));
        put(rights, new GroupId(unit.id(), Part.PEOPLE), people);
        if (unit.kind().hasLeads() && !people.containsAll(leads)) {
            leads.addAll(people);
            put(rights, new GroupId(unit.id(), Part.LEADS), leads);
        }
        structure
                .boardOf(unit.id())
                .filter(board -> entrants.admits(cloud, board))
                .ifPresent(board ->
                        put(
                                rights,
                                new GroupId(board.id(), Part.PEOPLE),
                                allowedBy(unit.kind().right(UnitKind.Part.BOARD))));
        return rights;
    }

    private static void put(
            NavigableMap<GroupId, Set<Permission>> rights, GroupId group, Set<Permission> allowed) {
        if (!allowed.isEmpty()) {
            rights.put(group, allowed);
        }
    }

    private static Set<Permission> allowedBy(UnitKind.Right right) {
        return switch (right) {
            case NONE -> EnumSet.noneOf(Permission.class);
            case READ -> EnumSet.of(Permission.READ);
            case EDIT -> EnumSet.allOf(Permission.class);
        };
    }
}
