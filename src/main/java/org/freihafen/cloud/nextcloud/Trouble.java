package org.freihafen.cloud.nextcloud;

import org.apache.http.ConnectionClosedException;
import org.apache.http.TruncatedChunkException;
import org.freihafen.cloud.Cloud;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * Says in one sentence why a cloud could not be asked and what helps, and stops further calls where
 * they would do harm or only take time.
 */
final class Trouble {
    private static final Duration AFTER_WRONG_PASSWORD = Duration.ofMinutes(5);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(20);

    private final Cloud cloud;
    private final Circuit password;
    private final Circuit silence;

    /**
     * One account's. A refused app password must not be tried again soon: Nextcloud counts failures
     * by address and then refuses every account behind it.
     */
    Trouble(Cloud cloud, Circuit password, Circuit silence) {
        this.cloud = cloud;
        this.password = password;
        this.silence = silence;
    }

    /** No answer came, or only a part of one. */
    TargetUnavailable from(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ ->
                    new TargetUnavailable(
                            Saying.of("cloud.slow", cloud.name(), cloud.patience().toSeconds()), e);
            case ConnectionClosedException _, TruncatedChunkException _ ->
                    new TargetUnavailable(Saying.of("cloud.cut-off", cloud.name()), e);
            case SSLException _ ->
                    silent(Saying.of("cloud.certificate", cloud.name(), cloud.url()), e);
            default -> silent(Saying.of("cloud.unreachable", cloud.name(), cloud.url()), e);
        };
    }

    /** Something answered, but not to what was asked; empty if it was an answer. */
    Optional<TargetUnavailable> in(Answer answer) {
        return Optional.ofNullable(
                switch (answer.status()) {
                    case 401 -> wrongPassword();
                    case 429 -> silent(Saying.of("cloud.throttled", cloud.name()));
                    case 503 ->
                            answer.isShutOut()
                                    ? wrongPassword()
                                    : silent(Saying.of("cloud.maintenance", cloud.name()));
                    case 502, 504 ->
                            new TargetUnavailable(
                                    Saying.of("cloud.proxy", cloud.name(), answer.status()));
                    case 301, 302, 303, 307, 308 ->
                            new TargetUnavailable(
                                    Saying.of("cloud.redirects", cloud.name(), answer.status()));
                    default ->
                            answer.isLocked()
                                    ? new TargetUnavailable(Saying.of("cloud.locked", cloud.name()))
                                    : null;
                });
    }

    private TargetUnavailable wrongPassword() {
        Saying sentence = Saying.of("cloud.password", cloud.name(), cloud.login());
        password.open(sentence, AFTER_WRONG_PASSWORD);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable silent(Saying sentence) {
        silence.open(sentence, AFTER_SILENCE);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable silent(Saying sentence, IOException e) {
        silence.open(sentence, AFTER_SILENCE);
        return new TargetUnavailable(sentence, e);
    }
}
