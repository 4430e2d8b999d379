package org.freihafen.groups;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes all groups in one pass over the memberships: flat, with effective members. Who belongs by
 * register also belongs to every unit above that takes people by register.
 */
public final class GroupDesign implements Memberships.Each {
    private final Structure structure;
    private final Predicate<PersonId> present;
    private final Map<UnitId, Roll> rolls = new HashMap<>();
    private final Map<UnitId, List<UnitId>> reached = new HashMap<>();

    /**
     * Begins with no group.
     *
     * @param present whether somebody's account can be used; who is absent is in no group
     */
    public GroupDesign(Structure structure, Predicate<PersonId> present) {
        this.structure = structure;
        this.present = present;
    }

    @Override
    public void of(PersonId person, UnitId unit, Role role) {
        if (!present.test(person)) {
            return;
        }
        List<UnitId> path = reached.computeIfAbsent(unit, this::reach);
        path.forEach(reachedUnit -> roll(reachedUnit).add(Part.PEOPLE, person));
        if (role == Role.LEAD && !path.isEmpty()) {
            roll(unit).add(Part.LEADS, person);
        }
    }

    /** Takes in everybody who belongs somewhere on the day. */
    public GroupDesign read(Memberships memberships, LocalDate day) {
        return read(memberships, day, UnaryOperator.identity());
    }

    /**
     * Likewise as it would be otherwise.
     *
     * @param changing hears each membership and tells those that there would be instead
     */
    public GroupDesign read(
            Memberships memberships, LocalDate day, UnaryOperator<Memberships.Each> changing) {
        memberships.forEach(day, changing.apply(this));
        linger(memberships, day, _ -> true);
        return this;
    }

    /** Takes in those who belong to these units directly. */
    public GroupDesign read(Memberships memberships, Set<UnitId> units, LocalDate day) {
        memberships.forEachIn(units, day, this);
        linger(memberships, day, gone -> units.contains(gone.unit()));
        return this;
    }

    /** Takes in one person. */
    public GroupDesign read(Memberships memberships, PersonId person, LocalDate day) {
        memberships.of(person, day).forEach(own -> of(person, own.unit(), own.role()));
        linger(memberships, day, gone -> gone.person().equals(person));
        return this;
    }

    /** Who moved away lately still belongs where the kind lets them, without leading. */
    private void linger(Memberships memberships, LocalDate day, Predicate<Membership> wanted) {
        int longest =
                structure.living().stream()
                        .mapToInt(unit -> unit.kind().lingeringDays())
                        .max()
                        .orElse(0);
        if (longest > 0) {
            memberships.movedAway(day.minusDays(longest), day).stream()
                    .filter(wanted)
                    .filter(gone -> lingers(gone, day))
                    .forEach(gone -> of(gone.person(), gone.unit(), Role.MEMBER));
        }
    }

    private boolean lingers(Membership gone, LocalDate day) {
        int days = structure.byId(gone.unit()).map(unit -> unit.kind().lingeringDays()).orElse(0);
        return gone.period().until().filter(end -> end.plusDays(days).isAfter(day)).isPresent();
    }

    private List<UnitId> reach(UnitId unit) {
        List<UnitId> path = new ArrayList<>();
        if (structure.ending(unit).filter(Ending::keepsPeople).isPresent()) {
            path.add(unit);
        }
        for (Unit each : structure.upward(unit)) {
            boolean itself = each.id().equals(unit);
            if (each.ended() || (!itself && !each.kind().byRegister())) {
                break;
            }
            path.add(each.id());
            if (!each.kind().byRegister()) {
                break;
            }
        }
        return path;
    }

    private Roll roll(UnitId unit) {
        return rolls.computeIfAbsent(unit, _ -> new Roll());
    }

    /**
     * A group for each unit that has groups, and one for its leads where its kind has leads; some
     * are empty.
     */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<String> ambiguous = ambiguousNames(structure);
        for (Unit unit : structure.grouped()) {
            String label = label(unit, ambiguous);
            groups.add(
                    new Group(
                            new GroupId(unit.id(), Part.PEOPLE),
                            unit.outwardKey().value(),
                            label,
                            unit,
                            roll(unit.id()).set(Part.PEOPLE)));
            if (unit.kind().hasLeads()) {
                groups.add(
                        new Group(
                                new GroupId(unit.id(), Part.LEADS),
                                unit.outwardKey() + "-leads",
                                label + " – Leitung",
                                unit,
                                roll(unit.id()).set(Part.LEADS)));
            }
        }
        return groups;
    }

    /** A unit's outward name, with its key appended where another unit with groups has the same. */
    public static String label(Unit unit, Set<String> ambiguousNames) {
        return ambiguousNames.contains(folded(unit.outwardName()))
                ? unit.outwardName()
                        + " ("
                        + unit.outwardKey().value().toUpperCase(Locale.ROOT)
                        + ")"
                : unit.outwardName();
    }

    /** Outward names that more than one unit with groups has, compared without case. */
    public static Set<String> ambiguousNames(Structure structure) {
        return structure.grouped().stream()
                .collect(Collectors.groupingBy(u -> folded(u.outwardName()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The people of one unit while they are gathered. */
    private static final class Roll {
        private final Map<Part, PersonId[]> people = new EnumMap<>(Part.class);
        private final Map<Part, Integer> sizes = new EnumMap<>(Part.class);

        void add(Part part, PersonId person) {
            int size = sizes.merge(part, 1, Integer::sum);
            PersonId[] array = people.computeIfAbsent(part, _ -> new PersonId[4]);
            if (size > array.length) {
                array = Arrays.copyOf(array, array.length * 2);
                people.put(part, array);
            }
            array[size - 1] = person;
        }

        PersonSet set(Part part) {
            PersonId[] array = people.get(part);
            return array == null
                    ? PersonSet.EMPTY
                    : PersonSet.of(array, sizes.getOrDefault(part, 0));
        }
    }
}
