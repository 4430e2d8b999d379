package org.freihafen.asking;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What units asked of each other. */
public interface AccessRequests {
    void add(AccessRequest request);

    /** Stores what came of one that is there. */
    void save(AccessRequest request);

    Optional<AccessRequest> byId(UUID id);

    /** Those that this unit made, and those that were made to it; the newest first. */
    List<AccessRequest> about(UnitId unit);

    /** Those that wait for an answer by one of these, the oldest first. */
    List<AccessRequest> waitingFor(Collection<UnitId> units);

    /** All that wait, the oldest first. */
    List<AccessRequest> waiting();

    /** The one whose answer this grant was. */
    Optional<AccessRequest> answeredWith(GrantId grant);
}
