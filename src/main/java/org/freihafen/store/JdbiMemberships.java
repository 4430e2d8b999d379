package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Memberships in the database, former ones included. */
@Dependent
public class JdbiMemberships implements Memberships {
    private static final String SELECT =
            "select person, unit, role, since, until, origin from membership";
    private static final String HOLDS = " and since <= ? and (until is null or until > ?)";

    private final Statements statements;

    @Inject
    public JdbiMemberships(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<Membership> of(PersonId person, LocalDate on) {
        return select(" where person = ?" + HOLDS, person.value(), on, on).stream()
                .sorted(Comparator.comparing(Membership::unit))
                .toList();
    }

    @Override
    public List<Membership> in(UnitId unit, LocalDate on) {
        return select(" where unit = ?" + HOLDS, unit.value(), on, on).stream()
                .sorted(
                        Comparator.comparing((Membership m) -> m.role() != Role.LEAD)
                                .thenComparing(Membership::person))
                .toList();
    }

    @Override
    public Optional<Membership> of(PersonId person, UnitId unit, LocalDate on) {
        return select(
                        " where person = ? and unit = ?" + HOLDS,
                        person.value(),
                        unit.value(),
                        on,
                        on)
                .stream()
                .findFirst();
    }

    @Override
    public List<Membership> of(Set<PersonId> people, LocalDate on) {
        List<UUID> ids = people.stream().map(PersonId::value).toList();
        return select(Any.UUIDS + "person = want where true" + HOLDS, Any.uuids(ids), on, on);
    }

    private List<Membership> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> membership(row), values);
    }

    @Override
    public void add(Collection<Membership> joining) {
        statements.together(() -> addTogether(joining));
    }

    private void addTogether(Collection<Membership> joining) {
        Map<Place, List<Period>> held = held(joining);
        List<Membership> latest = new ArrayList<>();
        List<Membership> earlier = new ArrayList<>();
        List<Place> overtaken = new ArrayList<>();
        for (Membership membership : joining) {
            Place place = Place.of(membership);
            List<Period> others = held.computeIfAbsent(place, _ -> new ArrayList<>());
            Period period = membership.period();
            if (others.stream().anyMatch(other -> overlap(other, period))) {
                throw new IllegalStateException(
                        membership.person() + " belongs to " + membership.unit() + " already");
            }
            if (others.stream().anyMatch(other -> other.from().isAfter(period.from()))) {
                earlier.add(membership);
            } else {
                latest.add(membership);
                if (!others.isEmpty()) {
                    overtaken.add(place);
                }
            }
            others.add(period);
        }
        statements.batch(
                "update membership set latest = null where person = ? and unit = ?",
                overtaken,
                place -> new Object[] {place.person().value(), place.unit().value()});
        insert(latest, true);
        insert(earlier, null);
    }

    private Map<Place, List<Period>> held(Collection<Membership> joining) {
        List<UUID> people = joining.stream().map(m -> m.person().value()).distinct().toList();
        return select(Any.UUIDS + "person = want", Any.uuids(people)).stream()
                .collect(
                        Collectors.groupingBy(
                                Place::of,
                                HashMap::new,
                                Collectors.mapping(
                                        Membership::period,
                                        Collectors.toCollection(ArrayList::new))));
    }

    private void insert(List<Membership> memberships, @Nullable Boolean latest) {
        statements.batch(
                "insert into membership (person, unit, role, since, until, origin, latest)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                memberships,
                m ->
                        new @Nullable Object[] {
                            m.person().value(),
                            m.unit().value(),
                            m.role(),
                            m.period().from(),
                            m.period().until().orElse(null),
                            m.origin(),
                            latest
                        });
    }

    @Override
    public void save(Membership membership) {
        LocalDate from = membership.period().from();
        Optional<LocalDate> until = membership.period().until();
        String row = " where person = ? and unit = ? and since = ?";
        UUID person = membership.person().value();
        UUID unit = membership.unit().value();
        String what = "the membership of " + person + " in " + unit;
        if (until.isPresent() && !until.get().isAfter(from)) {
            statements.updateOne(what, "delete from membership" + row, person, unit, from);
        } else {
            statements.updateOne(
                    what,
                    "update membership set role = ?, until = ?, origin = ?" + row,
                    membership.role(),
                    until.orElse(null),
                    membership.origin(),
                    person,
                    unit,
                    from);
        }
    }

    @Override
    public void end(PersonId person, UnitId unit, LocalDate on) {
        statements.together(
                () -> of(person, unit, on).map(m -> ending(m, on)).ifPresent(this::save));
    }

    @Override
    public void end(Collection<Membership> memberships, LocalDate on) {
        List<Membership> never =
                memberships.stream().filter(m -> !m.period().from().isBefore(on)).toList();
        List<Membership> ending =
                memberships.stream().filter(m -> m.period().from().isBefore(on)).toList();
        String row = " where person = ? and unit = ? and since = ?";
        statements.batch(
                "delete from membership" + row,
                never,
                m -> new Object[] {m.person().value(), m.unit().value(), m.period().from()});
        statements.batch(
                "update membership set until = ?" + row,
                ending,
                m -> new Object[] {on, m.person().value(), m.unit().value(), m.period().from()});
    }

    @Override
    public List<Membership> movedAway(LocalDate after, LocalDate on) {
        return select(
                " gone where origin = ? and until > ? and until <= ? and exists (select 1 from"
                        + " membership where person = gone.person and origin = ?"
                        + HOLDS
                        + ") order by person, unit",
                Origin.REGISTER,
                after,
                on,
                Origin.REGISTER,
                on,
                on);
    }

    private static Membership ending(Membership m, LocalDate on) {
        return new Membership(m.person(), m.unit(), m.role(), m.period().endingOn(on), m.origin());
    }

    @Override
    public void forEach(LocalDate on, Each each) {
        stream(" where true", each, on, on);
    }

    @Override
    public void forEachIn(Set<UnitId> units, LocalDate on, Each each) {
        Any wanted = Any.uuids(units.stream().map(UnitId::value).toList());
        stream(Any.UUIDS + "unit = want", each, wanted, on, on);
    }

    private void stream(String which, Each each, Object... values) {
        Map<UUID, PersonId> people = new HashMap<>();
        Map<UUID, UnitId> units = new HashMap<>();
        statements.stream(
                "select person, unit, role from membership" + which + HOLDS,
                row ->
                        each.of(
                                people.computeIfAbsent(Columns.uuid(row, 1), PersonId::new),
                                units.computeIfAbsent(Columns.uuid(row, 2), UnitId::new),
                                Columns.constant(row, 3, Role.class)),
                values);
    }

    private static boolean overlap(Period one, Period other) {
        return begins(one, other) && begins(other, one);
    }

    private static boolean begins(Period one, Period beforeTheEndOf) {
        return beforeTheEndOf.until().map(one.from()::isBefore).orElse(true);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                Columns.person(row, 1),
                Columns.unit(row, 2),
                Columns.constant(row, 3, Role.class),
                Columns.period(row, 4),
                Columns.constant(row, 6, Origin.class));
    }

    private record Place(PersonId person, UnitId unit) {
        static Place of(Membership membership) {
            return new Place(membership.person(), membership.unit());
        }
    }
}
