package org.freihafen.membership;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Who was erased. Of each only the id stays, and a keyed digest of the member number: nobody can
 * read it, but a roster that lists the number again is recognised.
 */
public interface Tombstones {
    /** Why somebody was erased. */
    enum Cause {
        /** Left, or died, and the time after that was over. */
        LEFT,
        /** Asked for it by right. */
        ASKED
    }

    void raise(PersonId person, Optional<MemberNumber> number, Cause cause, Instant at);

    boolean stands(PersonId person);

    /** Of these numbers, those of people who were erased, each with the latest cause. */
    Map<MemberNumber, Cause> among(Collection<MemberNumber> numbers);
}
