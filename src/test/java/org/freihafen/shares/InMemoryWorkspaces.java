package org.freihafen.shares;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.freihafen.workspaces.WorkspacesContract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces for tests; keeps the promises of {@link WorkspacesContract}. */
public final class InMemoryWorkspaces implements Workspaces {
    private final Map<UnitId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<FolderId, Folder> folders = new LinkedHashMap<>();

    @Override
    public Optional<Workspace> of(UnitId unit) {
        return Optional.ofNullable(workspaces.get(unit));
    }

    @Override
    public List<Workspace> all() {
        return List.copyOf(workspaces.values());
    }

    @Override
    public void add(Workspace workspace) {
        if (workspaces.putIfAbsent(workspace.unit(), workspace) != null) {
            throw new IllegalStateException("there is a workspace of " + workspace.unit());
        }
    }

    @Override
    public void save(Workspace workspace) {
        if (workspaces.replace(workspace.unit(), workspace) == null) {
            throw new IllegalStateException("no workspace of " + workspace.unit());
        }
    }

    @Override
    public List<Folder> folders(UnitId unit) {
        return allFolders().stream().filter(folder -> folder.unit().equals(unit)).toList();
    }

    @Override
    public List<Folder> allFolders() {
        return folders.values().stream()
                .sorted(Comparator.comparing(Folder::unit).thenComparing(Folder::path))
                .toList();
    }

    @Override
    public Optional<Folder> folder(FolderId id) {
        return Optional.ofNullable(folders.get(id));
    }

    @Override
    public void add(Folder folder) {
        if (!workspaces.containsKey(folder.unit())) {
            throw new IllegalStateException("no workspace of " + folder.unit());
        }
        if (folders.containsKey(folder.id())
                || folders(folder.unit()).stream()
                        .anyMatch(there -> there.path().equalsIgnoreCase(folder.path()))) {
            throw new IllegalStateException("there is a folder " + folder.path());
        }
        folders.put(folder.id(), folder);
    }

    @Override
    public void save(Folder folder) {
        if (folders(folder.unit()).stream()
                .anyMatch(there ->
                        !there.id().equals(folder.id())
                                && there.path().equalsIgnoreCase(folder.path()))) {
            throw new IllegalStateException("there is a folder " + folder.path());
        }
        if (folders.replace(folder.id(), folder) == null) {
            throw new IllegalStateException("no folder " + folder.id());
        }
    }
}
