package org.freihafen.cloud;

import org.freihafen.policy.CloudPolicy;

import java.net.URI;
import java.time.Duration;

/**
 * A configured file cloud, reached through one service account.
 *
 * @param name as it stands in kinds and addresses, such as {@code working}
 * @param url where it begins, such as {@code https://cloud.example.org}, without a slash at the end
 * @param login the service account's user id
 * @param password its app password; it never shows in {@link #toString}
 * @param requestsAtOnce how many requests may be under way
 * @param patience how long one answer may take
 * @param policy what it is for; its service group is the one in which the account is
 */
public record Cloud(
        String name,
        URI url,
        String login,
        String password,
        int requestsAtOnce,
        Duration patience,
        CloudPolicy policy) {
    /** The cloud's local group in which the service account is. */
    public String serviceGroup() {
        return policy.serviceGroup();
    }

    @Override
    public String toString() {
        return "cloud " + name + " at " + url + " as " + login;
    }
}
