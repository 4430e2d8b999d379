package org.freihafen.shares;

import org.freihafen.access.Refusal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which folder paths are allowed: those that every sync client can write to disk. Nextcloud's
 * manual ("Windows compatible filenames") names what Windows cannot.
 */
public final class PathRule {
    private static final int DEEPEST = 5;
    private static final int LONGEST_NAME_BYTES = 200;
    private static final String FORBIDDEN = "\\<>:\"|?*";

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
            if (name.chars().anyMatch(c -> c < ' ' || c == 127 || FORBIDDEN.indexOf(c) >= 0)) {
                return refused(path, "CHARACTERS");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String path, String why) {
        return Optional.of(Refusal.by(Refusal.Rule.PATH_NOT_ALLOWED, path, why));
    }
}
