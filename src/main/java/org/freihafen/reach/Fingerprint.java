package org.freihafen.reach;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** By what a change is known that was shown and is then to be done exactly so. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * Equal for what is written in the same way.
     *
     * @param facts no sets among them: their order differs from one virtual machine to the next
     */
    public static String of(Object... facts) {
        try {
            byte[] written = List.of(facts).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
