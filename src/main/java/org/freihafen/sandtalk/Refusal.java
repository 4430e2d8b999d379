package org.freihafen.sandtalk;

import java.util.Objects;

/**
 * The cloud's "no": an HTTP status, the name of the exception that a real server shows in WebDAV
 * answers, and the words it uses.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String kind;

    public Refusal(int status, String kind, String words) {
        super(words, null, false, false);
        this.status = status;
        this.kind = kind;
    }

    public int status() {
        return status;
    }

    String kind() {
        return kind;
    }

    public String words() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    public static Refusal notFound(String path) {
        return new Refusal(
                404,
                "Sabre\\DAV\\Exception\\NotFound",
                "File with name " + path + " could not be located");
    }

    public static Refusal forbidden(String words) {
        return new Refusal(403, "Sabre\\DAV\\Exception\\Forbidden", words);
    }

    public static Refusal conflict(String words) {
        return new Refusal(409, "Sabre\\DAV\\Exception\\Conflict", words);
    }

    public static Refusal badRequest(String words) {
        return new Refusal(400, "Sabre\\DAV\\Exception\\BadRequest", words);
    }

    public static Refusal invalidPath(String words) {
        return new Refusal(400, "OCA\\DAV\\Connector\\Sabre\\Exception\\InvalidPath", words);
    }

    public static Refusal full(String path, long needed, long free) {
        return new Refusal(
                507,
                "Sabre\\DAV\\Exception\\InsufficientStorage",
                "Insufficient space in %s, %d required, %d available"
                        .formatted(path, needed, free));
    }

    public static Refusal preconditionFailed(String words) {
        return new Refusal(412, "Sabre\\DAV\\Exception\\PreconditionFailed", words);
    }

    public static Refusal notImplemented(String words) {
        return new Refusal(501, "Sabre\\DAV\\Exception\\NotImplemented", words);
    }

    public static Refusal ocs(int status, String words) {
        return new Refusal(status, "OCS", words);
    }
}
