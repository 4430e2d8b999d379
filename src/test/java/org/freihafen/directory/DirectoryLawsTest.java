package org.freihafen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.example.Example;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Touched;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What holds for every organisation: scoped runs see what full ones see, and losses are counted.
 */
class DirectoryLawsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int PEOPLE = 7;
    private static final List<String> KINDS =
            List.of(
                    "federation",
                    "state",
                    "region",
                    "district",
                    "working-group",
                    "project-group",
                    "board");

    /** A unit below one that comes before it. */
    record Place(String kind, int above, boolean ended) {}

    /** Somebody in a unit. */
    record Seat(int person, int unit, Role role, boolean over) {}

    /** Units, seats, and what each account is. */
    record Organisation(List<Place> places, List<Seat> seats, List<Account.State> accounts) {}

    @Property(tries = 400)
    void scoped_desired_is_full_desired_within_the_scope(
            @ForAll("organisations") Organisation organisation,
            @ForAll("numbers") Set<Integer> people,
            @ForAll("numbers") Set<Integer> units) {
        DirectoryReconciliation reconciliation = of(organisation);
        Set<EntryKey> keys = new HashSet<>();
        people.forEach(number -> keys.add(new EntryKey.OfPerson(person(number))));
        for (int number : units) {
            for (Part part : Part.values()) {
                keys.add(new EntryKey.OfGroup(new GroupId(unit(number), part)));
            }
        }
        Scope<EntryKey> scope = Scope.only(keys);

        assertThat(reconciliation.desired(scope))
                .isEqualTo(reconciliation.desired(Scope.everything()).within(scope));
    }

    @Property(tries = 400)
    void a_seat_taken_changes_nothing_outside_the_scope_that_it_touches(
            @ForAll("organisations") Organisation organisation, @ForAll("seats") Seat seat) {
        int size = organisation.places().size();
        int at = seat.unit() % size;
        Seat taken = new Seat(seat.person(), at, seat.role(), false);
        List<Seat> more = new ArrayList<>(organisation.seats());
        more.removeIf(each -> each.person() == taken.person() && each.unit() % size == at);
        Organisation before =
                new Organisation(organisation.places(), List.copyOf(more), organisation.accounts());
        more.add(taken);
        DirectoryReconciliation after =
                of(new Organisation(organisation.places(), more, organisation.accounts()));
        Scope<EntryKey> scope =
                after.touchedBy(Touched.membership(unit(at), person(taken.person())));

        assertThat(
                        Plan.between(
                                        of(before).desired(Scope.everything()),
                                        after.desired(Scope.everything()),
                                        _ -> false)
                                .changes())
                .allMatch(change -> scope.contains(change.key()));
    }

    @Property(tries = 400)
    void losses_are_counted_group_by_group_and_overall(
            @ForAll("entries") Map<EntryKey, DirectoryEntry> there,
            @ForAll("entries") Map<EntryKey, DirectoryEntry> wanted) {
        State<EntryKey, DirectoryEntry> observed = State.of(there);
        Plan<EntryKey, DirectoryEntry> plan =
                Plan.between(observed, State.of(wanted), EntryKey.OfPerson.class::isInstance);

        assertThat(DirectoryLosses.of(plan, observed))
                .containsExactlyInAnyOrderElementsOf(lost(there, wanted));
        assertThat(plan.changes())
                .noneMatch(change ->
                        change instanceof Change.Delete
                                && change.key() instanceof EntryKey.OfPerson);
    }

    @Property(tries = 100)
    void an_entry_goes_only_if_its_person_was_erased(
            @ForAll("organisations") Organisation organisation) {
        DirectoryReconciliation reconciliation = of(organisation);
        Map<EntryKey, DirectoryEntry> there = new HashMap<>();
        for (int number = 0; number <= PEOPLE; number++) {
            there.put(
                    new EntryKey.OfPerson(person(number)),
                    new PersonEntry("login" + number, "Name", true, Set.of()));
        }
        State<EntryKey, DirectoryEntry> observed = State.of(there);
        Plan<EntryKey, DirectoryEntry> plan =
                Plan.between(
                        observed,
                        reconciliation.desired(Scope.everything()),
                        reconciliation::lasting);
        List<EntryKey> erased = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            if (organisation.accounts().get(number) == Account.State.ERASED) {
                erased.add(new EntryKey.OfPerson(person(number)));
            }
        }

        assertThat(plan.changes().stream().filter(Change.Delete.class::isInstance))
                .extracting(Change::key)
                .containsExactlyInAnyOrderElementsOf(erased);
        assertThat(plan.unexplained().keys())
                .containsExactly(new EntryKey.OfPerson(person(PEOPLE)));
        assertThat(
                        DirectoryLosses.of(plan, observed).stream()
                                .filter(loss -> loss.what().equals("erasures"))
                                .mapToInt(Loss::lost)
                                .sum())
                .isEqualTo(erased.size());
    }

    /** The same by counting people, not changes. */
    private static List<Loss> lost(
            Map<EntryKey, DirectoryEntry> there, Map<EntryKey, DirectoryEntry> wanted) {
        List<Loss> losses = new ArrayList<>();
        int people = 0;
        int suspended = 0;
        int groups = 0;
        int gone = 0;
        for (Map.Entry<EntryKey, DirectoryEntry> each : there.entrySet()) {
            DirectoryEntry then = wanted.get(each.getKey());
            switch (each.getValue()) {
                case PersonEntry person -> {
                    people++;
                    suspended +=
                            person.active() && then instanceof PersonEntry p && !p.active() ? 1 : 0;
                }
                case GroupEntry group -> {
                    groups++;
                    gone += then == null ? 1 : 0;
                    Set<PersonId> left = new HashSet<>(group.members().list());
                    String label = group.label();
                    if (then instanceof GroupEntry g) {
                        left.removeAll(g.members().list());
                        label = g.label();
                    }
                    if (!left.isEmpty()) {
                        losses.add(new Loss("members", label, left.size(), group.members().size()));
                    }
                }
            }
        }
        if (suspended > 0) {
            losses.add(new Loss("suspensions", "", suspended, people));
        }
        if (gone > 0) {
            losses.add(new Loss("groups", "", gone, groups));
        }
        return losses;
    }

    private static DirectoryReconciliation of(Organisation organisation) {
        InMemoryUnits units = new InMemoryUnits();
        InMemoryMemberships memberships = new InMemoryMemberships();
        InMemoryAccounts accounts = new InMemoryAccounts();
        for (int number = 0; number < organisation.places().size(); number++) {
            Place place = organisation.places().get(number);
            units.add(
                    new Unit(
                            unit(number),
                            new UnitKey("unit-" + number),
                            Example.kinds().named(place.kind()).orElseThrow(),
                            "Unit " + number,
                            number == 0
                                    ? Optional.empty()
                                    : Optional.of(unit(place.above() % number)),
                            Optional.empty(),
                            Unit.Origin.FILE,
                            number > 0 && place.ended()));
        }
        for (Seat seat : organisation.seats()) {
            Period period = Period.since(TODAY.minusDays(9));
            memberships.add(
                    new Membership(
                            person(seat.person()),
                            unit(seat.unit() % organisation.places().size()),
                            seat.role(),
                            seat.over() ? period.endingOn(TODAY) : period,
                            Origin.REGISTER));
        }
        for (int number = 0; number < PEOPLE; number++) {
            accounts.add(
                    List.of(
                            new Account(
                                    person(number),
                                    new Username("person" + number),
                                    "Person " + number,
                                    organisation.accounts().get(number),
                                    false)));
        }
        return new DirectoryReconciliation(
                units, memberships, accounts, new Unasked(), Entrants.byKind(), CLOCK);
    }

    @Provide
    static Arbitrary<Organisation> organisations() {
        Arbitrary<Place> places =
                Combinators.combine(
                                Arbitraries.of(KINDS),
                                Arbitraries.integers().between(0, 5),
                                Arbitraries.integers().between(0, 5))
                        .as((kind, above, ended) -> new Place(kind, above, ended == 0));
        return Combinators.combine(
                        places.list().ofMinSize(1).ofMaxSize(8),
                        seats().list().ofMaxSize(14),
                        Arbitraries.of(Account.State.class).list().ofSize(PEOPLE))
                .as((tree, seats, accounts) -> new Organisation(tree, once(tree, seats), accounts));
    }

    /** Nobody sits twice in one unit. */
    private static List<Seat> once(List<Place> tree, List<Seat> seats) {
        Map<String, Seat> bySeat = new HashMap<>();
        seats.forEach(seat -> bySeat.put(seat.person() + "/" + seat.unit() % tree.size(), seat));
        return List.copyOf(bySeat.values());
    }

    @Provide
    static Arbitrary<Seat> seats() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(Role.class),
                        Arbitraries.of(true, false, false))
                .as(Seat::new);
    }

    @Provide
    static Arbitrary<Set<Integer>> numbers() {
        return Arbitraries.integers().between(0, 8).set().ofMaxSize(4);
    }

    @Provide
    static Arbitrary<Map<EntryKey, DirectoryEntry>> entries() {
        Arbitrary<Map<EntryKey, DirectoryEntry>> people =
                Arbitraries.maps(
                                Arbitraries.integers()
                                        .between(0, 5)
                                        .map(n -> (EntryKey) new EntryKey.OfPerson(person(n))),
                                Arbitraries.of(true, false)
                                        .map(active ->
                                                (DirectoryEntry)
                                                        new PersonEntry(
                                                                "login", "Name", active, Set.of())))
                        .ofMaxSize(6);
        Arbitrary<Map<EntryKey, DirectoryEntry>> groups =
                Arbitraries.maps(
                                Arbitraries.integers()
                                        .between(0, 3)
                                        .map(n ->
                                                (EntryKey)
                                                        new EntryKey.OfGroup(
                                                                new GroupId(unit(n), Part.PEOPLE))),
                                Combinators.combine(Arbitraries.of("A", "B"), numbers())
                                        .as(DirectoryLawsTest::group))
                        .ofMaxSize(4);
        return Combinators.combine(people, groups)
                .as((some, others) -> {
                    Map<EntryKey, DirectoryEntry> all = new HashMap<>(some);
                    all.putAll(others);
                    return all;
                });
    }

    private static DirectoryEntry group(String label, Set<Integer> members) {
        return new GroupEntry(
                "group",
                label,
                "group",
                "district",
                Optional.empty(),
                PersonSet.of(members.stream().map(DirectoryLawsTest::person).toList()),
                Set.of());
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number + 1L));
    }

    private static UnitId unit(int number) {
        return new UnitId(new UUID(2, number + 1L));
    }

    /** Nobody asks the directory what it should hold. */
    private static final class Unasked implements Directory {
        @Override
        public State<EntryKey, DirectoryEntry> observe(Scope<EntryKey> scope) {
            throw new AssertionError("asked");
        }

        @Override
        public void apply(
                List<Change<EntryKey, DirectoryEntry>> changes,
                Outcomes<EntryKey, DirectoryEntry> outcomes) {
            throw new AssertionError("asked");
        }

        @Override
        public Optional<Epoch> epoch() {
            throw new AssertionError("asked");
        }

        @Override
        public void leave(Epoch epoch) {
            throw new AssertionError("asked");
        }
    }
}
