package org.freihafen.reach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Accounts;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Memberships;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Tells who would gain and who would lose access if things became otherwise. Whoever plans a change
 * asks for the situation of {@link #now}, makes the one that would follow, and compares them.
 */
@Dependent
public class Foreseeing {
    private final Units units;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Entrants entrants;
    private final Clock clock;

    @Inject
    public Foreseeing(
            Units units,
            Memberships memberships,
            Accounts accounts,
            Workspaces workspaces,
            Grants grants,
            Entrants entrants,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.grants = grants;
        this.entrants = entrants;
        this.clock = clock;
    }

    public Situation now() {
        LocalDate today = LocalDate.now(clock);
        return new Situation(
                units.structure(),
                workspaces.all(),
                workspaces.allFolders(),
                grants.all(today),
                entrants,
                today);
    }

    /** What changes for people if everybody goes on belonging where they belong. */
    public Difference between(Situation before, Situation after) {
        return between(before, after, UnaryOperator.identity());
    }

    /**
     * Likewise when people move.
     *
     * @param moving hears each membership of today and tells those of afterwards
     */
    public Difference between(
            Situation before, Situation after, UnaryOperator<Memberships.Each> moving) {
        Set<PersonId> absent = accounts.absent();
        Predicate<PersonId> present = person -> !absent.contains(person);
        return Difference.between(
                new Difference.Reached(
                        new Ways(before),
                        people(before.structure(), present, UnaryOperator.identity()),
                        present),
                new Difference.Reached(
                        new Ways(after), people(after.structure(), present, moving), present));
    }

    /**
     * What changes for people in one folder if groups stand on it otherwise.
     *
     * @param before what each group may do there, whoever put it there
     * @param after likewise, as it would be
     */
    public Difference between(
            FolderRef folder,
            Map<GroupId, Set<Permission>> before,
            Map<GroupId, Set<Permission>> after) {
        Set<PersonId> absent = accounts.absent();
        return Difference.in(
                folder,
                before,
                after,
                people(
                        units.structure(),
                        person -> !absent.contains(person),
                        UnaryOperator.identity()));
    }

    private Map<GroupId, PersonSet> people(
            Structure structure,
            Predicate<PersonId> present,
            UnaryOperator<Memberships.Each> moving) {
        GroupDesign design =
                new GroupDesign(structure, present).read(memberships, LocalDate.now(clock), moving);
        Map<GroupId, PersonSet> people = new HashMap<>();
        for (Group group : design.groups()) {
            people.put(group.id(), group.members());
        }
        return people;
    }
}
