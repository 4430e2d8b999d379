package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose data branches asked for. */
public interface Releases {
    void add(Release release);

    /** Stores what came of one that is there. */
    void save(Release release);

    Optional<Release> byId(UUID id);

    /** Lets nobody else change it until this transaction ends. */
    Optional<Release> lock(UUID id);

    /** Newest first. */
    List<Release> askedBy(PersonId person);

    /** Those without an answer, oldest first. */
    List<Release> open();
}
