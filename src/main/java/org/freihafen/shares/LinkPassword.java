package org.freihafen.shares;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a link asks for. It never shows in {@link #toString}. */
public record LinkPassword(String text) {
    /** As Nextcloud's password policy has it when nobody changed it. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    /** One that nobody guesses and that can be read out over the telephone. */
    public static LinkPassword fresh(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            word.append(i > 0 && i % GROUP == 0 ? "-" : "");
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new LinkPassword(word.toString());
    }

    /** What somebody gave, if they gave any. */
    public static Optional<LinkPassword> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty()).map(LinkPassword::new);
    }

    public Optional<Refusal> check() {
        boolean allowed =
                text.strip().equals(text)
                        && text.length() >= SHORTEST
                        && text.length() <= LONGEST
                        && text.chars().noneMatch(Character::isISOControl)
                        && text.chars().distinct().count() >= SHORTEST / 2;
        return allowed
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.LINK_PASSWORD_WEAK, String.valueOf(SHORTEST)));
    }

    @Override
    public String toString() {
        return "(a password)";
    }
}
