package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Accounts;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Rolls;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many people each group holds. Counts the derived groups themselves, in one read of the
 * memberships for all units asked about, so that a page never says another number than the
 * directory.
 */
@Dependent
public class Headcount {
    private final Units units;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public Headcount(Units units, Memberships memberships, Accounts accounts, Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    public int of(GroupId group) {
        return of(Set.of(group.unit())).getOrDefault(group, 0);
    }

    /** The groups of these units that exist, with their sizes. */
    public Map<GroupId, Integer> of(Collection<UnitId> asked) {
        Set<PersonId> absent = accounts.absent();
        Map<GroupId, Integer> sizes = new HashMap<>();
        Rolls.of(
                        asked,
                        units.structure(),
                        memberships,
                        LocalDate.now(clock),
                        person -> !absent.contains(person))
                .forEach((group, people) -> sizes.put(group, people.size()));
        return sizes;
    }
}
