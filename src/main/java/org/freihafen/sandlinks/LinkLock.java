package org.freihafen.sandlinks;

import org.freihafen.sandfiles.Fact.Opening;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandtalk.Refusal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The password of a link: what is kept of it, and whether somebody has it. */
public final class LinkLock {
    private static final int SHORTEST = 10;

    private LinkLock() {}

    /** What is kept of a password; an empty one leaves the link open. */
    public static String made(String token, String password) {
        if (password.isEmpty()) {
            return "";
        }
        if (password.length() < SHORTEST) {
            throw Refusal.ocs(400, "Password needs to be at least 10 characters long.");
        }
        return hash(token, password);
    }

    static boolean opens(Opening opening, String password) {
        return opening.lock().isEmpty()
                || MessageDigest.isEqual(
                        bytes(opening.lock()), bytes(hash(opening.token(), password)));
    }

    /** What a browser keeps to show that it had the password. */
    static String ticket(Opening opening) {
        return hash(opening.lock(), opening.token());
    }

    private static String hash(String token, String password) {
        return FileTree.digest(token + "/" + password);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
