package org.freihafen.reach;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who gains and who loses access to which folder when one situation follows another. */
public record Difference(List<Shift> shifts) {
    private static final Comparator<FolderRef> ORDER =
            Comparator.comparing(FolderRef::workspace)
                    .thenComparing(ref -> ref.folder().map(Object::toString).orElse(""));

    /**
     * What changes in one folder.
     *
     * @param gaining those who reach it only afterwards
     * @param losing those who reach it only before
     * @param allowedMore those who reach it before and afterwards, and may then do more
     * @param allowedLess likewise, and may no longer do all that they could
     */
    public record Shift(
            FolderRef folder,
            PersonSet gaining,
            PersonSet losing,
            PersonSet allowedMore,
            PersonSet allowedLess) {
        private boolean isNothing() {
            return Stream.of(gaining, losing, allowedMore, allowedLess)
                    .allMatch(people -> people.size() == 0);
        }
    }

    /** How many people it is of all folders; who is in two counts twice. */
    public int count(Function<Shift, PersonSet> who) {
        return shifts.stream().map(who).mapToInt(PersonSet::size).sum();
    }

    /** The ways there are, and who can go them. */
    record Reached(Ways ways, Map<GroupId, PersonSet> rolls, Predicate<PersonId> present) {
        private Set<FolderRef> folders() {
            Set<FolderRef> folders = new HashSet<>();
            ways.all().forEach(way -> folders.add(way.folder()));
            return folders;
        }

        private Set<Lot> lots(FolderRef folder) {
            Set<Lot> lots = new HashSet<>();
            for (Way way : ways.onto(folder)) {
                PersonSet going = way.people(rolls, present);
                if (going.size() > 0) {
                    lots.add(new Lot(going, way.permissions()));
                }
            }
            return lots;
        }
    }

    /** People who may all do the same. */
    private record Lot(PersonSet people, Set<Permission> permissions) {}

    static Difference between(Reached before, Reached after) {
        Set<FolderRef> folders = new TreeSet<>(ORDER);
        folders.addAll(before.folders());
        folders.addAll(after.folders());
        List<Shift> shifts = new ArrayList<>();
        for (FolderRef folder : folders) {
            Set<Lot> was = before.lots(folder);
            Set<Lot> becomes = after.lots(folder);
            if (!was.equals(becomes)) {
                Shift shift = shift(folder, allowed(was), allowed(becomes));
                if (!shift.isNothing()) {
                    shifts.add(shift);
                }
            }
        }
        return new Difference(List.copyOf(shifts));
    }

    /** In one folder, if groups stand on it otherwise than before. */
    static Difference in(
            FolderRef folder,
            Map<GroupId, Set<Permission>> before,
            Map<GroupId, Set<Permission>> after,
            Map<GroupId, PersonSet> rolls) {
        Shift shift = shift(folder, allowed(lots(before, rolls)), allowed(lots(after, rolls)));
        return new Difference(shift.isNothing() ? List.of() : List.of(shift));
    }

    private static Set<Lot> lots(
            Map<GroupId, Set<Permission>> groups, Map<GroupId, PersonSet> rolls) {
        Set<Lot> lots = new HashSet<>();
        groups.forEach((group, permissions) ->
                lots.add(new Lot(rolls.getOrDefault(group, PersonSet.EMPTY), permissions)));
        return lots;
    }

    private static Map<PersonId, Set<Permission>> allowed(Set<Lot> lots) {
        Map<PersonId, Set<Permission>> allowed = new HashMap<>();
        for (Lot lot : lots) {
            for (PersonId person : lot.people().list()) {
                allowed.computeIfAbsent(person, _ -> EnumSet.noneOf(Permission.class))
                        .addAll(lot.permissions());
            }
        }
        return allowed;
    }

    private static Shift shift(
            FolderRef folder,
            Map<PersonId, Set<Permission>> was,
            Map<PersonId, Set<Permission>> becomes) {
        return new Shift(
                folder,
                who(becomes, was, (_, before) -> before.isEmpty()),
                who(was, becomes, (_, afterwards) -> afterwards.isEmpty()),
                who(becomes, was, (now, before) -> !before.isEmpty() && !before.containsAll(now)),
                who(was, becomes, (before, now) -> !now.isEmpty() && !now.containsAll(before)));
    }

    private static PersonSet who(
            Map<PersonId, Set<Permission>> of,
            Map<PersonId, Set<Permission>> comparedWith,
            BiPredicate<Set<Permission>, Set<Permission>> counts) {
        return PersonSet.of(
                of.entrySet().stream()
                        .filter(each ->
                                counts.test(
                                        each.getValue(),
                                        comparedWith.getOrDefault(each.getKey(), Set.of())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    public boolean isNothing() {
        return shifts.isEmpty();
    }

    /** Everybody who loses a folder, each counted once. */
    public PersonSet losing() {
        return PersonSet.of(shifts.stream().flatMap(s -> s.losing().list().stream()).toList());
    }

    /** Everybody who gains a folder, each counted once. */
    public PersonSet gaining() {
        return PersonSet.of(shifts.stream().flatMap(s -> s.gaining().list().stream()).toList());
    }
}
