package org.freihafen.policy;

import java.util.Map;

/**
 * What was read of a cloud.
 *
 * @param capabilities single values by their path, such as {@code files_sharing.public.enabled}
 * @param tried what came of asking, by the name of the requirement; missing where nobody asked
 */
public record Reading(Map<String, String> capabilities, Map<String, Boolean> tried) {
    public Reading {
        capabilities = Map.copyOf(capabilities);
        tried = Map.copyOf(tried);
    }
}
