package org.freihafen.structurefile;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Formats that hold no table, known by their first bytes, as people call them. */
public enum NoTable {
    PDF("PDF", "25504446"),
    PNG("PNG", "89504e47"),
    JPEG("JPEG", "ffd8ff"),
    GIF("GIF", "47494638"),
    TIFF("TIFF", "49492a00"),
    RTF("RTF", "7b5c727466"),
    GZIP("GZIP", "1f8b08"),
    SEVEN_ZIP("7-Zip", "377abcaf271c"),
    RAR("RAR", "526172211a07");

    private static final int PACKED_NAME = 30;
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.";

    private final String called;

    /** The first bytes, each as a character. */
    private final String magic;

    NoTable(String called, String magic) {
        this.called = called;
        this.magic = new String(HexFormat.of().parseHex(magic), StandardCharsets.ISO_8859_1);
    }

    /** What the file is; empty if it may well be a table. */
    public static Optional<String> of(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        for (NoTable format : values()) {
            if (text.startsWith(format.magic)) {
                return Optional.of(format.called);
            }
        }
        if (text.startsWith(OPEN_DOCUMENT, PACKED_NAME)) {
            return Optional.of("OpenDocument");
        }
        String start =
                text.substring(0, Math.min(text.length(), 200))
                        .replace("\u00EF\u00BB\u00BF", "")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? Optional.of("HTML")
                : Optional.empty();
    }
}
