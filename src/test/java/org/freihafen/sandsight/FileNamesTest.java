package org.freihafen.sandsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.Refusal;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

class FileNamesTest {

    @Property(tries = 500)
    void a_name_that_is_taken_is_one_step_of_a_path_in_composed_letters(@ForAll String raw) {
        String name;
        try {
            name = FileNames.checked(raw);
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
            return;
        }
        assertThat(name).isNotIn("", ".", "..").doesNotContain("/").doesNotContain("\\");
        assertThat(name.chars()).allMatch(c -> c >= 0x20);
        assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(250);
        assertThat(FileNames.checked(name)).isEqualTo(name);
    }

    @Test
    void reserved_names_are_refused_in_any_case() {
        for (String name : new String[] {".htaccess", ".HTACCESS", "a.part", "b.filePart", " "}) {
            assertThatThrownBy(() -> FileNames.checked(name)).isInstanceOf(Refusal.class);
        }
    }

    @Property(tries = 500)
    void a_path_is_decoded_or_refused(@ForAll String raw) {
        try {
            assertThat(CloudRequest.segments(raw)).allMatch(name -> !name.isEmpty());
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
        }
    }

    @Test
    void an_encoded_slash_stays_in_its_name() {
        assertThat(CloudRequest.segments("/a%2Fb/%2e%2e/c")).containsExactly("a/b", "..", "c");
        assertThatThrownBy(() -> CloudRequest.decoded("%ff")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> CloudRequest.decoded("%4")).isInstanceOf(Refusal.class);
    }
}
