package org.freihafen.disuse;

import jakarta.inject.Singleton;

/** Whether the directory could be read the last time; after a start it was not yet. */
@Singleton
public class LastLook {
    private volatile boolean seen;

    void begins() {
        seen = false;
    }

    void succeeded() {
        seen = true;
    }

    boolean saw() {
        return seen;
    }
}
