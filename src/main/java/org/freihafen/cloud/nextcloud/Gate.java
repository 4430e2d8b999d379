package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/**
 * What all service accounts of one cloud share: so many requests at once, and that a cloud which is
 * silent for one of them is so for all.
 */
record Gate(Semaphore places, Circuit silence) {
    static Gate of(Cloud cloud, InstantSource clock) {
        return new Gate(new Semaphore(cloud.requestsAtOnce()), new Circuit(clock));
    }
}
