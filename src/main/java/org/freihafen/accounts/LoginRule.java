package org.freihafen.accounts;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people may call themselves, and which passwords they may choose. */
public final class LoginRule {
    public static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 256;
    private static final int LONGEST_DISPLAY_NAME = 60;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Set<String> RESERVED =
            Set.of(
                    "admin",
                    "administrator",
                    "board",
                    "freihafen",
                    "office",
                    "root",
                    "support",
                    "system",
                    "vorstand");

    private LoginRule() {}

    /** Whether somebody may choose this login name, were it free. */
    public static Optional<Refusal> checkLogin(String wished) {
        return Username.allowed(wished) && !RESERVED.contains(new Username(wished).value())
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.LOGIN_NOT_ALLOWED, wished));
    }

    /** The name as it is kept: composed letters (NFC), single blanks. */
    public static String normalDisplayName(String wished) {
        return Normalizer.normalize(wished, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /** Whether somebody may choose this display name, which is a normal one. */
    public static Optional<Refusal> checkDisplayName(String name) {
        if (name.isEmpty()) {
            return refused(name, "EMPTY");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_DISPLAY_NAME) {
            return refused(name, "TOO_LONG");
        }
        if (UNPRINTABLE.matcher(name).find() || !LETTER.matcher(name).find()) {
            return refused(name, "CHARACTERS");
        }
        return RESERVED.contains(name.toLowerCase(Locale.ROOT))
                ? refused(name, "RESERVED")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String name, String why) {
        return Optional.of(Refusal.by(Rule.NAME_NOT_ALLOWED, name, why));
    }

    /** Whether somebody of this login name may choose this password. */
    public static Optional<Refusal> checkPassword(String password, Username login) {
        int length = password.codePointCount(0, password.length());
        boolean fine =
                length >= SHORTEST_PASSWORD
                        && length <= LONGEST_PASSWORD
                        && !password.strip().equalsIgnoreCase(login.value())
                        && password.codePoints().distinct().count() > 2;
        return fine
                ? Optional.empty()
                : Optional.of(
                        Refusal.by(Rule.PASSWORD_TOO_WEAK, Integer.toString(SHORTEST_PASSWORD)));
    }
}
