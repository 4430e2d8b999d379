package org.freihafen.membership;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tombstones for tests; keeps the promises of {@link TombstonesContract}. */
public final class InMemoryTombstones implements Tombstones {
    private final Set<PersonId> people = new HashSet<>();
    private final Map<MemberNumber, Cause> numbers = new HashMap<>();

    @Override
    public void raise(PersonId person, Optional<MemberNumber> number, Cause cause, Instant at) {
        if (!people.add(person)) {
            throw new IllegalStateException(person + " was erased before");
        }
        number.ifPresent(known -> numbers.put(known, cause));
    }

    @Override
    public boolean stands(PersonId person) {
        return people.contains(person);
    }

    @Override
    public Map<MemberNumber, Cause> among(Collection<MemberNumber> wanted) {
        Map<MemberNumber, Cause> found = new HashMap<>(numbers);
        found.keySet().retainAll(Set.copyOf(wanted));
        return found;
    }
}
