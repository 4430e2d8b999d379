package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Register;
import org.freihafen.reconcile.State;
import org.freihafen.roster.Interning;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What we know of everybody from the register, in the form of a roster. */
@Dependent
public class RegisterState {
    private final Register register;
    private final Memberships memberships;

    @Inject
    public RegisterState(Register register, Memberships memberships) {
        this.register = register;
        this.memberships = memberships;
    }

    /**
     * What we know.
     *
     * @param former who is gone and may be meant by somebody new
     * @param ids by member number, of everybody in both
     */
    public record Known(
            State<MemberNumber, RosterEntry> state,
            Map<MemberNumber, RosterEntry> former,
            Map<MemberNumber, PersonId> ids) {}

    /** Of whom it is asked. */
    public interface Asked {
        /** Of whom the answer may speak at all. */
        default boolean concerns(MemberNumber number) {
            return true;
        }

        /** Who stands in the roster: somebody who is gone matters then. */
        default boolean lists(MemberNumber number) {
            return false;
        }

        /** The same as it stands in the roster already, so that nobody is held twice. */
        default RosterEntry held(RosterEntry known) {
            return known;
        }

        /** Who is gone and may be meant by somebody new. */
        default boolean resembles(RosterEntry gone) {
            return false;
        }
    }

    /** Everybody who is present, and of those who are gone the ones asked for. */
    public Known known(LocalDate today, Asked asked) {
        List<RosterEntry> entries = new ArrayList<>();
        Map<MemberNumber, RosterEntry> former = new HashMap<>();
        Map<MemberNumber, PersonId> ids = new HashMap<>();
        Interning names = new Interning();
        register.forEach(
                today,
                (person, place) -> {
                    MemberNumber number = person.number().orElse(null);
                    if (number == null || !asked.concerns(number)) {
                        return;
                    }
                    RosterEntry entry = asked.held(entry(person, place, names::of));
                    if (entry.present() || asked.lists(number)) {
                        entries.add(entry);
                        ids.put(entry.number(), person.id());
                    } else if (asked.resembles(entry)) {
                        former.put(number, entry);
                        ids.put(number, person.id());
                    }
                });
        return new Known(State.of(entries, RosterEntry::number), former, ids);
    }

    /** These people as we know them now. */
    public Map<PersonId, RosterEntry> entries(Collection<Person> wanted, LocalDate today) {
        Map<PersonId, UnitId> places = new HashMap<>();
        for (Membership membership :
                memberships.of(
                        wanted.stream().map(Person::id).collect(Collectors.toSet()), today)) {
            if (membership.origin() == Origin.REGISTER) {
                places.put(membership.person(), membership.unit());
            }
        }
        return wanted.stream()
                .filter(person -> person.number().isPresent())
                .collect(
                        Collectors.toMap(
                                Person::id,
                                person ->
                                        entry(
                                                person,
                                                Optional.ofNullable(places.get(person.id())),
                                                name -> name)));
    }

    private static RosterEntry entry(
            Person person, Optional<UnitId> place, UnaryOperator<String> names) {
        return new RosterEntry(
                person.number().orElseThrow(),
                names.apply(person.givenName()),
                names.apply(person.familyName()),
                person.email().orElse(""),
                person.status().present() ? place : Optional.empty(),
                RosterEntry.day(person.joined()),
                RosterEntry.day(person.left()),
                person.dues().balanceCents(),
                person.dues().reminders(),
                person.status());
    }
}
