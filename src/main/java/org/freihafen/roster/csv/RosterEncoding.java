package org.freihafen.roster.csv;

import org.freihafen.roster.RosterProfile;
import org.mozilla.universalchardet.UniversalDetector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds out in which encoding a roster is written, from its beginning. */
final class RosterEncoding {
    static final int BEGINNING_BYTES = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private RosterEncoding() {}

    static byte[] beginning(BufferedInputStream in) throws IOException {
        in.mark(BEGINNING_BYTES);
        byte[] beginning = in.readNBytes(BEGINNING_BYTES);
        in.reset();
        return beginning;
    }

    /** Whether this is a workbook of a spreadsheet program, by the first bytes of its format. */
    static boolean workbook(byte[] beginning) {
        return beginsWith(beginning, ZIP);
    }

    /** Whether it is one in the format of before 2007, or one with a password. */
    static boolean oldWorkbook(byte[] beginning) {
        return beginsWith(beginning, OLE);
    }

    private static boolean beginsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length
                && Arrays.equals(Arrays.copyOf(bytes, magic.length), magic);
    }

    static Charset of(byte[] beginning, RosterProfile profile) {
        return profile.encoding().orElseGet(() -> detected(beginning));
    }

    private static Charset detected(byte[] beginning) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(beginning);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return switch (name) {
            case null -> StandardCharsets.UTF_8;
            case "US-ASCII", "UTF-8" -> StandardCharsets.UTF_8;
            case "UTF-16LE" -> StandardCharsets.UTF_16LE;
            case "UTF-16BE" -> StandardCharsets.UTF_16BE;
            default -> WINDOWS;
        };
    }
}
