package org.freihafen.workspaces;

import org.freihafen.access.Refusal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which folder paths are allowed: those that every sync client can write to disk. Nextcloud's
 * manual ("Windows compatible filenames") names what Windows cannot, such as its devices' names.
 * Characters that are not seen, or turn the direction of writing, could make a folder look like
 * another.
 */
public final class PathRule {
    private static final int DEEPEST = 5;
    private static final int LONGEST_NAME_BYTES = 200;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\\\<>:\"|?*\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?",
                    Pattern.CASE_INSENSITIVE);

    private PathRule() {}

    /** The path as it is kept: composed letters (NFC), single slashes, none at either end. */
    public static String normal(String path) {
        return Arrays.stream(Normalizer.normalize(path, Normalizer.Form.NFC).split("/", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Why a normal path is refused; empty if it is allowed. */
    public static Optional<Refusal> check(String path) {
        if (path.isEmpty()) {
            return refused(path, "EMPTY");
        }
        String[] names = path.split("/", -1);
        if (names.length > DEEPEST) {
            return refused(path, "TOO_DEEP");
        }
        for (String name : names) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
                return refused(path, "TOO_LONG");
            }
            if (name.startsWith(".") || name.endsWith(".")) {
                return refused(path, "DOT");
            }
            if (FORBIDDEN.matcher(name).find()) {
                return refused(path, "CHARACTERS");
            }
            if (DEVICE.matcher(name).matches()) {
                return refused(path, "RESERVED");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String path, String why) {
        return Optional.of(Refusal.by(Refusal.Rule.PATH_NOT_ALLOWED, path, why));
    }
}
