package org.freihafen.reach;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All from which it follows which groups reach what, on one day.
 *
 * @param grants more than those that hold on the day do no harm
 */
public record Situation(
        Structure structure,
        List<Workspace> workspaces,
        List<Folder> folders,
        List<Grant> grants,
        Entrants entrants,
        LocalDate day) {
    public Situation {
        workspaces = List.copyOf(workspaces);
        folders = List.copyOf(folders);
        grants = List.copyOf(grants);
    }

    /** With other folders and grants. */
    public Situation having(List<Folder> otherFolders, List<Grant> otherGrants) {
        return new Situation(structure, workspaces, otherFolders, otherGrants, entrants, day);
    }

    /** As if a unit had this workspace, and no other. */
    public Situation having(Workspace workspace) {
        List<Workspace> others = new ArrayList<>(workspaces);
        others.removeIf(each -> each.unit().equals(workspace.unit()));
        others.add(workspace);
        return new Situation(structure, others, folders, grants, entrants, day);
    }

    boolean exists(GroupId group) {
        return structure
                .byId(group.unit())
                .filter(structure::hasGroups)
                .filter(unit -> group.part() == Part.PEOPLE || unit.kind().hasLeads())
                .isPresent();
    }
}
