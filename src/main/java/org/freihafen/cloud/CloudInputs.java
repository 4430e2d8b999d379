package org.freihafen.cloud;

import org.freihafen.ceilings.Ceilings;
import org.freihafen.drift.Drifts;
import org.freihafen.drift.Drifts.Pending;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a cloud's desired state follows from, of all clouds, at one moment.
 *
 * @param groups all groups there are; their people do not matter here and may be left out
 * @param grants those that hold today or later
 * @param ceilings how far units may grant
 * @param renewed links whose new password the cloud does not have yet
 * @param pending what somebody did by hand and is not as it is to be yet
 * @param anew grants whose share is to be made again
 */
public record CloudInputs(
        Structure structure,
        List<Group> groups,
        List<Workspace> workspaces,
        List<Folder> folders,
        List<Grant> grants,
        Ceilings ceilings,
        Set<GrantId> renewed,
        Set<Pending> pending,
        Set<GrantId> anew,
        Entrants entrants,
        LocalDate today) {
    public CloudInputs {
        groups = List.copyOf(groups);
        workspaces = List.copyOf(workspaces);
        folders = List.copyOf(folders);
        grants = List.copyOf(grants);
        renewed = Set.copyOf(renewed);
        pending = Set.copyOf(pending);
        anew = Set.copyOf(anew);
    }

    /** As the database has it; in a transaction of its own, so that it is of one moment. */
    public static CloudInputs read(
            Units units,
            Workspaces workspaces,
            Grants grants,
            Ceilings ceilings,
            LinkPasswords passwords,
            Drifts drifts,
            ShownAnew shownAnew,
            Entrants entrants,
            LocalDate today) {
        Structure structure = units.structure();
        return new CloudInputs(
                structure,
                new GroupDesign(structure, _ -> true).groups(),
                workspaces.all(),
                workspaces.allFolders(),
                grants.all(today),
                ceilings.asOfNow(),
                passwords.waiting(),
                drifts.pending(),
                shownAnew.waiting(),
                entrants,
                today);
    }

    /** The same with some folders as they are now. */
    public CloudInputs with(List<Folder> changed) {
        Map<FolderId, Folder> now = new LinkedHashMap<>();
        folders.forEach(folder -> now.put(folder.id(), folder));
        changed.forEach(folder -> now.put(folder.id(), folder));
        return new CloudInputs(
                structure,
                groups,
                workspaces,
                List.copyOf(now.values()),
                grants,
                ceilings,
                renewed,
                pending,
                anew,
                entrants,
                today);
    }

    /** The same, as if units had these workspaces. */
    CloudInputs having(List<Workspace> others) {
        Map<UnitId, Workspace> now = new LinkedHashMap<>();
        workspaces.forEach(each -> now.put(each.unit(), each));
        others.forEach(each -> now.put(each.unit(), each));
        return new CloudInputs(
                structure,
                groups,
                List.copyOf(now.values()),
                folders,
                grants,
                ceilings,
                renewed,
                pending,
                anew,
                entrants,
                today);
    }

    /** The keys of what is to be ended in a cloud by somebody's word. */
    public Set<String> ordered(String cloud) {
        return pending.stream()
                .filter(each -> each.cloud().equals(cloud) && each.ordered())
                .map(Pending::object)
                .collect(Collectors.toSet());
    }

    /** What people call each group, and by which a cloud is asked for its own name of it. */
    public Map<GroupId, String> labels() {
        return groups.stream().collect(Collectors.toMap(Group::id, Group::label));
    }
}
