package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PagedTest {
    @Property(tries = 200)
    void the_parts_together_are_the_whole(
            @ForAll @UniqueElements List<@IntRange(min = 100, max = 999) Integer> all,
            @ForAll @IntRange(min = 1, max = 7) int most) {
        List<Integer> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Paged<Integer> part = Paged.of(all, String::valueOf, new Paged.Asked(after, most));
            assertThat(part.shown()).hasSizeLessThanOrEqualTo(most);
            seen.addAll(part.shown());
            after = part.next();
        } while (after.isPresent());

        assertThat(seen).isEqualTo(all.stream().sorted().toList());
    }

    @Test
    void what_has_gone_meanwhile_is_no_reason_to_begin_again() {
        Paged<String> part =
                Paged.of(List.of("a", "c"), each -> each, new Paged.Asked(Optional.of("b"), 10));

        assertThat(part.shown()).containsExactly("c");
        assertThat(part.next()).isEmpty();
    }
}
