package org.freihafen.access;

import org.freihafen.access.Refusal.Rule;

import java.util.Optional;

/** Which texts can be kept as they were written. */
public final class TextRule {
    /** What people write freely, and how long it may be. */
    public enum Text {
        ADDRESS(400),
        FOLDER(400),
        REASON(4_000),
        PERSON_NAME(120),
        TOKEN_NAME(100);

        private final int longest;

        Text(int longest) {
            this.longest = longest;
        }

        /** In UTF-16, as both databases allow for it at least. */
        public int longest() {
            return longest;
        }
    }

    private TextRule() {}

    /** Why the text is refused; empty if it can be kept. */
    public static Optional<Refusal> check(Text what, String text) {
        if (!readable(text)) {
            return Optional.of(Refusal.by(Rule.TEXT_UNREADABLE, what.name()));
        }
        return text.length() <= what.longest()
                ? Optional.empty()
                : Optional.of(
                        Refusal.by(
                                Rule.TEXT_TOO_LONG, what.name(), Integer.toString(what.longest())));
    }

    /** Whether UTF-8 has all of it (no lone surrogates), and databases too (no U+0000). */
    public static boolean readable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
