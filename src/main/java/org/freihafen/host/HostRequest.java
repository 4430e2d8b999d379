package org.freihafen.host;

import java.util.Optional;

/**
 * What somebody on the host asks for: three lines of text.
 *
 * @param digest of the code that was made there, SHA-256 in 64 hexadecimal digits
 */
record HostRequest(String login, String digest, String reason) {
    private static final int LONGEST_REASON = 500;

    String text() {
        return login.strip() + "\n" + digest + "\n" + reason.strip().replace('\n', ' ') + "\n";
    }

    /** Reads what {@link #text} makes; empty if it is anything else. */
    static Optional<HostRequest> of(String text) {
        String[] lines = text.split("\n", -1);
        boolean sound =
                lines.length == 4
                        && lines[1].matches("[0-9a-f]{64}")
                        && lines[2].length() <= LONGEST_REASON;
        return sound
                ? Optional.of(new HostRequest(lines[0], lines[1], lines[2]))
                : Optional.empty();
    }
}
