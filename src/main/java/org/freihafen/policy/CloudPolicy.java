package org.freihafen.policy;

import java.util.Set;

/**
 * What a file cloud is for.
 *
 * @param internal nothing in it may leave the organisation
 * @param serviceGroup the cloud's local group of the service account
 * @param bindName the name under which the cloud reads the directory, such as {@code board}
 * @param apps further parts of its capabilities that are accepted, such as {@code spreed}
 */
public record CloudPolicy(
        boolean internal, String serviceGroup, String bindName, Set<String> apps) {
    public CloudPolicy {
        apps = Set.copyOf(apps);
    }

    /** The same for a service account in another group. */
    public CloudPolicy served(String group) {
        return new CloudPolicy(internal, group, bindName, apps);
    }
}
