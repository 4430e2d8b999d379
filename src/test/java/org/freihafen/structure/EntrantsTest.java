package org.freihafen.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.governance.Harbour;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class EntrantsTest {
    private final Harbour harbour = new Harbour();

    @Test
    void everybody_enters_the_working_cloud() {
        assertThat(Entrants.byKind().clouds(harbour.goerlitz)).containsExactly("working");
    }

    @Test
    void a_cloud_that_names_nobody_lets_in_the_units_whose_workspaces_lie_on_it() {
        assertThat(Entrants.byKind().admits("board", harbour.board)).isTrue();
        assertThat(Entrants.byKind().admits("board", harbour.umwelt)).isFalse();
    }

    @Test
    void out_of_every_cloud_but_the_working_one_nothing_goes_unless_it_is_called_open() {
        assertThat(Entrants.byKind().internal("working")).isFalse();
        assertThat(Entrants.byKind().internal("board")).isTrue();
        assertThat(new Entrants(Map.of(), Set.of("archive")).internal("archive")).isFalse();
    }

    @Test
    void a_cloud_that_names_kinds_or_units_lets_in_no_others() {
        Entrants entrants = new Entrants(Map.of("board", Set.of("ag-umwelt", "state")), Set.of());

        assertThat(entrants.clouds(harbour.umwelt)).containsExactlyInAnyOrder("working", "board");
        assertThat(entrants.admits("board", harbour.saxony)).isTrue();
        assertThat(entrants.admits("board", harbour.board)).isFalse();
        assertThat(entrants.clouds(harbour.digital)).containsExactly("working");
    }
}
