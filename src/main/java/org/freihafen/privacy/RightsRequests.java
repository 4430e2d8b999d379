package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people ask for by right. */
public interface RightsRequests {
    void add(RightsRequest request);

    /** Stores an answer to one that is there. */
    void save(RightsRequest request);

    Optional<RightsRequest> byId(UUID id);

    /** Lets nobody else change it until this transaction ends. */
    Optional<RightsRequest> lock(UUID id);

    /** Newest first. */
    List<RightsRequest> of(PersonId person);

    /** Those without an answer, the most urgent first. */
    List<RightsRequest> open();
}
