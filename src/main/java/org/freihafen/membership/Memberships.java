package org.freihafen.membership;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who belongs where. A person has at most one membership in a unit at a time. */
public interface Memberships {
    /** Those of one person that hold on the day. */
    List<Membership> of(PersonId person, LocalDate on);

    /** Those directly in one unit that hold on the day, leads first, then by person. */
    List<Membership> in(UnitId unit, LocalDate on);

    Optional<Membership> of(PersonId person, UnitId unit, LocalDate on);

    /** Those of many people that hold on the day, in a few round trips. */
    List<Membership> of(Set<PersonId> people, LocalDate on);

    /** Adds them in a few round trips; nobody may belong to a unit twice on one day. */
    void add(Collection<Membership> memberships);

    default void add(Membership membership) {
        add(List.of(membership));
    }

    /**
     * Changes role or end of the one that began on the same day. What ends on the day on which it
     * began never was.
     */
    void save(Membership membership);

    /** Ends what holds; ending what does not is no error. */
    void end(PersonId person, UnitId unit, LocalDate on);

    /** Likewise for many, in a few round trips. */
    void end(Collection<Membership> memberships, LocalDate on);

    /**
     * Those by register that ended after one day and not after another, of people whom the register
     * places elsewhere on the latter: movers, not leavers.
     */
    List<Membership> movedAway(LocalDate after, LocalDate on);

    /** Every one that holds on the day, streamed, without holding them all. */
    void forEach(LocalDate on, Each each);

    /** Likewise, of those directly in these units. */
    void forEachIn(Set<UnitId> units, LocalDate on, Each each);

    /** Hears one membership. */
    @FunctionalInterface
    interface Each {
        void of(PersonId person, UnitId unit, Role role);
    }
}
