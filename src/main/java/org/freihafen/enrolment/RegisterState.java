package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.reconcile.State;
import org.freihafen.roster.Interning;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What we know of everybody from the register, in the form of a roster. */
@Dependent
public class RegisterState {
    private final People people;
    private final Memberships memberships;

    @Inject
    public RegisterState(People people, Memberships memberships) {
        this.people = people;
        this.memberships = memberships;
    }

    /**
     * What we know.
     *
     * @param ids by member number, of everybody in the state
     */
    public record Known(State<MemberNumber, RosterEntry> state, Map<MemberNumber, PersonId> ids) {}

    /**
     * Everybody who is present, and of those who are gone the ones asked for.
     *
     * @param concerned of whom the answer may speak at all
     * @param listed who stands in the roster: somebody who is gone matters only then
     */
    public Known known(
            LocalDate today, Predicate<MemberNumber> concerned, Predicate<MemberNumber> listed) {
        Map<PersonId, Optional<UnitId>> places = new HashMap<>();
        Map<UnitId, Optional<UnitId>> units = new HashMap<>();
        memberships.forEachPlaced(
                today,
                (person, unit) -> places.put(person, units.computeIfAbsent(unit, Optional::of)));
        Map<MemberNumber, RosterEntry> entries = new HashMap<>();
        Map<MemberNumber, PersonId> ids = new HashMap<>();
        Interning names = new Interning();
        people.forEachFromRegister(person -> {
            MemberNumber number = person.number().orElse(null);
            if (number != null
                    && concerned.test(number)
                    && (person.status().present() || listed.test(number))) {
                entries.put(number, entry(person, places, names));
                ids.put(number, person.id());
            }
        });
        return new Known(State.of(entries), ids);
    }

    private static RosterEntry entry(
            Person person, Map<PersonId, Optional<UnitId>> places, Interning names) {
        boolean present = person.status().present();
        return new RosterEntry(
                names.of(person.givenName()),
                names.of(person.familyName()),
                person.email().orElse(""),
                present ? places.getOrDefault(person.id(), Optional.empty()) : Optional.empty(),
                RosterEntry.day(person.joined()),
                RosterEntry.day(person.left()),
                person.dues().balanceCents(),
                person.dues().reminders(),
                present);
    }
}
