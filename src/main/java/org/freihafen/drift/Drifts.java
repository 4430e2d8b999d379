package org.freihafen.drift;

import org.freihafen.ids.UnitId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that was found, for as long as it matters. */
public interface Drifts {
    void add(Drift drift);

    void save(Drift drift);

    Optional<Drift> byId(UUID id);

    /** What was found in the workspaces of these units, the newest first. */
    List<Drift> in(Set<UnitId> units);

    /** What was found of one object of a cloud, the newest first. */
    List<Drift> of(String cloud, String object);

    /** All of which nobody has said anything yet, the newest first. */
    List<Drift> open();

    /** What runs still have to bring about, in all clouds. */
    Set<Pending> pending();

    /**
     * An object of a cloud that is not as it is to be.
     *
     * @param ordered whether it is ended by somebody's word, and not by itself
     */
    record Pending(String cloud, String object, boolean ordered) {}
}
