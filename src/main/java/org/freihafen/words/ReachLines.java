package org.freihafen.words;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Standing;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.SightRule;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.reach.FolderReach;
import org.freihafen.reach.PersonReach;
import org.freihafen.reach.Way;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ways as sentences, telling whoever asked no more than they may see. */
@Dependent
public class ReachLines {
    private static final int MOST_NAMES = 200;

    private final Access access;
    private final Units units;
    private final Accounts accounts;
    private final Workspaces workspaces;

    @Inject
    public ReachLines(Access access, Units units, Accounts accounts, Workspaces workspaces) {
        this.access = access;
        this.units = units;
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    /**
     * One way, told.
     *
     * @param path empty for the whole workspace
     * @param through the unit whose people go the way, if it is one and whoever asked may know it
     * @param people how many, if they may know
     * @param names who, if they may know and it is not everybody by the hundreds
     * @param hiding how many of them hid the folder from their own files, if they may know
     */
    public record Line(
            Way way,
            String sentence,
            Optional<Unit> workspace,
            Optional<String> path,
            Optional<Unit> through,
            Optional<Integer> people,
            Map<PersonId, String> names,
            int hiding) {

        public Optional<Grant> grant() {
            return way.because() instanceof Way.Because.Granted(Grant grant)
                    ? Optional.of(grant)
                    : Optional.empty();
        }

        /** What the folder is called: its path, or the name of the unit for a whole workspace. */
        public String folder() {
            return path.or(() -> workspace.map(Unit::name)).orElse("");
        }

        public List<String> sortedNames() {
            return names.values().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        }
    }

    public List<Line> of(List<FolderReach.Travelled> ways, PersonId viewer, Words words) {
        Telling telling = new Telling(viewer, words);
        return ways.stream().map(way -> telling.ofFolder(way)).toList();
    }

    /** What a person reaches, by the names of the groups whose folders they are. */
    public List<Line> of(PersonReach reach, PersonId viewer, Words words) {
        Telling telling = new Telling(viewer, words);
        return reach.ways().stream()
                .map(telling::ofPerson)
                .sorted(Comparator.comparing(Line::folder, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Whether whoever asked may know of every group how many people it has. */
    public static boolean allCounted(List<Line> lines) {
        return lines.stream().allMatch(line -> line.people().isPresent());
    }

    private final class Telling {
        private final PersonId viewer;
        private final Words words;
        private final Structure structure = units.structure();
        private final Map<UnitId, Set<Standing>> standings = new HashMap<>();

        Telling(PersonId viewer, Words words) {
            this.viewer = viewer;
            this.words = words;
        }

        Line ofFolder(FolderReach.Travelled travelled) {
            Way way = travelled.way();
            PersonSet people = travelled.people();
            Optional<GroupId> group = way.group();
            Optional<Unit> through = group.map(GroupId::unit).flatMap(this::seen);
            Optional<Integer> count = count(way.to(), through, people);
            List<Object> facts = new ArrayList<>();
            String name = who(way, through);
            boolean kept = way.because() instanceof Way.Because.KeptOpen;
            boolean leads = group.filter(to -> to.part() == Part.LEADS).isPresent();
            facts.add(kept && leads ? words.say("reach.leads", name) : name);
            facts.add(count.orElse(0));
            facts.add(allowed(way.permissions()));
            String key =
                    switch (way.because()) {
                        case Way.Because.ItsWorkspace() -> ownKey(way, group.orElseThrow());
                        case Way.Because.KeptOpen() -> "reach.kept";
                        case Way.Because.Granted(Grant grant) -> {
                            facts.addAll(terms(grant));
                            yield group.map(to -> "reach.granted." + to.part())
                                    .orElse("reach.granted." + way.to().kind());
                        }
                    };
            boolean counts = group.isEmpty() || count.isPresent();
            return line(
                    way,
                    words.say(counts ? key : key + ".uncounted", facts.toArray()),
                    through,
                    count,
                    group.map(to -> names(to, through, people)).orElse(Map.of()),
                    count.map(_ -> travelled.hiding()).orElse(0));
        }

        private String ownKey(Way way, GroupId to) {
            boolean itsOwn =
                    structure
                            .heir(way.folder().workspace())
                            .filter(owner -> owner.id().equals(to.unit()))
                            .isPresent();
            return itsOwn ? "reach.own." + to.part() : "reach.own.BOARD";
        }

        /** Whoever comes from outside is nobody whom we could count. */
        private Optional<Integer> count(Grantee to, Optional<Unit> through, PersonSet people) {
            return switch (to) {
                case Grantee.ToGroup _ ->
                        through.filter(unit -> sees(Field.NUMBER_OF_PEOPLE, unit))
                                .map(_ -> people.size());
                case Grantee.ToPerson _ -> Optional.of(people.size());
                case Grantee.ToLink _, Grantee.ToMail _, Grantee.ToFederated _ -> Optional.of(0);
            };
        }

        private String who(Way way, Optional<Unit> through) {
            return switch (way.to()) {
                case Grantee.ToGroup _ -> through.map(Unit::name).orElse(words.say("reach.hidden"));
                case Grantee.ToPerson(PersonId person) ->
                        seen(way.folder().workspace())
                                .filter(unit -> sees(Field.NAMES, unit) || person.equals(viewer))
                                .flatMap(_ -> accounts.byId(person))
                                .map(Account::displayName)
                                .orElse(words.say("reach.somebody"));
                case Grantee.ToLink(boolean secured) ->
                        words.say(secured ? "reach.link.secured" : "reach.link");
                case Grantee.ToMail(String address, boolean _) -> address;
                case Grantee.ToFederated(String account) -> account;
            };
        }

        Line ofPerson(Way way) {
            Optional<Unit> through = way.group().map(GroupId::unit).flatMap(this::seen);
            List<Object> facts = new ArrayList<>();
            facts.add(place(way));
            facts.add(allowed(way.permissions()));
            facts.add(way.group().isPresent() ? who(way, through) : words.say("reach.inPerson"));
            if (way.because() instanceof Way.Because.Granted(Grant grant)) {
                facts.addAll(terms(grant));
            }
            String key = facts.size() > 3 ? "reach.person.granted" : "reach.person.own";
            return line(
                    way, words.say(key, facts.toArray()), through, Optional.empty(), Map.of(), 0);
        }

        /** Since when, until when, by whom and why. */
        private List<Object> terms(Grant grant) {
            return List.of(
                    words.day(grant.period().from()),
                    grant.until()
                            .map(day -> words.say("reach.until", words.day(day.minusDays(1))))
                            .orElse(""),
                    decided(grant),
                    grant.reason().isBlank() ? "" : words.say("reach.reason", grant.reason()));
        }

        /** The unit that gave it; and who decided it, for those who may know its people. */
        private String decided(Grant grant) {
            Optional<Unit> giver = seen(grant.folder().workspace());
            String name = giver.map(Unit::name).orElse(words.say("reach.hidden"));
            return giver.filter(unit -> sees(Field.NAMES, unit))
                    .flatMap(_ -> accounts.byId(grant.decidedBy()))
                    .map(account -> words.say("reach.decided", name, account.displayName()))
                    .orElse(name);
        }

        private String place(Way way) {
            String unit = name(way.folder().workspace());
            return path(way).map(path -> words.say("reach.place", path, unit)).orElse(unit);
        }

        private String name(UnitId unit) {
            return seen(unit)
                    .map(Unit::name)
                    .or(() -> structure.byId(unit).map(Unit::outwardName))
                    .orElse("");
        }

        private Line line(
                Way way,
                String sentence,
                Optional<Unit> through,
                Optional<Integer> people,
                Map<PersonId, String> names,
                int hiding) {
            return new Line(
                    way,
                    sentence,
                    structure.byId(way.folder().workspace()),
                    path(way),
                    through,
                    people,
                    names,
                    hiding);
        }

        private Optional<String> path(Way way) {
            return way.folder().folder().flatMap(workspaces::folder).map(Folder::path);
        }

        private Map<PersonId, String> names(GroupId to, Optional<Unit> through, PersonSet people) {
            Field field =
                    switch (to.part()) {
                        case PEOPLE -> Field.NAMES;
                        case LEADS -> Field.LEADS;
                    };
            if (people.size() > MOST_NAMES || through.filter(u -> sees(field, u)).isEmpty()) {
                return Map.of();
            }
            Map<PersonId, String> names = new HashMap<>();
            accounts.byIds(Set.copyOf(people.list()))
                    .forEach((id, account) -> names.put(id, account.displayName()));
            return names;
        }

        private Optional<Unit> seen(UnitId id) {
            return structure.byId(id).filter(unit -> sees(Field.UNIT, unit));
        }

        private boolean sees(Field field, Unit unit) {
            return SightRule.sees(
                    field,
                    standings.computeIfAbsent(unit.id(), id -> access.standings(viewer, id)),
                    unit.kind());
        }

        private String allowed(Set<Permission> permissions) {
            if (permissions.size() == Permission.values().length) {
                return words.say("reach.may.EVERYTHING");
            }
            return String.join(
                    words.say("reach.and"),
                    permissions.stream()
                            .sorted()
                            .map(permission -> words.say("reach.may." + permission))
                            .toList());
        }
    }
}
