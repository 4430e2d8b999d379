package org.freihafen.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Finding;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.Touched;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the LDAP directory into line with structure, membership and accounts. */
@Dependent
public class DirectoryReconciliation implements Reconciliation<EntryKey, DirectoryEntry> {
    public static final String NAME = "ldap";

    private final Units units;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Directory directory;
    private final Entrants entrants;
    private final Clock clock;

    @Inject
    public DirectoryReconciliation(
            Units units,
            Memberships memberships,
            Accounts accounts,
            Directory directory,
            Entrants entrants,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.accounts = accounts;
        this.directory = directory;
        this.entrants = entrants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Target<EntryKey, DirectoryEntry> target() {
        return directory;
    }

    @Override
    public Marked mark() {
        return directory;
    }

    @Override
    public State<EntryKey, DirectoryEntry> desired(Scope<EntryKey> scope) {
        return switch (scope) {
            case Scope.Everything<EntryKey>() -> everything();
            case Scope.Only<EntryKey>(Set<EntryKey> keys) -> only(keys).within(scope);
        };
    }

    private State<EntryKey, DirectoryEntry> everything() {
        Structure structure = units.structure();
        GroupDesign groups = groupDesign(structure);
        groups.read(memberships, LocalDate.now(clock));
        List<Account> all = new ArrayList<>();
        accounts.forEach(all::add);
        return new DirectoryDesign(structure, groups.groups(), entrants).desired(all);
    }

    private State<EntryKey, DirectoryEntry> only(Set<EntryKey> keys) {
        Structure structure = units.structure();
        Set<PersonId> people = new HashSet<>();
        Set<UnitId> asked = new HashSet<>();
        for (EntryKey key : keys) {
            switch (key) {
                case EntryKey.OfPerson(PersonId id) -> people.add(id);
                case EntryKey.OfGroup(GroupId id) -> asked.add(id.unit());
            }
        }
        GroupDesign groups = groupDesign(structure);
        Set<UnitId> sources = sources(structure, asked);
        groups.read(memberships, sources, LocalDate.now(clock));
        return new DirectoryDesign(structure, groups.groups(), entrants)
                .desired(accounts.byIds(people).values());
    }

    /**
     * The units whose people make up the groups asked for, and those that entitle to a further
     * service.
     */
    private Set<UnitId> sources(Structure structure, Set<UnitId> asked) {
        Set<UnitId> sources = new HashSet<>();
        for (Unit unit : structure.grouped()) {
            boolean reaches =
                    structure.upward(unit.id()).stream().anyMatch(u -> asked.contains(u.id()));
            if (reaches || entrants.clouds(unit).size() > 1) {
                sources.add(unit.id());
            }
        }
        return sources;
    }

    private GroupDesign groupDesign(Structure structure) {
        Set<PersonId> absent = accounts.absent();
        return new GroupDesign(structure, person -> !absent.contains(person));
    }

    @Override
    public boolean lasting(EntryKey key) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> !erased(id);
            case EntryKey.OfGroup _ -> false;
        };
    }

    /** Only erasing a person takes an account away; that it happened stands in the database. */
    private boolean erased(PersonId person) {
        return accounts.byId(person).filter(a -> a.state() == Account.State.ERASED).isPresent();
    }

    @Override
    public Scope<EntryKey> touchedBy(Touched touched) {
        Structure structure = units.structure();
        Set<EntryKey> keys = new HashSet<>();
        LocalDate today = LocalDate.now(clock);
        for (PersonId person : touched.people()) {
            keys.add(new EntryKey.OfPerson(person));
            for (Membership membership : memberships.of(person, today)) {
                addGroups(structure, membership.unit(), keys);
            }
        }
        touched.units().forEach(unit -> addGroups(structure, unit, keys));
        return Scope.only(keys);
    }

    private static void addGroups(Structure structure, UnitId from, Set<EntryKey> keys) {
        for (Unit unit : structure.upward(from)) {
            if (unit.id().equals(from) || unit.kind().byRegister()) {
                for (Part part : Part.values()) {
                    keys.add(new EntryKey.OfGroup(new GroupId(unit.id(), part)));
                }
            }
        }
    }

    @Override
    public List<Loss> losses(
            Plan<EntryKey, DirectoryEntry> plan, State<EntryKey, DirectoryEntry> observed) {
        return DirectoryLosses.of(plan, observed);
    }

    @Override
    public Saying describe(Change<EntryKey, DirectoryEntry> change) {
        return Describing.text(change);
    }

    @Override
    public Finding finding(EntryKey key, DirectoryEntry observed) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> Finding.of(Saying.of("account", id));
            case EntryKey.OfGroup(GroupId id) -> Finding.of(Saying.of("group", id));
        };
    }

    @Override
    public void reserve(State<EntryKey, DirectoryEntry> unexplained) {
        Set<Username> usernames = new HashSet<>();
        unexplained.forEach((_, entry) -> {
            if (entry instanceof PersonEntry person && Username.allowed(person.username())) {
                usernames.add(new Username(person.username()));
            }
        });
        accounts.reserve(usernames);
    }
}
