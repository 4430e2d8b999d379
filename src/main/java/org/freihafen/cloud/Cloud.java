package org.freihafen.cloud;

import org.freihafen.policy.CloudPolicy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A configured file cloud, reached through a service account, or through several by branch.
 *
 * @param name as it stands in kinds and addresses, such as {@code working}
 * @param url where it begins, such as {@code https://cloud.example.org}, without a slash at the end
 * @param login the service account's user id
 * @param password its app password; it never shows in {@link #toString}
 * @param requestsAtOnce how many requests may be under way
 * @param patience how long one answer may take
 * @param policy what it is for; its service group is the one in which the account is
 * @param branches further service accounts, each for the workspaces of a part of the organisation
 */
public record Cloud(
        String name,
        URI url,
        String login,
        String password,
        int requestsAtOnce,
        Duration patience,
        CloudPolicy policy,
        List<Branch> branches) {
    public Cloud {
        branches = List.copyOf(branches);
    }

    /** One with a single service account. */
    public Cloud(
            String name,
            URI url,
            String login,
            String password,
            int requestsAtOnce,
            Duration patience,
            CloudPolicy policy) {
        this(name, url, login, password, requestsAtOnce, patience, policy, List.of());
    }

    /**
     * A service account for all workspaces of these units and of those below them.
     *
     * @param units their keys
     * @param group the cloud's local group in which this account alone is
     */
    public record Branch(Set<String> units, String login, String password, String group) {
        public Branch {
            units = Set.copyOf(units);
        }

        @Override
        public String toString() {
            return "branch " + units + " as " + login;
        }
    }

    /** The same cloud as this account reaches it. */
    public Cloud as(Branch branch) {
        return new Cloud(
                name,
                url,
                branch.login,
                branch.password,
                requestsAtOnce,
                patience,
                policy.served(branch.group));
    }

    /** The cloud's local group in which the service account is. */
    public String serviceGroup() {
        return policy.serviceGroup();
    }

    @Override
    public String toString() {
        return "cloud " + name + " at " + url + " as " + login;
    }
}
