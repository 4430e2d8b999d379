package org.freihafen.workspaces;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Standing;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which folders of a unit somebody may know of: a closed one, and what lies in it, only those who
 * get in, those who lead the unit and those who look after all.
 */
@Dependent
public class SeenFolders {
    private static final Set<Standing> KNOW_ALL =
            Set.of(Standing.LEAD, Standing.STAND_IN, Standing.ADMINISTRATOR, Standing.AUDITOR);
    private static final Set<Standing> BELONG = Set.of(Standing.MEMBER, Standing.LEAD);

    private final Access access;
    private final Units units;
    private final Workspaces workspaces;

    @Inject
    public SeenFolders(Access access, Units units, Workspaces workspaces) {
        this.access = access;
        this.units = units;
        this.workspaces = workspaces;
    }

    public List<Folder> of(PersonId person, UnitId unit) {
        List<Folder> all = workspaces.folders(unit);
        List<Folder> shut = shut(person, unit, all);
        return all.stream()
                .filter(folder -> shut.stream().noneMatch(each -> each.holds(folder.path())))
                .toList();
    }

    /** Hears places in the unit's workspace and tells whether the person may know of each. */
    public Predicate<FolderRef> in(PersonId person, UnitId unit) {
        Set<FolderId> seen = of(person, unit).stream().map(Folder::id).collect(Collectors.toSet());
        return place -> place.folder().map(seen::contains).orElse(true);
    }

    private List<Folder> shut(PersonId person, UnitId unit, List<Folder> all) {
        if (all.stream().allMatch(folder -> folder.closedTo().isEmpty())
                || is(person, unit, KNOW_ALL)) {
            return List.of();
        }
        Structure structure = units.structure();
        return all.stream()
                .filter(folder ->
                        folder.closedTo()
                                .filter(to -> !getsIn(person, unit, to, structure))
                                .isPresent())
                .toList();
    }

    /** Who leads the unit is asked about before. */
    private boolean getsIn(PersonId person, UnitId unit, Closing to, Structure structure) {
        return to == Closing.BOARD
                && structure
                        .heir(unit)
                        .flatMap(owner -> ClosingRule.group(owner, to, structure))
                        .map(GroupId::unit)
                        .filter(board -> is(person, board, BELONG))
                        .isPresent();
    }

    private boolean is(PersonId person, UnitId unit, Set<Standing> wanted) {
        return !Collections.disjoint(access.standings(person, unit), wanted);
    }
}
