package org.freihafen.reshape;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.cloud.CloudDesign;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.membership.Role;
import org.freihafen.reach.Situation;
import org.freihafen.reconcile.State;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds whatever happens to units, in whatever order. */
class ReshapeLawsTest {
    private final Harbour h = new Harbour();
    private final Actor admin = Harbour.as(h.bo);
    private final List<Unit> groups = new ArrayList<>();

    @Property(tries = 60)
    void no_key_comes_twice_no_data_is_lost_and_a_grant_survives_all_but_dissolution(
            @ForAll long seed) {
        ReshapeLawsTest fresh = new ReshapeLawsTest();
        fresh.found(new Random(seed));
        fresh.live(new Random(seed));
    }

    private void found(Random random) {
        h.duties.give(new DutyHeld(h.bo, Duty.ADMINISTRATOR, h.federation.id(), Optional.empty()));
        groups.add(h.umwelt);
        groups.add(h.digital);
        h.workspaces.add(new Workspace(h.digital.id(), "working", false));
        for (int i = 0; i < 3; i++) {
            Unit unit = h.founded("ag-" + i, "AG " + "Nord Ost Süd".split(" ", -1)[i]);
            groups.add(unit);
            h.workspaces.add(new Workspace(unit.id(), "working", false));
            h.everybody().stream()
                    .filter(person -> !person.equals(h.bo) && random.nextBoolean())
                    .forEach(person ->
                            h.belong(
                                    person,
                                    unit,
                                    random.nextInt(3) == 0 ? Role.LEAD : Role.MEMBER));
        }
        for (Unit giver : groups) {
            lead(giver);
            for (Unit to : groups) {
                if (!giver.equals(to) && random.nextInt(3) == 0) {
                    h.granting()
                            .grant(
                                    admin,
                                    new Granting.Wish(
                                            FolderRef.whole(giver.id()),
                                            new GroupId(to.id(), Part.PEOPLE),
                                            Set.of(Permission.READ),
                                            Optional.empty(),
                                            "Klausur"));
                }
            }
        }
    }

    private void lead(Unit unit) {
        if (h.memberships.of(h.bo, unit.id(), h.today).isEmpty()) {
            h.belong(h.bo, unit, Role.LEAD);
        }
    }

    private void live(Random random) {
        Map<GroupId, String> names = new HashMap<>();
        for (int step = 0; step < 12; step++) {
            Situation before = h.foreseeing().now();
            Set<CloudKey> workspaces = desired().keys().stream().collect(Collectors.toSet());
            Set<GrantId> ended = step(random);
            Situation now = h.foreseeing().now();

            assertThat(keys(now)).doesNotHaveDuplicates().containsAll(keys(before));
            assertThat(now.workspaces()).hasSameSizeAs(before.workspaces());
            assertThat(now.folders()).containsAll(before.folders());
            assertThat(desired().keys()).containsAll(lasting(workspaces));
            assertThat(workspaceNames()).doesNotHaveDuplicates();
            assertThat(ids(now.grants()))
                    .containsAll(
                            ids(before.grants()).stream()
                                    .filter(id -> !ended.contains(id))
                                    .toList());
            for (Group group : new GroupDesign(now.structure(), _ -> true).groups()) {
                assertThat(names.merge(group.id(), group.name(), (was, _) -> was))
                        .isEqualTo(group.name());
            }
        }
    }

    /** One change; the grants that it was said to end. */
    private Set<GrantId> step(Random random) {
        Unit unit = groups.get(random.nextInt(groups.size()));
        Unit other = groups.get(random.nextInt(groups.size()));
        Optional<Reshape> reshape =
                switch (random.nextInt(7)) {
                    case 0 -> Optional.of(new Reshape.Move(unit.id(), h.federation.id()));
                    case 1, 2 -> Optional.of(new Reshape.Merge(unit.id(), other.id()));
                    case 3 -> Optional.of(new Reshape.Dissolve(unit.id()));
                    case 4 -> Optional.of(new Reshape.Restore(unit.id()));
                    default -> Optional.empty();
                };
        if (reshape.isEmpty()) {
            if (random.nextBoolean()) {
                h.changingUnits().rename(admin, unit.id(), "AG " + random.nextInt(99) + "er Kreis");
                return Set.of();
            }
            return decide(random);
        }
        return switch (h.reshaping().show(admin, reshape.get())) {
            case Decision.Refused<Consequences> _ -> Set.of();
            case Decision.Done<Consequences>(Consequences shown) -> {
                Situation foreseen = Afterwards.of(reshape.get(), h.foreseeing().now());
                assertThat(h.reshaping().carryOut(admin, reshape.get(), shown.hash()).refusal())
                        .isEmpty();
                assertThat(h.foreseeing().between(foreseen, h.foreseeing().now()).shifts())
                        .as("%s is as it was shown", reshape.get())
                        .isEmpty();
                yield ids(shown.ending());
            }
        };
    }

    private Set<GrantId> decide(Random random) {
        List<Grant> waiting =
                h.grants.all(h.today).stream()
                        .filter(grant -> Succession.heir(grant, h.units.structure()).isPresent())
                        .toList();
        if (waiting.isEmpty()) {
            return Set.of();
        }
        Grant grant = waiting.get(random.nextInt(waiting.size()));
        boolean pass = random.nextBoolean();
        if (h.access.allows(admin, Action.GRANT, grant.folder().workspace())) {
            h.succession().decide(admin, grant.id(), pass);
        }
        return pass ? Set.of() : Set.of(grant.id());
    }

    private State<CloudKey, CloudObject> desired() {
        return new CloudDesign(
                        "working",
                        CloudInputs.read(
                                h.units,
                                h.workspaces,
                                h.grants,
                                h.ceilings(),
                                h.passwords,
                                h.drifts,
                                h.shownAnew,
                                Entrants.byKind(),
                                h.today))
                .desired();
    }

    private List<String> workspaceNames() {
        List<String> names = new ArrayList<>();
        desired()
                .forEach((_, object) -> {
                    if (object instanceof WorkspaceObject workspace) {
                        names.add(workspace.name());
                    }
                });
        return names;
    }

    private static List<CloudKey> lasting(Set<CloudKey> keys) {
        return keys.stream().filter(key -> !(key instanceof CloudKey.OfShare)).toList();
    }

    private static List<UnitKey> keys(Situation situation) {
        return situation.structure().all().stream().map(Unit::key).toList();
    }

    private static Set<GrantId> ids(List<Grant> grants) {
        return grants.stream().map(Grant::id).collect(Collectors.toSet());
    }
}
