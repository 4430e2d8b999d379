package org.freihafen.mail;

import java.util.regex.Pattern;

/**
 * What can be written on an envelope: one plain address (RFC 5321, without quotes and comments),
 * and a subject of one line. Whatever could begin another header is no address.
 */
public final class AddressRule {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<local>[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*)"
                            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s\\u2028\\u2029]+");

    private AddressRule() {}

    public static boolean allowed(String address) {
        var parts = ADDRESS.matcher(address);
        return address.length() <= LONGEST
                && parts.matches()
                && parts.group("local").length() <= LONGEST_LOCAL;
    }

    /** The text on one line, without anything that cannot be seen. */
    public static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
