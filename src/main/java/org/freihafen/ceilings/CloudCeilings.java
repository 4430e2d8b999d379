package org.freihafen.ceilings;

import java.util.Map;

/** Ceilings as configured for clouds, by their names. */
public record CloudCeilings(Map<String, Ceiling> named) {
    public CloudCeilings {
        named = Map.copyOf(named);
    }

    public static CloudCeilings none() {
        return new CloudCeilings(Map.of());
    }

    public Ceiling of(String cloud) {
        return named.getOrDefault(cloud, Ceiling.OPEN);
    }
}
