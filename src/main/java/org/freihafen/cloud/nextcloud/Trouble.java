package org.freihafen.cloud.nextcloud;

import org.apache.http.ConnectionClosedException;
import org.apache.http.TruncatedChunkException;
import org.freihafen.cloud.Cloud;
import org.freihafen.reconcile.TargetUnavailable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * Says in one sentence why a cloud could not be asked and what helps, and stops further calls where
 * they would do harm or only take time.
 */
final class Trouble {
    private final Cloud cloud;
    private final Circuit circuit;

    Trouble(Cloud cloud, Circuit circuit) {
        this.cloud = cloud;
        this.circuit = circuit;
    }

    /** No answer came, or only a part of one. */
    TargetUnavailable from(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ ->
                    new TargetUnavailable(
                            ("The cloud %s did not answer within %d seconds; what"
                                            + " it did meanwhile is found by the next run. If this"
                                            + " repeats, raise clouds.%s.patience.")
                                    .formatted(
                                            cloud.name(),
                                            cloud.patience().toSeconds(),
                                            cloud.name()),
                            e);
            case ConnectionClosedException _, TruncatedChunkException _ ->
                    new TargetUnavailable(
                            ("The cloud %s ended its answer in the middle; nothing"
                                            + " was concluded from it. If this repeats, look at the"
                                            + " proxy before the cloud.")
                                    .formatted(cloud.name()),
                            e);
            case SSLException _ ->
                    silent(
                            ("The cloud %s has no certificate that this machine"
                                            + " trusts; mend the certificate of %s.")
                                    .formatted(cloud.name(), cloud.url()),
                            e);
            default ->
                    silent(
                            ("The cloud %s cannot be reached at %s; see whether it"
                                            + " is running, and check clouds.%s.url.")
                                    .formatted(cloud.name(), cloud.url(), cloud.name()),
                            e);
        };
    }

    /** Something answered, but not to what was asked; empty if it was an answer. */
    Optional<TargetUnavailable> in(Answer answer) {
        return Optional.ofNullable(
                switch (answer.status()) {
                    case 401 -> wrongPassword();
                    case 429 ->
                            silent(
                                    ("The cloud %s refuses this machine's address"
                                                    + " for a while after failed sign-ins (429);"
                                                    + " run 'occ security:bruteforce:reset ADDRESS'"
                                                    + " there and put the address on its"
                                                    + " allow-list.")
                                            .formatted(cloud.name()));
                    case 503 ->
                            silent(
                                    ("The cloud %s is in maintenance mode or"
                                                    + " overloaded (503); when it is back, the next"
                                                    + " run goes on.")
                                            .formatted(cloud.name()));
                    case 502, 504 ->
                            new TargetUnavailable(
                                    ("The proxy before the cloud %s gets no answer"
                                                    + " from it (%d); see whether the cloud's PHP"
                                                    + " is running.")
                                            .formatted(cloud.name(), answer.status()));
                    case 301, 302, 303, 307, 308 ->
                            new TargetUnavailable(
                                    ("The cloud %s redirects (%d) instead of"
                                                    + " answering; set clouds.%s.url to the cloud's"
                                                    + " final address, and let no sign-in page"
                                                    + " stand before it.")
                                            .formatted(
                                                    cloud.name(), answer.status(), cloud.name()));
                    default ->
                            answer.isLocked()
                                    ? new TargetUnavailable(
                                            ("Something in the cloud %s is being"
                                                            + " written by somebody at the moment"
                                                            + " (locked); the next run tries again.")
                                                    .formatted(cloud.name()))
                                    : null;
                });
    }

    private TargetUnavailable wrongPassword() {
        String sentence =
                ("The cloud %s does not accept the app password of %s; make a new"
                                + " one there and set clouds.%s.password. It is not tried again for"
                                + " five minutes, so that the cloud does not lock this address out.")
                        .formatted(cloud.name(), cloud.login(), cloud.name());
        circuit.openForWrongPassword(sentence);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable silent(String sentence) {
        circuit.openForSilence(sentence);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable silent(String sentence, IOException e) {
        circuit.openForSilence(sentence);
        return new TargetUnavailable(sentence, e);
    }
}
