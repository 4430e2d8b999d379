package org.freihafen.structure;

import org.freihafen.access.Actor;

import java.util.List;

/** Follows the structure in the transaction that changes it. */
public interface StructureChanged {
    void added(Actor actor, List<Unit> units);

    void ended(Actor actor, List<Unit> units);
}
