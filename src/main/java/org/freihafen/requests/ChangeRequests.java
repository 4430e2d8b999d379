package org.freihafen.requests;

import org.freihafen.ids.PersonId;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What branches asked for. */
public interface ChangeRequests {
    void add(ChangeRequest request);

    /** Stores where requests that are there stand. */
    void save(Collection<ChangeRequest> requests);

    Optional<ChangeRequest> byId(UUID id);

    /** Lets nobody else change it until this transaction ends. */
    Optional<ChangeRequest> lock(UUID id);

    /** Newest first. */
    List<ChangeRequest> askedBy(PersonId person);

    /** Those without an outcome, oldest first. */
    List<ChangeRequest> open();
}
