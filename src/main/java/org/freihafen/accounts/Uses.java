package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When accounts were last used. Whoever uses one has not been told any more, and neither has
 * whoever was suspended since.
 */
public interface Uses {
    /**
     * All that the directory tells now, in a few round trips. Of whoever is not in it nothing is
     * known any more, and an earlier day than is known is an older copy of the directory's.
     */
    void bound(Map<PersonId, LocalDate> days);

    void came(PersonId person, LocalDate day);

    /** The person was told on this day. */
    void told(PersonId person, LocalDate day);

    /**
     * Those of active accounts of which the directory tells. Left out are the sandbox's, guests',
     * whose stay ends by itself, and those of people without any address, who could not be told.
     */
    List<Use> known();

    /** Lets nobody else change it until this transaction ends. */
    Optional<Use> lock(PersonId person);
}
