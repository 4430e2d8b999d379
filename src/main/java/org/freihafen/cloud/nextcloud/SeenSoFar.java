package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one look at a whole cloud has shown up to now, and what of it is news to our record. */
final class SeenSoFar {
    private final Ledger ledger;
    private final List<Known> before;
    private final Map<CloudKey, CloudObject> seen = new HashMap<>();
    private final List<Known> learned = new ArrayList<>();

    SeenSoFar(Ledger ledger) {
        this.ledger = ledger;
        this.before = List.copyOf(ledger.all());
    }

    /** Our record as it was before the look. */
    List<Known> before() {
        return before;
    }

    void see(CloudKey key, UnitId unit, String id, CloudObject object) {
        seen.put(key, object);
        Known known = Known.of(key, unit, id, object);
        if (!ledger.get(key).equals(Optional.of(known))) {
            learned.add(known);
        }
    }

    /** Something that we know, as it is now. */
    void see(Known known, CloudObject object) {
        see(known.key(), known.unit(), known.id().orElse(""), object);
    }

    /** Something of ours that is in no record, and gets into none. */
    void seeStray(CloudKey key, CloudObject object) {
        seen.put(key, object);
    }

    boolean has(CloudKey key) {
        return seen.containsKey(key);
    }

    Optional<CloudObject> get(CloudKey key) {
        return Optional.ofNullable(seen.get(key));
    }

    Map<UnitId, WorkspaceObject> workspaces() {
        Map<UnitId, WorkspaceObject> workspaces = new HashMap<>();
        seen.forEach((key, object) -> {
            if (key instanceof OfWorkspace(UnitId unit)
                    && object instanceof WorkspaceObject workspace) {
                workspaces.put(unit, workspace);
            }
        });
        return workspaces;
    }

    /** Where a service account finds a workspace, with slashes at both ends. */
    String mount(UnitId unit) {
        return seen.get(new OfWorkspace(unit)) instanceof WorkspaceObject workspace
                ? "/" + workspace.name() + "/"
                : "//";
    }

    FolderObject folder(UnitId unit, String path) {
        String mount = mount(unit);
        return new FolderObject(
                unit, path.startsWith(mount) ? path.substring(mount.length()) : path);
    }

    State<CloudKey, CloudObject> state() {
        return State.of(seen);
    }

    List<Known> learned() {
        return learned;
    }

    /** What is in our record and was not seen. */
    List<CloudKey> gone() {
        return before.stream()
                .filter(known -> known.id().isPresent() && !has(known.key()))
                .map(Known::key)
                .toList();
    }
}
