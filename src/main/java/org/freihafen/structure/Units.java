package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.Optional;

/** All units, also those that ended: a key is never used twice. */
public interface Units {
    Structure structure();

    Optional<Unit> byId(UnitId id);

    Optional<Unit> byKey(UnitKey key);

    /**
     * Lets nobody else lock the unit until this transaction ends, so that what is read from now on
     * still holds when it does.
     */
    void lock(UnitId id);

    void add(Unit unit);

    /** Stores a unit that is there already. */
    void save(Unit unit);
}
