package org.freihafen.roster;

import java.text.Normalizer;
import java.util.Locale;

/** How text from exports is compared. */
public final class RosterText {
    private RosterText() {}

    /** Without blanks of any sort and without a byte-order mark. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether a sign in it is none that anybody reads. */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(char letter) {
        return letter <= ' '
                ? letter == ' ' || (letter >= '\t' && letter <= '\r')
                : letter == '\u00A0' || letter == '\uFEFF' || Character.isWhitespace(letter);
    }

    /** Lower-case letters and digits only, umlauts written out: how two spellings are one. */
    public static String spelling(String text) {
        String lower =
                Normalizer.normalize(text, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss");
        StringBuilder plain = new StringBuilder(lower.length());
        lower.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** UTF-8 that was read as windows-1252 shows a capital A with tilde before another sign. */
    static boolean garbled(String text) {
        int at = text.indexOf('\u00C3');
        return text.indexOf('\uFFFD') >= 0
                || (at >= 0
                        && at + 1 < text.length()
                        && text.charAt(at + 1) >= '\u0080'
                        && text.charAt(at + 1) <= '\u00BF');
    }
}
