package org.freihafen.structure;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A unit's short readable key, for ever and never used twice; compared without case, kept in lower
 * case.
 */
public record UnitKey(String value) implements Comparable<UnitKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public UnitKey {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a key has 1 to 40 letters a to z, digits and hyphens, and begins and ends with a"
                            + " letter or digit: "
                            + value);
        }
    }

    public static boolean allowed(String text) {
        return FORM.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public int compareTo(UnitKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
