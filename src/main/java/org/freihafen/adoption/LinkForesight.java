package org.freihafen.adoption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.PermissionBits;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.reach.Ways;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who stands on a Team folder, and who would if it were a unit's workspace. */
@Dependent
public class LinkForesight {
    private final Foreseeing foreseeing;

    @Inject
    public LinkForesight(Foreseeing foreseeing) {
        this.foreseeing = foreseeing;
    }

    LinkConsequences of(String cloud, Unit unit, Foreign folder) {
        Situation then = foreseeing.now().having(new Workspace(unit.id(), cloud, false));
        FolderRef whole = FolderRef.whole(unit.id());
        WorkspaceObject seen = folder.seen();
        Map<GroupId, Set<Permission>> before = new TreeMap<>();
        seen.groups().forEach((group, bits) -> before.put(group, PermissionBits.read(bits)));
        Map<GroupId, Set<Permission>> after = groups(then, whole);
        Map<GroupId, String> labels =
                new GroupDesign(then.structure(), _ -> true)
                        .groups().stream().collect(Collectors.toMap(Group::id, Group::label));
        List<String> closing = labels(before.keySet(), after.keySet(), labels);
        List<String> strangers = List.copyOf(seen.strangers().keySet());
        return new LinkConsequences(
                unit,
                Folder.of(folder),
                labels(after.keySet(), before.keySet(), labels),
                closing,
                strangers,
                !seen.served() && !(closing.isEmpty() && strangers.isEmpty()),
                foreseeing.between(whole, before, after));
    }

    private static Map<GroupId, Set<Permission>> groups(Situation then, FolderRef whole) {
        Map<GroupId, Set<Permission>> groups = new TreeMap<>();
        new Ways(then)
                .onto(whole)
                .forEach(way ->
                        way.group()
                                .ifPresent(group ->
                                        groups.computeIfAbsent(
                                                        group,
                                                        _ -> EnumSet.noneOf(Permission.class))
                                                .addAll(way.permissions())));
        return groups;
    }

    private static List<String> labels(
            Set<GroupId> these, Set<GroupId> without, Map<GroupId, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> these.contains(label.getKey()))
                .filter(label -> !without.contains(label.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
