package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Optional;

/** All units, also those that ended: a key is never used twice. */
public interface Units {
    Structure structure();

    /**
     * As it was at a moment gone by, without units that were made later. How units ended is as it
     * is now.
     */
    Structure structureAt(Instant moment);

    Optional<Unit> byId(UnitId id);

    Optional<Unit> byKey(UnitKey key);

    /**
     * Lets nobody else lock the unit until this transaction ends, so that what is read from now on
     * still holds when it does.
     */
    void lock(UnitId id);

    /**
     * Lets nobody else change the tree until this transaction ends, so that what a rule was told of
     * other units still holds when it does. Whoever locks one unit too does that afterwards.
     */
    void lockTree();

    void add(Unit unit);

    /** Stores a unit that is there already. */
    void save(Unit unit);

    /** Stores how a unit was merged or dissolved, or that this has changed. */
    void save(Ending ending);

    /** Forgets how a unit ended, because it lives again. */
    void forgetEnding(UnitId unit);
}
