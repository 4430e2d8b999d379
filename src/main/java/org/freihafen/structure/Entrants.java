package org.freihafen.structure;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whose people may enter which file cloud: everybody the working cloud, another one only the units
 * whose workspaces lie on it, or those that are named for it. Out of a cloud nothing may go unless
 * it is called open.
 *
 * @param named kinds and keys of units, by cloud
 * @param open clouds out of which grants may go
 */
public record Entrants(Map<String, Set<String>> named, Set<String> open) {
    public static final String WORKING = "working";

    public Entrants {
        Map<String, Set<String>> copy = new TreeMap<>();
        named.forEach((cloud, units) -> copy.put(cloud, Set.copyOf(units)));
        named = Map.copyOf(copy);
        open = Set.copyOf(open);
    }

    /** Those of each cloud that names none; only the working cloud is open. */
    public static Entrants byKind() {
        return new Entrants(Map.of(), Set.of(WORKING));
    }

    /** Whether nothing may leave the cloud. */
    public boolean internal(String cloud) {
        return !open.contains(cloud);
    }

    public boolean admits(String cloud, Unit unit) {
        if (cloud.equals(WORKING)) {
            return true;
        }
        Set<String> units = named.get(cloud);
        return units == null
                ? unit.kind().cloud().filter(cloud::equals).isPresent()
                : units.contains(unit.kind().name()) || units.contains(unit.key().value());
    }

    /** All clouds that the unit's people may enter. */
    public Set<String> clouds(Unit unit) {
        Set<String> clouds = new LinkedHashSet<>(Set.of(WORKING));
        unit.kind().cloud().filter(cloud -> admits(cloud, unit)).ifPresent(clouds::add);
        named.keySet().stream().filter(cloud -> admits(cloud, unit)).forEach(clouds::add);
        return Set.copyOf(clouds);
    }
}
