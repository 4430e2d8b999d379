package org.freihafen.cloud.nextcloud;

import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps calls from an account or a cloud that would only do harm or take time. A refused app
 * password must not be tried again soon: Nextcloud counts failures by address and then refuses
 * every account behind it.
 */
final class Circuit {
    private static final Duration AFTER_WRONG_PASSWORD = Duration.ofMinutes(5);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(20);

    private final InstantSource clock;
    private Saying why = Saying.of("cloud.stopped");
    private Instant until = Instant.MIN;
    private boolean wrongPassword;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    /** Lets the call pass, or says again why not. */
    synchronized void check() throws TargetUnavailable {
        if (clock.instant().isBefore(until)) {
            throw new TargetUnavailable(why);
        }
    }

    synchronized void openForWrongPassword(Saying sentence) {
        open(sentence, AFTER_WRONG_PASSWORD);
        wrongPassword = true;
    }

    synchronized void openForSilence(Saying sentence) {
        if (!wrongPassword || !clock.instant().isBefore(until)) {
            open(sentence, AFTER_SILENCE);
            wrongPassword = false;
        }
    }

    /** A full run tries a silent cloud again at once, but not a wrong password. */
    synchronized void fullRun() {
        if (!wrongPassword) {
            until = Instant.MIN;
        }
    }

    private void open(Saying sentence, Duration time) {
        why = sentence;
        until = clock.instant().plus(time);
    }
}
