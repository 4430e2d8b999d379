package org.freihafen.cloud.nextcloud;

import org.freihafen.reconcile.Saying;

/** The cloud refused one request. Says why to an administrator. */
final class CloudSaidNo extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Saying why;

    CloudSaidNo(int code, Saying why) {
        super(why.toString());
        this.code = code;
        this.why = why;
    }

    int code() {
        return code;
    }

    Saying why() {
        return why;
    }
}
