package org.freihafen.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** A login name: lower case, 2 to 40 of a to z, digits, dot and hyphen, beginning with a letter. */
public record Username(String value) implements Comparable<Username> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    public Username {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!allowed(value)) {
            throw new IllegalArgumentException(
                    "a login name has 2 to 40 letters a to z, digits, dots and hyphens and begins with"
                            + " a letter");
        }
    }

    public static boolean allowed(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        return value.length() >= 2 && value.length() <= 40 && FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(Username other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
