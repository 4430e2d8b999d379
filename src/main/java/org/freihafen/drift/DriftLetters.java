package org.freihafen.drift;

import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Of what those who lead a unit were told by letter, for as long as it is kept itself. */
public interface DriftLetters {
    /** Notes that a letter told of these; of none was told before. */
    void note(Collection<UUID> drifts, Instant at);

    /** Of what in the workspaces of these units was told, and when. */
    Map<UUID, Instant> told(Set<UnitId> units);
}
