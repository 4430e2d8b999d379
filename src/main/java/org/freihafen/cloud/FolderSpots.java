package org.freihafen.cloud;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Whereabouts.Spot;
import org.freihafen.workspaces.Workspace;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows from the names that workspaces and folders have in a cloud. A workspace and a folder that
 * was granted lie at the top of one's files, other folders below their workspace.
 */
final class FolderSpots {
    private final Map<UnitId, String> cloudOf = new HashMap<>();
    private final Map<String, WorkspaceNames> names;
    private final Function<FolderRef, Optional<Folder>> folders;
    private final Function<String, Optional<URI>> pages;

    /** With the address of each cloud's pages; a cloud without an address has none. */
    FolderSpots(
            Structure structure,
            List<Workspace> workspaces,
            Function<FolderRef, Optional<Folder>> folders,
            Function<String, Optional<URI>> pages) {
        this.folders = folders;
        this.pages = pages;
        workspaces.forEach(workspace -> cloudOf.put(workspace.unit(), workspace.cloud()));
        names =
                workspaces.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Workspace::cloud,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                some -> new WorkspaceNames(structure, some))));
    }

    Spot own(FolderRef folder) {
        return spot(folder, false);
    }

    Spot granted(FolderRef folder) {
        return spot(folder, true);
    }

    private Spot spot(FolderRef folder, boolean atTheTop) {
        UnitId unit = folder.workspace();
        String cloud = cloudOf.getOrDefault(unit, "");
        WorkspaceNames known = names.get(cloud);
        if (known == null) {
            return new Spot("", Optional.empty());
        }
        String workspace = known.of(unit);
        Optional<String> path = folders.apply(folder).map(f -> known.path(unit, f.path()));
        String name = path.map(p -> p.substring(p.lastIndexOf('/') + 1)).orElse(workspace);
        String place = atTheTop || path.isEmpty() ? "/" + name : "/" + workspace + "/" + path.get();
        return new Spot(name, pages.apply(cloud).map(address -> page(address, place)));
    }

    private static URI page(URI cloud, String place) {
        String encoded = URLEncoder.encode(place, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(cloud + "/index.php/apps/files/?dir=" + encoded);
    }
}
