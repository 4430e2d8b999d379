package org.freihafen.recovery;

import org.freihafen.ids.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses that want to become recovery addresses. */
public interface AddressClaims {
    /**
     * People who can come in, whose register has an address that is not the one they confirmed and
     * that they were not asked about yet.
     */
    List<PersonId> unasked(int most);

    /** Takes the place of one before. */
    void add(AddressClaim claim);

    Optional<AddressClaim> byId(UUID id);

    /** Likewise, and nobody else changes it until the transaction ends. */
    Optional<AddressClaim> lock(UUID id);

    Optional<AddressClaim> byDigest(String secretDigest);

    /** Those that wait for a second person, the longest waiting first. */
    List<AddressClaim> waiting();

    void save(AddressClaim claim);
}
