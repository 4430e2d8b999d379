package org.freihafen.workspaces;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.Optional;

/** For whom a unit's folder can be closed to the others: somebody has to be there who gets in. */
public final class ClosingRule {
    private ClosingRule() {}

    public static Optional<Refusal> check(
            Unit unit, Closing to, Structure structure, Entrants entrants, String cloud) {
        return group(unit, to, structure)
                        .flatMap(group -> structure.byId(group.unit()))
                        .filter(whose -> entrants.admits(cloud, whose))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.NOBODY_BEHIND_CLOSED_FOLDER, unit.name()));
    }

    /** Who gets in; empty if the unit has nobody like that. */
    public static Optional<GroupId> group(Unit unit, Closing to, Structure structure) {
        return switch (to) {
            case LEADS ->
                    unit.kind().hasLeads()
                            ? Optional.of(new GroupId(unit.id(), Part.LEADS))
                            : Optional.empty();
            case BOARD ->
                    structure.boardOf(unit.id()).map(board -> new GroupId(board.id(), Part.PEOPLE));
        };
    }
}
