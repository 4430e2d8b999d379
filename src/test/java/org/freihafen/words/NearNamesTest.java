package org.freihafen.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.List;

class NearNamesTest {
    private static final List<String> NAMES =
            List.of(
                    "AG Umwelt",
                    "AG Umzug und Verkehr",
                    "Kreisverband Bautzen",
                    "Kreisverband Görlitz",
                    "Landesverband Bayern",
                    "Landesverband Bremen",
                    "Landesverband Hessen");

    @Test
    void a_slip_of_the_finger_finds_what_was_meant() {
        assertThat(NearNames.of("Kreisverband Görliz", NAMES))
                .containsExactly("Kreisverband Görlitz");
        assertThat(NearNames.of("landesverband bayer", NAMES))
                .containsExactly("Landesverband Bayern");
    }

    @Test
    void half_a_name_and_another_word_for_it_are_enough() {
        assertThat(NearNames.of("Umwelt", NAMES)).containsExactly("AG Umwelt");
        assertThat(NearNames.of("Kreis Goerlitz", NAMES)).containsExactly("Kreisverband Görlitz");
        assertThat(NearNames.of("Landkreis Görlitz", NAMES))
                .containsExactly("Kreisverband Görlitz");
    }

    @Test
    void keys_are_found_like_names() {
        assertThat(NearNames.of("sn-14612x", List.of("sn-14612", "by-09162", "ag-002")))
                .containsExactly("sn-14612");
    }

    @Test
    void what_is_like_nothing_finds_nothing() {
        assertThat(NearNames.of("Quux", NAMES)).isEmpty();
        assertThat(NearNames.of("", NAMES)).isEmpty();
        assertThat(NearNames.of("–", NAMES)).isEmpty();
    }

    @Property
    void whatever_is_typed_few_are_proposed_and_each_exists(
            @ForAll @AlphaChars @StringLength(max = 30) String typed) {
        assertThat(NearNames.of(typed, NAMES)).hasSizeLessThan(6).isSubsetOf(NAMES);
    }

    @Property
    void a_name_that_exists_is_its_own_nearest(@ForAll("names") String name) {
        assertThat(NearNames.of(name, NAMES)).startsWith(name);
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }
}
