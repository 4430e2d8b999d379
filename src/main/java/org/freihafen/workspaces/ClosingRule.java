package org.freihafen.workspaces;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.List;
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

    /**
     * The closed folders that somebody who is none of those behind them would see by a share of a
     * folder: they are that folder, or it lies in them, or they in it.
     *
     * @param folders those of the unit; also those deleted in the cloud, which may come back
     */
    public static List<Folder> opened(
            String path,
            Optional<GroupId> to,
            Unit unit,
            Structure structure,
            List<Folder> folders) {
        return folders.stream()
                .filter(folder ->
                        folder.closedTo()
                                .filter(whom ->
                                        to.isEmpty() || !group(unit, whom, structure).equals(to))
                                .isPresent())
                .filter(folder -> folder.holds(path) || folder.liesIn(path))
                .toList();
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
