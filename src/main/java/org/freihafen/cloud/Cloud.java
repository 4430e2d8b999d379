package org.freihafen.cloud;

import java.net.URI;
import java.time.Duration;

/**
 * A configured file cloud, reached through one service account.
 *
 * @param name as it stands in kinds and addresses, such as {@code working}
 * @param url where it begins, such as {@code https://cloud.example.org}, without a slash at the end
 * @param login the service account's user id
 * @param password its app password; it never shows in {@link #toString}
 * @param serviceGroup the cloud's local group in which the service account is
 * @param requestsAtOnce how many requests may be under way
 * @param patience how long one answer may take
 */
public record Cloud(
        String name,
        URI url,
        String login,
        String password,
        String serviceGroup,
        int requestsAtOnce,
        Duration patience) {
    @Override
    public String toString() {
        return "cloud " + name + " at " + url + " as " + login;
    }
}
