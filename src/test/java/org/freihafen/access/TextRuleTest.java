package org.freihafen.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule.Text;
import org.junit.jupiter.api.Test;

class TextRuleTest {
    @Test
    void a_text_may_be_as_long_as_its_field_and_no_longer() {
        assertThat(TextRule.check(Text.ADDRESS, "a".repeat(400))).isEmpty();
        assertThat(TextRule.check(Text.ADDRESS, "a".repeat(401)))
                .contains(Refusal.by(Rule.TEXT_TOO_LONG, "ADDRESS", "400"));
    }

    @Test
    void every_letter_there_is_can_be_kept_but_no_half_ones_and_no_nothing() {
        assertThat(TextRule.check(Text.REASON, "Größe, \uD83D\uDE80\n\u202E, İ")).isEmpty();
        for (String bad : new String[] {"a\0", "\uD83D", "\uDE80\uD83D"}) {
            assertThat(TextRule.check(Text.REASON, bad))
                    .contains(Refusal.by(Rule.TEXT_UNREADABLE, "REASON"));
        }
    }
}
