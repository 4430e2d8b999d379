package org.freihafen.sandsight;

import org.freihafen.sandtalk.Refusal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Which names a file may have, and in which form they are kept: NFC, as Nextcloud does it. */
public final class FileNames {
    static final int LONGEST_BYTES = 250;
    public static final List<String> RESERVED = List.of(".htaccess");
    public static final List<String> RESERVED_ENDINGS = List.of(".filepart", ".part");

    private FileNames() {}

    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The name in its kept form, or a refusal in Nextcloud's words. */
    public static String checked(String raw) {
        String name = normal(raw);
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw Refusal.invalidPath("File name is a reserved word");
        }
        for (String forbidden : List.of("\\", "/")) {
            if (name.contains(forbidden)) {
                throw Refusal.invalidPath(
                        "\"" + forbidden + "\" is not allowed inside a file or folder name.");
            }
        }
        if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c >= 0xfffe)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw Refusal.invalidPath("File name contains at least one invalid character");
        }
        String small = name.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(small)) {
            throw Refusal.invalidPath("Filename is a reserved word");
        }
        for (String ending : RESERVED_ENDINGS) {
            if (small.endsWith(ending)) {
                throw Refusal.invalidPath("Filenames must not end with \"" + ending + "\".");
            }
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refusal.invalidPath("Filename is too long");
        }
        return name;
    }
}
