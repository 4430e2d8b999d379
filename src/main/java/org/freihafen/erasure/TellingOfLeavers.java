package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.applying.PeopleChanged;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells those who speak for where the leavers belonged how many left, never who, and which offices
 * that left without somebody.
 */
@Dependent
public class TellingOfLeavers implements PeopleChanged {
    private final Memberships memberships;
    private final Units units;
    private final Mailing mailing;
    private final Clock clock;

    @Inject
    public TellingOfLeavers(Memberships memberships, Units units, Mailing mailing, Clock clock) {
        this.memberships = memberships;
        this.units = units;
        this.mailing = mailing;
        this.clock = clock;
    }

    @Override
    public void changed(Actor actor, What what, Collection<Person> people) {
        if (what == What.LEFT) {
            Set<PersonId> leavers = people.stream().map(Person::id).collect(Collectors.toSet());
            tellUnits(leavers);
        }
    }

    /** They belonged until yesterday: what ended today says where. */
    private void tellUnits(Set<PersonId> leavers) {
        LocalDate today = LocalDate.now(clock);
        Structure structure = units.structure();
        Map<UnitId, Integer> left = new TreeMap<>();
        Set<UnitId> without = new TreeSet<>();
        for (Membership former : memberships.of(leavers, today.minusDays(1))) {
            if (former.origin() == Origin.REGISTER) {
                left.merge(former.unit(), 1, Integer::sum);
            }
            if (former.role() == Role.LEAD) {
                without.add(former.unit());
            }
        }
        left.forEach((unit, count) -> {
            String many = Integer.toString(count);
            tellOf(structure, unit, today, Template.PEOPLE_LEFT, many);
        });
        without.forEach(unit -> tellOf(structure, unit, today, Template.LEAD_LEFT));
    }

    private void tellOf(
            Structure structure, UnitId about, LocalDate today, Template template, String... more) {
        String name = structure.byId(about).map(Unit::name).orElse("");
        String[] facts = new String[more.length + 1];
        facts[0] = name;
        System.arraycopy(more, 0, facts, 1, more.length);
        responsible(structure, about, today)
                .forEach(person -> mailing.tell(person, template, facts));
    }

    /** Whoever leads it, or else the nearest unit above that somebody leads. */
    private List<PersonId> responsible(Structure structure, UnitId unit, LocalDate today) {
        for (Unit each : structure.upward(unit)) {
            List<PersonId> leads =
                    memberships.in(each.id(), today).stream()
                            .filter(membership -> membership.role() == Role.LEAD)
                            .map(Membership::person)
                            .toList();
            if (!leads.isEmpty()) {
                return leads;
            }
        }
        return List.of();
    }
}
