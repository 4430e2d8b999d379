package org.freihafen.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Why something was done, in somebody's words, with the salt of its digest. Both are erased
 * together: what remains in the trail is the digest, which then tells nothing.
 */
record Reason(String text, String salt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Reason salted(String text) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Reason(text, HexFormat.of().formatHex(salt));
    }

    String digest() {
        return ChainLink.sha256((salt + text).getBytes(UTF_8));
    }
}
