package org.freihafen.cloud.nextcloud;

import java.time.Duration;

/** Waits before a request is repeated. */
@FunctionalInterface
interface Pause {
    Pause SLEEP = Thread::sleep;

    void of(Duration time) throws InterruptedException;
}
