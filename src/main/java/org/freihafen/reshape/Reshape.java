package org.freihafen.reshape;

import org.freihafen.ids.UnitId;

/** A change to a unit that can widen or end somebody's access. */
public sealed interface Reshape {
    UnitId unit();

    record Move(UnitId unit, UnitId under) implements Reshape {}

    /** The other unit takes over its people, folders and grants. */
    record Merge(UnitId unit, UnitId into) implements Reshape {}

    /** Its groups are taken off and its grants end; its files stay. */
    record Dissolve(UnitId unit) implements Reshape {}

    /** It lives again, with its people and files; what was granted ended with it. */
    record Restore(UnitId unit) implements Reshape {}
}
