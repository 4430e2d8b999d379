package org.freihafen.membership;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody the organisation knows. */
public interface People {
    Optional<Person> byId(PersonId id);

    /** Lets nobody else change them until this transaction ends. */
    Optional<Person> lock(PersonId id);

    Map<PersonId, Person> byIds(Set<PersonId> ids);

    Optional<Person> byNumber(MemberNumber number);

    /** Whose these are; a number that is nobody's is not in it. */
    Map<MemberNumber, PersonId> byNumbers(Set<MemberNumber> numbers);

    /** All with this address, compared without case: couples share one. */
    List<Person> byEmail(String email);

    /** Adds them in a few round trips, however many join. */
    void add(Collection<Person> people);

    default void add(Person person) {
        add(List.of(person));
    }

    /** Stores people who are there already, in a few round trips. */
    void save(Collection<Person> people);

    default void save(Person person) {
        save(List.of(person));
    }

    /**
     * Whether anybody from the register is still present although their day of leaving has come.
     */
    boolean anybodyDue(LocalDate today);
}
