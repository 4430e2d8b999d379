package org.freihafen.membership;

import static org.freihafen.access.Standing.ADMINISTRATOR;
import static org.freihafen.access.Standing.AUDITOR;
import static org.freihafen.access.Standing.LEAD;
import static org.freihafen.access.Standing.MEMBER;
import static org.freihafen.access.Standing.MEMBER_OFFICE;
import static org.freihafen.access.Standing.STAND_IN;

import org.freihafen.access.Standing;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.settings.ShippedKinds;
import org.freihafen.structure.UnitKind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who sees what of a unit's people, written down once more by hand, as a data protection officer
 * would: what the rule, REST and the pages are all held against.
 */
public final class SightTable {
    static final List<UnitKind> KINDS =
            Stream.of(
                            "federation",
                            "state",
                            "district",
                            "working-group",
                            "project-group",
                            "board",
                            "confidential-group")
                    .map(name -> ShippedKinds.read().named(name).orElseThrow())
                    .toList();

    private static final Set<Standing> EVERYBODY = EnumSet.allOf(Standing.class);

    private SightTable() {}

    /** One viewer, one field, one kind of unit. */
    public record Cell(Field field, Standing viewer, UnitKind kind, boolean seen) {
        /** Whoever is something to a unit is also somebody who is signed in. */
        public Set<Standing> standings() {
            return EnumSet.of(Standing.ANYONE, viewer);
        }

        @Override
        public String toString() {
            return viewer + (seen ? " sees " : " does not see ") + field + " of a " + kind.name();
        }
    }

    /** Whether somebody who is all this to a unit that is not discreet sees the field. */
    public static boolean sees(Field field, Set<Standing> standings, boolean byRegister) {
        return standings.stream().anyMatch(viewers(field, byRegister, false)::contains);
    }

    public static Stream<Cell> cells() {
        return KINDS.stream()
                .flatMap(kind ->
                        Stream.of(Field.values())
                                .flatMap(field ->
                                        EVERYBODY.stream()
                                                .map(viewer ->
                                                        new Cell(
                                                                field,
                                                                viewer,
                                                                kind,
                                                                viewers(
                                                                                field,
                                                                                kind.byRegister(),
                                                                                kind.discreet())
                                                                        .contains(viewer)))));
    }

    private static Set<Standing> viewers(Field field, boolean byRegister, boolean discreet) {
        return switch (field) {
            case UNIT ->
                    discreet
                            ? Set.of(MEMBER, LEAD, STAND_IN, MEMBER_OFFICE, ADMINISTRATOR, AUDITOR)
                            : EVERYBODY;
            case NUMBER_OF_PEOPLE, LEADS ->
                    discreet ? Set.of(MEMBER, LEAD, STAND_IN, MEMBER_OFFICE) : EVERYBODY;
            case NAMES ->
                    byRegister
                            ? Set.of(MEMBER_OFFICE)
                            : Set.of(MEMBER, LEAD, STAND_IN, MEMBER_OFFICE);
            case REGISTER_DATA -> Set.of(MEMBER_OFFICE);
        };
    }
}
