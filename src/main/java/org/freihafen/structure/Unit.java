package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.Optional;

/**
 * A node of the organisation. Its id and key are for ever; name and parent may change.
 *
 * @param officialKey the key by which a register places people in it, such as a district's
 */
public record Unit(
        UnitId id,
        UnitKey key,
        UnitKind kind,
        String name,
        Optional<UnitId> parent,
        Optional<String> officialKey,
        Origin origin,
        boolean ended) {

    /** Where a unit came from. The structure file rules only what came from it. */
    public enum Origin {
        FILE,
        FOUNDED,
        SANDBOX
    }

    /** Its name where others than its people may read it, such as in the directory. */
    public String outwardName() {
        return kind.discreet() ? new NeutralName(id).label() : name;
    }

    /** Its key where others than its people may read it. */
    public UnitKey outwardKey() {
        return kind.discreet() ? new NeutralName(id).key() : key;
    }

    public Unit named(String newName) {
        return new Unit(id, key, kind, newName, parent, officialKey, origin, ended);
    }

    public Unit under(UnitId newParent) {
        return new Unit(id, key, kind, name, Optional.of(newParent), officialKey, origin, ended);
    }

    public Unit restored() {
        return new Unit(id, key, kind, name, parent, officialKey, origin, false);
    }

    public Unit end() {
        return new Unit(id, key, kind, name, parent, officialKey, origin, true);
    }
}
