package org.freihafen.sandsight;

import org.freihafen.sandfiles.Fact.Node;

import java.util.ArrayList;
import java.util.List;

/**
 * A file or folder as one person meets it: where, through which mount, with which rights.
 *
 * @param held the mount's rights as rules on the way leave them
 */
public record Spot(Mount mount, Node node, List<String> path, int held) {

    /** Where the mount begins. */
    static Spot entrance(Mount mount, List<String> path) {
        return new Spot(mount, mount.root(), path, mount.permissions());
    }

    public boolean isMountRoot() {
        return !(mount instanceof Mount.Home) && node.id() == mount.root().id();
    }

    public boolean isHome() {
        return path.isEmpty();
    }

    public int permissions() {
        return node.folder() ? held : held & ~Mount.CREATE;
    }

    public boolean allows(int bit) {
        return (permissions() & bit) == bit;
    }

    Spot child(Node inside, int heldThere) {
        List<String> longer = new ArrayList<>(path);
        longer.add(inside.name());
        return new Spot(mount, inside, List.copyOf(longer), heldThere);
    }

    public String display() {
        return "/" + String.join("/", path);
    }

    /** The letters of {@code oc:permissions}. */
    public String letters() {
        boolean landed = mount instanceof Mount.Received && isMountRoot();
        StringBuilder letters = new StringBuilder();
        letters.append(mount instanceof Mount.Received ? "S" : "");
        letters.append(allows(Mount.SHARE) ? "R" : "");
        letters.append(mount instanceof Mount.Team ? "M" : "");
        letters.append(allows(Mount.READ) ? "G" : "");
        letters.append(landed || allows(Mount.DELETE) ? "D" : "");
        letters.append(landed || allows(Mount.UPDATE) ? "NV" : "");
        if (node.folder()) {
            letters.append(allows(Mount.CREATE) ? "CK" : "");
        } else {
            letters.append(allows(Mount.UPDATE) ? "W" : "");
        }
        return letters.toString();
    }

    /** As {@code ocs:share-permissions} says them: files have no rights to create or delete. */
    public int sharePermissions() {
        return node.folder() ? permissions() : permissions() & ~(Mount.CREATE | Mount.DELETE);
    }
}
