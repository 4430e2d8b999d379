package org.freihafen.workspaces;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

import java.util.Optional;

/** A whole workspace, or a folder in it. */
public record FolderRef(UnitId workspace, Optional<FolderId> folder) {
    public static FolderRef whole(UnitId workspace) {
        return new FolderRef(workspace, Optional.empty());
    }

    public static FolderRef of(Folder folder) {
        return new FolderRef(folder.unit(), Optional.of(folder.id()));
    }
}
