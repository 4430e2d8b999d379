package org.freihafen.mail;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All letters that were put down, until they are forgotten. */
public interface Outbox {
    /** Puts them down in the transaction of the use case, so that neither stands without it. */
    void add(Collection<Posted> letters);

    Optional<Posted> byId(UUID id);

    /** Those that wait no longer than until now, the longest waiting first. */
    List<Posted> due(Instant now, int most);

    /** Those in these stages with smaller ids, the latest first. */
    List<Posted> latest(Set<Posted.Stage> stages, Optional<UUID> before, int most);

    /** Those that were being handed over when everything stopped. */
    List<Posted> cutOff();

    /** Stores how far it came. */
    void save(Posted posted);

    /** Takes away every letter to this person. */
    void erase(PersonId person);
}
