package org.freihafen.workspaces;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

import java.util.List;
import java.util.Optional;

/** All workspaces and the folders in them that Freihafen knows. */
public interface Workspaces {
    Optional<Workspace> of(UnitId unit);

    List<Workspace> all();

    void add(Workspace workspace);

    void save(Workspace workspace);

    List<Folder> folders(UnitId unit);

    List<Folder> allFolders();

    Optional<Folder> folder(FolderId id);

    void add(Folder folder);

    void save(Folder folder);
}
