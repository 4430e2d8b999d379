package org.freihafen.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.privacy.Held.Entry;
import org.freihafen.privacy.Held.Field;
import org.freihafen.privacy.Held.Part;
import org.freihafen.privacy.Held.Value;
import org.freihafen.retention.Retention;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives out everything that is held about a person: to themselves, and to the member office, of
 * which the trail then tells. Whoever may not is told that nobody is there.
 */
@Dependent
@Transactional
public class ReadingRecord {
    private static final String DIRECTORY = "directory";

    private final Access access;
    private final Held held;
    private final People people;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Units units;
    private final Retention retention;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public ReadingRecord(
            Access access,
            Held held,
            People people,
            Accounts accounts,
            Memberships memberships,
            Units units,
            Retention retention,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.held = held;
        this.people = people;
        this.accounts = accounts;
        this.memberships = memberships;
        this.units = units;
        this.retention = retention;
        this.trail = trail;
        this.clock = clock;
    }

    public Decision<PersonRecord> read(Actor actor, PersonId person) {
        boolean oneself = actor.somebody().filter(person::equals).isPresent();
        List<Membership> now = memberships.of(person, LocalDate.now(clock));
        Structure structure = units.structure();
        if (!(oneself || isOffice(actor, now, structure)) || people.byId(person).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        List<Part> parts = new ArrayList<>(held.of(person));
        parts.add(new Part(DIRECTORY, directory(person, now, structure)));
        if (!oneself) {
            trail.append(AuditEntry.of(actor, "record.read", person.value()));
        }
        return Decision.done(
                new PersonRecord(
                        person,
                        clock.instant(),
                        parts.stream()
                                .map(part ->
                                        new PersonRecord.Section(
                                                retention.row(part.name()), part.entries()))
                                .toList()));
    }

    /** The member office of the whole, or of a unit where the person belongs by register. */
    private boolean isOffice(Actor actor, List<Membership> all, Structure structure) {
        return access.allows(actor, Action.SEE_RECORD)
                || all.stream()
                        .flatMap(m -> structure.byId(m.unit()).stream())
                        .filter(unit -> unit.kind().byRegister())
                        .anyMatch(unit -> access.allows(actor, Action.SEE_RECORD, unit.id()));
    }

    private List<Entry> directory(PersonId person, List<Membership> now, Structure structure) {
        Optional<Account> account =
                accounts.byId(person).filter(a -> a.state() != Account.State.ERASED);
        if (account.isEmpty()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry(
                        List.of(
                                new Field("id", new Value.Text(person.toString())),
                                new Field("login", text(account.get().username().value())),
                                new Field("name", text(account.get().displayName())))));
        GroupDesign design = new GroupDesign(structure, _ -> account.get().usable());
        now.forEach(m -> design.of(person, m.unit(), m.role()));
        design.groups().stream()
                .filter(group -> group.members().contains(person))
                .map(Group::label)
                .map(label -> new Entry(List.of(new Field("group", text(label)))))
                .forEach(entries::add);
        return entries;
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
