package org.freihafen.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class StateTest {
    @Property(tries = 300)
    void walking_through_two_states_finds_what_looking_up_each_key_finds(
            @ForAll @Size(max = 12) Map<@IntRange(min = 0, max = 15) Integer, String> here,
            @ForAll @Size(max = 12) Map<@IntRange(min = 0, max = 15) Integer, String> there) {
        State<Integer, String> one = State.of(here);
        State<Integer, String> other = State.of(there);
        Map<Integer, String> onlyHere = new TreeMap<>(here);
        onlyHere.keySet().removeAll(there.keySet());
        Map<Integer, String> merged = new TreeMap<>(here);
        merged.replaceAll((key, value) -> there.containsKey(key) ? value + there.get(key) : value);

        Map<Integer, String> walked = new HashMap<>();
        one.forEachNotIn(other, walked::put);

        assertThat(walked).isEqualTo(onlyHere);
        assertThat(one.mergedWith(other, String::concat)).isEqualTo(State.of(merged));
    }

    @Test
    void values_that_know_their_keys_are_sorted_and_none_stands_there_twice() {
        assertThat(State.of(List.of("b1", "a2"), word -> word.charAt(0)).keys())
                .containsExactly('a', 'b');
        assertThatThrownBy(() -> State.of(List.of("a1", "a2"), word -> word.charAt(0)))
                .hasMessageContaining("twice: a");
    }
}
