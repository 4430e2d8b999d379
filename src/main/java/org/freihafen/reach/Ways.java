package org.freihafen.reach;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.DefaultRights;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every way in which somebody reaches a folder. It follows from the same rules as what the clouds
 * are told; a contract compares it with what they then show.
 */
public final class Ways {
    private final Situation situation;
    private final Map<FolderId, Folder> folders = new HashMap<>();
    private final Map<UnitId, Workspace> open = new HashMap<>();
    private final List<Way> all = new ArrayList<>();

    public Ways(Situation situation) {
        this.situation = situation;
        situation.folders().forEach(folder -> folders.put(folder.id(), folder));
        situation.workspaces().forEach(this::openByKind);
        situation.folders().stream()
                .filter(folder -> folder.closedTo().isPresent())
                .forEach(this::keepOpen);
        situation.grants().stream()
                .filter(grant -> grant.holdsOn(situation.day()))
                .forEach(this::openByGrant);
    }

    private void openByKind(Workspace workspace) {
        Optional<Unit> unit = situation.structure().heir(workspace.unit()).filter(u -> !u.ended());
        if (unit.isPresent() && !workspace.archived()) {
            open.put(workspace.unit(), workspace);
            DefaultRights.of(
                            unit.get(),
                            situation.structure(),
                            workspace.cloud(),
                            situation.entrants())
                    .forEach((group, allowed) ->
                            all.add(
                                    new Way(
                                            FolderRef.whole(workspace.unit()),
                                            new Grantee.ToGroup(group),
                                            allowed,
                                            new Way.Because.ItsWorkspace())));
        }
    }

    /** A closed folder is open to its unit's leads or board alone, whoever reaches the whole. */
    private void keepOpen(Folder folder) {
        Structure structure = situation.structure();
        Optional<GroupId> insiders =
                Optional.ofNullable(open.get(folder.unit()))
                        .filter(_ -> !folder.deleted())
                        .flatMap(_ -> structure.heir(folder.unit()))
                        .flatMap(unit ->
                                folder.closedTo()
                                        .flatMap(to -> ClosingRule.group(unit, to, structure)));
        insiders.filter(situation::exists)
                .ifPresent(group ->
                        all.add(
                                new Way(
                                        FolderRef.of(folder),
                                        new Grantee.ToGroup(group),
                                        EnumSet.allOf(Permission.class),
                                        new Way.Because.KeptOpen())));
    }

    private void openByGrant(Grant grant) {
        Workspace workspace = open.get(grant.folder().workspace());
        boolean there =
                grant.folder()
                        .folder()
                        .map(id -> lies(id, grant.folder().workspace()))
                        .orElse(true);
        if (workspace != null
                && there
                && !grant.permissions().isEmpty()
                && grant.to().toGroup().map(to -> enters(to, workspace)).orElse(true)) {
            all.add(
                    new Way(
                            grant.folder(),
                            grant.to(),
                            grant.permissions(),
                            new Way.Because.Granted(grant)));
        }
    }

    private boolean enters(GroupId to, Workspace workspace) {
        return situation.exists(to)
                && situation
                        .structure()
                        .byId(to.unit())
                        .filter(unit -> situation.entrants().admits(workspace.cloud(), unit))
                        .isPresent();
    }

    /** Grants on a folder that people deleted wait until it is there again. */
    private boolean lies(FolderId id, UnitId workspace) {
        Folder folder = folders.get(id);
        return folder != null && !folder.deleted() && folder.unit().equals(workspace);
    }

    public List<Way> all() {
        return List.copyOf(all);
    }

    /** Those by which the folder itself is reached: through it or anything that it lies in. */
    public List<Way> onto(FolderRef folder) {
        Optional<FolderRef> closed = closedAround(folder);
        return all.stream()
                .filter(way -> holds(way.folder(), folder))
                .filter(way ->
                        closed.isEmpty()
                                || !stopsAtClosed(way)
                                || closed.get().equals(way.folder()))
                .toList();
    }

    /** The closed folder that this one is, or lies in; of several the innermost rules. */
    private Optional<FolderRef> closedAround(FolderRef folder) {
        return situation.folders().stream()
                .filter(each -> each.closedTo().isPresent())
                .filter(each -> holds(FolderRef.of(each), folder))
                .max(Comparator.comparingInt(each -> each.path().length()))
                .map(FolderRef::of);
    }

    /** Groups on the workspace heed a closed folder; what is shared out of it does not. */
    private static boolean stopsAtClosed(Way way) {
        return switch (way.because()) {
            case Way.Because.ItsWorkspace _, Way.Because.KeptOpen _ -> true;
            case Way.Because.Granted _ ->
                    way.folder().folder().isEmpty() && way.group().isPresent();
        };
    }

    /** Those by which only something inside the folder is reached. */
    public List<Way> into(FolderRef folder) {
        return all.stream()
                .filter(way -> !way.folder().equals(folder) && holds(folder, way.folder()))
                .toList();
    }

    /** Those that are open to somebody who is in these groups. */
    public List<Way> of(PersonId person, Set<GroupId> groups) {
        return all.stream().filter(way -> way.isOpenTo(person, groups)).toList();
    }

    /** Whether the inner folder is the outer one or lies somewhere in it. */
    private boolean holds(FolderRef outer, FolderRef inner) {
        if (!outer.workspace().equals(inner.workspace())) {
            return false;
        }
        if (outer.folder().isEmpty() || outer.equals(inner)) {
            return true;
        }
        Optional<String> in = inner.folder().flatMap(this::path);
        Optional<String> out = outer.folder().flatMap(this::path);
        return in.isPresent() && out.isPresent() && in.get().startsWith(out.get() + "/");
    }

    private Optional<String> path(FolderId id) {
        return Optional.ofNullable(folders.get(id)).map(Folder::path);
    }
}
