package org.freihafen.reach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Accounts;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.PersonSet;
import org.freihafen.groups.Rolls;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.reach.FolderReach.Travelled;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.SeenFolders;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers who can reach a folder, and what a person can reach, on a day. People are counted through
 * the derived groups, never one by one. Of a past day it is not known whose account could not be
 * used then, so nobody is left out for that.
 */
@Dependent
@Transactional
public class TracingAccess {
    private final Access access;
    private final Units units;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final SeenFolders seenFolders;
    private final Grants grants;
    private final Entrants entrants;
    private final Hiding hiding;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public TracingAccess(
            Access access,
            Units units,
            Memberships memberships,
            Accounts accounts,
            Workspaces workspaces,
            SeenFolders seenFolders,
            Grants grants,
            Entrants entrants,
            Hiding hiding,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.memberships = memberships;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.seenFolders = seenFolders;
        this.grants = grants;
        this.entrants = entrants;
        this.hiding = hiding;
        this.trail = trail;
        this.clock = clock;
    }

    public Decision<FolderReach> folder(Actor actor, FolderRef folder, LocalDate day) {
        access.require(actor, Action.SEE_GRANTS, folder.workspace());
        Optional<FolderRef> known =
                folder.folder().isEmpty()
                        ? Optional.of(folder)
                        : folder.folder().flatMap(workspaces::folder).map(FolderRef::of);
        Predicate<FolderRef> seen =
                actor.somebody()
                        .map(person -> seenFolders.in(person, folder.workspace()))
                        .orElse(_ -> true);
        if (!known.equals(Optional.of(folder)) || !seen.test(folder)) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, folder.toString()));
        }
        Situation situation =
                new Situation(
                        structure(day),
                        then(day, workspaces.of(folder.workspace()).stream().toList()),
                        workspaces.folders(folder.workspace()),
                        grants(day).stream()
                                .filter(grant ->
                                        grant.folder().workspace().equals(folder.workspace()))
                                .toList(),
                        entrants,
                        day);
        Ways ways = new Ways(situation);
        List<Way> onto = ways.onto(folder);
        List<Way> into = ways.into(folder).stream().filter(way -> seen.test(way.folder())).toList();
        Map<GroupId, PersonSet> people = people(situation.structure(), onto, into, day);
        return Decision.done(
                new FolderReach(
                        folder,
                        day,
                        travelled(onto, people, day),
                        travelled(into, people, day),
                        everybody(onto, people, present(day))));
    }

    private Map<GroupId, PersonSet> people(
            Structure structure, List<Way> onto, List<Way> into, LocalDate day) {
        Set<UnitId> asked =
                Stream.concat(onto.stream(), into.stream())
                        .flatMap(way -> way.group().stream())
                        .map(GroupId::unit)
                        .collect(Collectors.toSet());
        return Rolls.of(asked, structure, memberships, day, present(day));
    }

    /** As it was at the end of a day gone by. */
    private Structure structure(LocalDate day) {
        return day.isBefore(LocalDate.now(clock))
                ? units.structureAt(
                        day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1))
                : units.structure();
    }

    /**
     * Whether a workspace was archived on a day gone by follows from whether its unit had ended.
     */
    private List<Workspace> then(LocalDate day, List<Workspace> now) {
        return day.isBefore(LocalDate.now(clock))
                ? now.stream().map(workspace -> workspace.archived(false)).toList()
                : now;
    }

    private List<Grant> grants(LocalDate day) {
        return day.isBefore(LocalDate.now(clock)) ? grants.asOf(day) : grants.all(day);
    }

    private Predicate<PersonId> present(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            return _ -> true;
        }
        Set<PersonId> absent = accounts.absent();
        return person -> !absent.contains(person);
    }

    private List<Travelled> travelled(
            List<Way> ways, Map<GroupId, PersonSet> rolls, LocalDate day) {
        Predicate<PersonId> present = present(day);
        return ways.stream()
                .map(way -> {
                    PersonSet people = way.people(rolls, present);
                    return new Travelled(way, people, hiding(way, people, day));
                })
                .toList();
    }

    /** Of today alone it is known, and only what was shared with a group can be hidden. */
    private int hiding(Way way, PersonSet people, LocalDate day) {
        Optional<FolderId> folder = way.folder().folder();
        if (!day.equals(LocalDate.now(clock))
                || folder.isEmpty()
                || way.group().isEmpty()
                || !(way.because() instanceof Way.Because.Granted)) {
            return 0;
        }
        Set<PersonId> hidden = hiding.hiding(folder.get(), way.group().get());
        return (int) people.list().stream().filter(hidden::contains).count();
    }

    private static PersonSet everybody(
            List<Way> ways, Map<GroupId, PersonSet> rolls, Predicate<PersonId> present) {
        return PersonSet.of(
                ways.stream()
                        .map(way -> way.people(rolls, present).list())
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()));
    }

    /**
     * Everybody may ask about themselves. Whoever audits some units is told what the person reaches
     * there, and that they asked is written down.
     */
    public Decision<PersonReach> person(Actor actor, PersonId person, LocalDate day) {
        List<Way> ways = waysOf(person, day);
        if (actor.somebody().equals(Optional.of(person))) {
            return Decision.done(new PersonReach(person, day, ways));
        }
        if (!access.allows(actor, Action.SEE_REACH)) {
            ways = audited(actor, ways);
            if (ways.isEmpty()) {
                access.require(actor, Action.SEE_REACH);
            }
        }
        if (accounts.byId(person).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        trail.append(AuditEntry.of(actor, "reach.seen", person.value()));
        return Decision.done(new PersonReach(person, day, ways));
    }

    private List<Way> audited(Actor actor, List<Way> ways) {
        Set<UnitId> allowed =
                ways.stream()
                        .map(way -> way.folder().workspace())
                        .distinct()
                        .filter(unit -> access.allows(actor, Action.SEE_REACH, unit))
                        .collect(Collectors.toSet());
        return ways.stream().filter(way -> allowed.contains(way.folder().workspace())).toList();
    }

    private List<Way> waysOf(PersonId person, LocalDate day) {
        if (!present(day).test(person)) {
            return List.of();
        }
        Structure structure = structure(day);
        GroupDesign design =
                new GroupDesign(structure, person::equals).read(memberships, person, day);
        Set<GroupId> groups =
                design.groups().stream()
                        .filter(group -> group.members().size() > 0)
                        .map(Group::id)
                        .collect(Collectors.toSet());
        return new Ways(
                        new Situation(
                                structure,
                                then(day, workspaces.all()),
                                workspaces.allFolders(),
                                grants(day),
                                entrants,
                                day))
                .of(person, groups);
    }
}
