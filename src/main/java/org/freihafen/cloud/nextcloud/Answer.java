package org.freihafen.cloud.nextcloud;

import java.util.Optional;

/**
 * What the cloud answered.
 *
 * @param fileId the header {@code OC-FileId}
 */
record Answer(int status, Optional<String> fileId, String text) {
    /** Errors of several layers come as XML or HTML even where JSON was asked for. */
    boolean isMarkup() {
        return text.stripLeading().startsWith("<");
    }

    /** How WebDAV tells somebody whose account was disabled. */
    boolean isShutOut() {
        return status == 503 && text.contains("LoginException");
    }

    boolean isLocked() {
        return status == 423 || (status == 500 && text.contains("LockedException"));
    }
}
