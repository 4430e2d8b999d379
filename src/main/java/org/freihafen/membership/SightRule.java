package org.freihafen.membership;

import org.freihafen.access.Standing;
import org.freihafen.structure.UnitKind;

import java.util.Set;

/**
 * Who sees what of a unit's people: one table of field, viewer and kind of unit, for pages, REST,
 * the directory and the clouds alike.
 */
public final class SightRule {
    private SightRule() {}

    /** What can be seen of a unit and its people. */
    public enum Field {
        /** That the unit exists, its name and its place. */
        UNIT,
        NUMBER_OF_PEOPLE,
        /** Display names of those who lead it. */
        LEADS,
        /** Display names of all who belong. */
        NAMES,
        /** Member number, register name and e-mail address. */
        REGISTER_DATA
    }

    public static boolean sees(Field field, Set<Standing> viewer, UnitKind kind) {
        boolean responsible =
                viewer.contains(Standing.LEAD)
                        || viewer.contains(Standing.STAND_IN)
                        || viewer.contains(Standing.MEMBER_OFFICE);
        boolean belongs = viewer.contains(Standing.MEMBER) || responsible;
        boolean looksAfter =
                viewer.contains(Standing.ADMINISTRATOR) || viewer.contains(Standing.AUDITOR);
        return switch (field) {
            case UNIT -> !kind.discreet() || belongs || looksAfter;
            case NUMBER_OF_PEOPLE, LEADS -> !kind.discreet() || belongs;
            case NAMES -> kind.byRegister() ? viewer.contains(Standing.MEMBER_OFFICE) : belongs;
            case REGISTER_DATA -> viewer.contains(Standing.MEMBER_OFFICE);
        };
    }
}
