package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Standing;
import org.freihafen.membership.SightRule.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

class SightRuleTest {
    static Stream<SightTable.Cell> cells() {
        return SightTable.cells();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void each_cell_of_the_table_holds(SightTable.Cell cell) {
        assertThat(SightRule.sees(cell.field(), cell.standings(), cell.kind()))
                .isEqualTo(cell.seen());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void what_somebody_sees_they_see_with_anything_more_beside_it(SightTable.Cell cell) {
        for (Standing more : Standing.values()) {
            Set<Standing> standings = new HashSet<>(cell.standings());
            standings.add(more);
            assertThat(!cell.seen() || SightRule.sees(cell.field(), standings, cell.kind()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_table_speaks_of_every_field(Field field) {
        assertThat(cells().filter(cell -> cell.field() == field))
                .hasSize(Standing.values().length * SightTable.KINDS.size());
    }
}
