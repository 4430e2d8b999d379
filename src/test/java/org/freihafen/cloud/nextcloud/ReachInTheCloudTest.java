package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Federation;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Role;
import org.freihafen.reach.Situation;
import org.freihafen.reach.Way;
import org.freihafen.reach.Ways;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What we say that somebody can reach is what they see in their files: no more and no less. */
class ReachInTheCloudTest {
    private static final String PASSWORD = "geheim";
    private static final List<Set<Permission>> ALLOWED =
            List.of(
                    Federation.READ,
                    Set.of(Permission.READ, Permission.CREATE),
                    Set.of(Permission.READ, Permission.EDIT),
                    Federation.ALL);

    private record Belonging(PersonId person, Unit unit, Role role) {}

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void everybody_sees_in_the_cloud_what_we_say_that_they_reach(
            @ForAll @IntRange(max = 100_000) int seed) throws Exception {
        Random random = new Random(seed);
        Path directory = Files.createTempDirectory("reach");
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory)) {
            List<Belonging> belongings = found(cloud.federation, random);
            people(cloud, belongings);
            assertThat(cloud.fullRun().values()).allMatch(new Outcome.Applied()::equals);
            compare(cloud, belongings);

            reshape(cloud.federation, random, belongings);
            people(cloud, belongings);
            killed(cloud, 1 + random.nextInt(6));
            cloud.fullRun();
            compare(cloud, belongings);
            assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
        }
    }

    /** Freihafen dies in the middle of the run and starts again. */
    private static void killed(EmbeddedNextcloud cloud, int atWrite) throws TargetUnavailable {
        cloud.crashAtWrite(atWrite);
        try {
            cloud.fullRun();
        } catch (RuntimeException | CrashingCloudIds.Killed killed) {
            assertThat(killed).hasStackTraceContaining("killed");
        }
        cloud.crashAtWrite(0);
        cloud.connect();
    }

    /** Two groups of one kind are merged, one is dissolved, another renamed. */
    private static void reshape(Federation federation, Random random, List<Belonging> belongings) {
        List<Unit> groups =
                new ArrayList<>(
                        federation.get().structure().living().stream()
                                .filter(unit -> unit.kind().name().equals("working-group"))
                                .toList());
        Collections.shuffle(groups, random);
        Unit merged = groups.get(0);
        Unit heir = groups.get(1);
        federation.merge(merged, heir);
        List.copyOf(belongings).stream()
                .filter(each -> each.unit().equals(merged))
                .forEach(each -> belongings.add(new Belonging(each.person(), heir, Role.MEMBER)));
        federation.rename(heir, "AG Neu");
        federation.dissolve(groups.get(2));
        if (random.nextBoolean()) {
            federation.restore(groups.get(2));
        }
    }

    private static void compare(EmbeddedNextcloud cloud, List<Belonging> belongings)
            throws Exception {
        CloudInputs inputs = cloud.federation.get();
        List<Group> groups = groups(inputs, belongings);
        Map<String, FolderRef> probes = probes(cloud);
        for (PersonId person : people(belongings)) {
            Set<GroupId> own =
                    groups.stream()
                            .filter(group -> group.members().contains(person))
                            .map(Group::id)
                            .collect(Collectors.toSet());
            Seen seen = Seen.by(cloud.server.address(), person.toString(), PASSWORD);
            compare(probes, inputs, own, seen);
        }
    }

    private static void compare(
            Map<String, FolderRef> probes, CloudInputs inputs, Set<GroupId> own, Seen seen) {
        Ways ways =
                new Ways(
                        new Situation(
                                inputs.structure(),
                                inputs.workspaces(),
                                inputs.folders(),
                                inputs.grants(),
                                inputs.entrants(),
                                inputs.today()));
        probes.forEach((fileId, folder) ->
                assertThat(seen.folders().getOrDefault(fileId, Set.of()))
                        .as(folder.toString())
                        .isEqualTo(allowed(ways.onto(folder), own)));
    }

    /**
     * A folder in each that we know, by file id: what somebody may do with it is what they may do
     * in the folder. The mount of a share itself can always be renamed and taken off by whoever
     * received it, so it does not tell.
     */
    private static Map<String, FolderRef> probes(EmbeddedNextcloud cloud) throws Exception {
        Map<CloudKey, CloudObject> there = new HashMap<>();
        cloud.federation.desired().forEach(there::put);
        Map<String, FolderRef> probes = new HashMap<>();
        try (EmbeddedNextcloud.Account service = cloud.service()) {
            for (Map.Entry<CloudKey, CloudObject> each : there.entrySet()) {
                Optional<FolderRef> folder = folder(each.getKey(), each.getValue());
                if (folder.isPresent()) {
                    String path = path(each.getValue(), there) + "/Probe";
                    service.dav().make(path, Session.Cookies.NONE);
                    probes.put(service.dav().fileId(path).orElseThrow(), folder.get());
                }
            }
        }
        return probes;
    }

    private static Optional<FolderRef> folder(CloudKey key, CloudObject object) {
        return switch (key) {
            case OfWorkspace(UnitId unit) -> Optional.of(FolderRef.whole(unit));
            case OfFolder(FolderId id) when object instanceof FolderObject in ->
                    Optional.of(new FolderRef(in.workspace(), Optional.of(id)));
            default -> Optional.empty();
        };
    }

    private static String path(CloudObject object, Map<CloudKey, CloudObject> there) {
        return switch (object) {
            case WorkspaceObject workspace -> "/" + workspace.name();
            case FolderObject folder ->
                    path(
                                    Objects.requireNonNull(
                                            there.get(new OfWorkspace(folder.workspace()))),
                                    there)
                            + "/"
                            + folder.path();
            default -> throw new IllegalArgumentException("no folder: " + object);
        };
    }

    private static Set<Permission> allowed(List<Way> ways, Set<GroupId> own) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        ways.stream()
                .filter(way -> way.group().filter(own::contains).isPresent())
                .forEach(way -> allowed.addAll(way.permissions()));
        return allowed;
    }

    private static List<Group> groups(CloudInputs inputs, List<Belonging> belongings) {
        GroupDesign design = new GroupDesign(inputs.structure(), _ -> true);
        belongings.forEach(each -> design.of(each.person(), each.unit().id(), each.role()));
        return design.groups();
    }

    private static List<PersonId> people(List<Belonging> belongings) {
        return belongings.stream().map(Belonging::person).distinct().toList();
    }

    private static void people(EmbeddedNextcloud cloud, List<Belonging> belongings) {
        CloudInputs inputs = cloud.federation.get();
        people(belongings)
                .forEach(person -> cloud.users.person(person.toString(), PASSWORD, "Beispiel"));
        inputs.structure().all().stream()
                .filter(unit -> !inputs.structure().hasGroups(unit))
                .forEach(unit -> {
                    cloud.users.dissolve(unit.key().value());
                    cloud.users.dissolve(unit.key() + "-leads");
                });
        for (Group group : groups(inputs, belongings)) {
            cloud.users.group(
                    group.name(),
                    group.label(),
                    group.members().list().stream().map(PersonId::toString).toArray(String[]::new));
        }
    }

    private static List<Belonging> found(Federation federation, Random random) {
        List<Unit> units = new ArrayList<>();
        units.add(federation.root());
        Unit state = federation.unit("sn", "state", "Landesverband Sachsen");
        units.add(state);
        Unit district = federation.unit("sn-1", "district", "Kreisverband Görlitz", state);
        units.add(district);
        units.add(federation.unit("sn-vorstand", "board", "Vorstand Sachsen", state));
        for (int i = 0; i < 4; i++) {
            units.add(federation.group("ag-" + i, "AG " + random.nextInt(3)));
        }
        List<Folder> folders = new ArrayList<>();
        for (Unit unit : units) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Folder folder = federation.folder(unit, "Ordner " + i);
                folders.add(folder);
                if (random.nextBoolean()) {
                    folders.add(federation.folder(unit, folder.path() + "/innen"));
                }
            }
        }
        List<Belonging> belongings = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            PersonId person = new PersonId(new UUID(7, i));
            if (random.nextBoolean()) {
                belongings.add(new Belonging(person, district, Role.MEMBER));
            }
            for (Unit unit : units) {
                if (!unit.kind().byRegister() && random.nextInt(3) == 0) {
                    Role role = random.nextInt(3) == 0 ? Role.LEAD : Role.MEMBER;
                    belongings.add(new Belonging(person, unit, role));
                }
            }
        }
        folders.stream()
                .filter(_ -> random.nextInt(5) == 0)
                .forEach(folder -> federation.close(folder, Closing.LEADS));
        grant(federation, random, units, folders);
        if (random.nextBoolean()) {
            federation.end(units.getLast());
        }
        return belongings;
    }

    private static void grant(
            Federation federation, Random random, List<Unit> units, List<Folder> folders) {
        for (int i = 0; i < 10; i++) {
            Unit to = units.get(random.nextInt(units.size()));
            Unit giver = units.get(random.nextInt(units.size()));
            FolderRef folder =
                    folders.isEmpty() || random.nextInt(3) == 0
                            ? FolderRef.whole(giver.id())
                            : FolderRef.of(folders.get(random.nextInt(folders.size())));
            if (!folder.workspace().equals(to.id())) {
                federation.grant(
                        folder,
                        new GroupId(to.id(), random.nextInt(4) == 0 ? Part.LEADS : Part.PEOPLE),
                        ALLOWED.get(random.nextInt(ALLOWED.size())),
                        Optional.empty());
            }
        }
    }
}
