package org.freihafen.cloud.nextcloud;

/** The cloud refused one request. The message is one sentence for an administrator. */
final class CloudSaidNo extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    CloudSaidNo(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
