package org.freihafen.applying;

import org.freihafen.applying.PeopleChanged.What;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Person.Dues;
import org.freihafen.membership.Status;
import org.freihafen.membership.Statuses;
import org.freihafen.membership.Statuses.Effect;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some steps of a roster's plan, gathered first so that they can be stored together. */
final class RosterBatch {
    private final Happenings happenings;
    private final LocalDate today;
    private final Ids ids;
    private final Statuses statuses;
    final List<Person> added = new ArrayList<>();
    final List<Person> changed = new ArrayList<>();

    /** Where the register places them now; those whom it places nowhere any more have nothing. */
    final Map<PersonId, Optional<UnitId>> placed = new LinkedHashMap<>();

    final Map<PersonId, Person> needingAccount = new LinkedHashMap<>();
    final Map<PersonId, Person> moving = new LinkedHashMap<>();
    final Map<PersonId, Person> leaving = new LinkedHashMap<>();

    /** Whose status changes something beyond the place. */
    final Map<PersonId, Effect> effects = new LinkedHashMap<>();

    /** Who gets former groups back, with the day on which they still belonged. */
    final Map<PersonId, LocalDate> restoring = new LinkedHashMap<>();

    private final Map<What, List<Person>> told = new EnumMap<>(What.class);

    RosterBatch(Happenings happenings, LocalDate today, Ids ids, Statuses statuses) {
        this.happenings = happenings;
        this.today = today;
        this.ids = ids;
        this.statuses = statuses;
    }

    void add(RosterStep step, Optional<Person> person) {
        RosterChange change = step.meaning();
        Optional<RosterEntry> after = change.after();
        if (after.isEmpty()) {
            leave(person.orElseThrow());
        } else if (person.isEmpty()) {
            join(change.number(), after.get());
        } else {
            update(person.get(), change, after.get(), step.rights());
        }
    }

    private void join(MemberNumber number, RosterEntry entry) {
        Person person = person(ids.person(), number, entry);
        added.add(person);
        if (entry.present()) {
            placed.put(person.id(), entry.place());
            happenings.add("person.joined", entry.place(), person.id());
            tell(What.JOINED, person);
            if (statuses.effect(entry.status()).account() == Statuses.Account.KEEPS) {
                needingAccount.put(person.id(), person);
            }
        }
    }

    private void update(Person person, RosterChange change, RosterEntry after, boolean rights) {
        Person becomes = person(person.id(), change.number(), after);
        changed.add(becomes);
        switch (change.kind()) {
            case JOINER, CORRECTION, GONE_BEFORE ->
                    happenings.add("person.corrected", after.place(), person.id());
            case MOVER -> {
                moving.put(person.id(), becomes);
                placed.put(person.id(), after.place());
                happenings.add("person.moved", after.place(), person.id());
                tell(What.MOVED, becomes);
            }
            case STATUS -> {
                placed.put(person.id(), after.place());
                happenings.add("person.status-changed", after.place(), person.id());
                follow(becomes, change, after);
            }
            case RETURNER -> {
                placed.put(person.id(), after.place());
                happenings.add("person.returned", after.place(), person.id());
                follow(becomes, change, after);
                tell(What.RETURNED, becomes);
                if (rights && statuses.effect(after.status()).groups() == Statuses.Groups.ALL) {
                    restoring.put(person.id(), person.left().orElse(today).minusDays(1));
                }
            }
            case LEAVER -> leave(person.id(), becomes);
        }
    }

    private void follow(Person becomes, RosterChange change, RosterEntry after) {
        Effect effect = statuses.effect(after.status());
        effects.put(becomes.id(), effect);
        boolean before =
                change.before()
                        .filter(e ->
                                statuses.effect(e.status()).account() == Statuses.Account.KEEPS)
                        .isPresent();
        if (effect.account() == Statuses.Account.KEEPS && !before) {
            needingAccount.put(becomes.id(), becomes);
        }
    }

    /** The day of leaving, where none is known, is today. */
    private void leave(Person person) {
        Person left =
                new Person(
                        person.id(),
                        person.number(),
                        person.givenName(),
                        person.familyName(),
                        person.email(),
                        Status.LEFT,
                        person.joined(),
                        person.left().or(() -> Optional.of(today)),
                        person.dues(),
                        person.origin());
        changed.add(left);
        leave(person.id(), left);
    }

    private void leave(PersonId id, Person left) {
        leaving.put(id, left);
        tell(What.LEFT, left);
    }

    private void tell(What what, Person person) {
        told.computeIfAbsent(what, _ -> new ArrayList<>()).add(person);
    }

    Map<What, List<Person>> told() {
        return told;
    }

    private static Person person(PersonId id, MemberNumber number, RosterEntry entry) {
        return new Person(
                id,
                Optional.of(number),
                entry.givenName(),
                entry.familyName(),
                entry.email().isEmpty() ? Optional.empty() : Optional.of(entry.email()),
                entry.status(),
                entry.joined(),
                entry.left(),
                new Dues(entry.balanceCents(), entry.reminders()),
                Origin.REGISTER);
    }
}
