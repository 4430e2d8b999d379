package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.State;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds Team folders that are in no record against units whose workspaces lie, or will lie, on the
 * same cloud, by their names for people.
 */
public final class TeamFolderMatches {
    private final String cloud;
    private final CloudInputs inputs;
    private final Map<UnitId, String> clouds = new HashMap<>();
    private final Set<UnitId> linked = new HashSet<>();
    private final Map<Foreign, Unit> alike = new LinkedHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Foreign> unmatched = new ArrayList<>();

    private TeamFolderMatches(String cloud, CloudInputs inputs, List<CloudIds.Known> known) {
        this.cloud = cloud;
        this.inputs = inputs;
        inputs.workspaces().forEach(each -> clouds.put(each.unit(), each.cloud()));
        for (CloudIds.Known row : known) {
            if (row.key() instanceof OfWorkspace(UnitId unit)) {
                linked.add(unit);
            }
        }
    }

    /**
     * A Team folder that is a unit's workspace, as far as one can see.
     *
     * @param opening what people call the groups that the next run would put on it
     * @param closing the groups that it would take off
     */
    public record Match(Unit unit, Foreign folder, List<String> opening, List<String> closing) {}

    /** One about which somebody must decide first. */
    public record Conflict(Foreign folder, Saying reason) {}

    /** What could be linked; the unmatched are like no unit and stay as they are. */
    public record Report(List<Match> matches, List<Conflict> conflicts, List<Foreign> unmatched) {}

    /**
     * All that can be told without writing anything.
     *
     * @param known our record of the cloud
     */
    public static Report of(
            String cloud, CloudInputs inputs, List<CloudIds.Known> known, List<Foreign> folders) {
        TeamFolderMatches report = new TeamFolderMatches(cloud, inputs, known);
        Map<String, Integer> sameName = new HashMap<>();
        folders.forEach(folder -> sameName.merge(folded(folder.name()), 1, Integer::sum));
        Map<String, List<Unit>> byName = report.units();
        for (Foreign folder : folders) {
            String name = folded(folder.name());
            List<Unit> units = byName.getOrDefault(name, List.of());
            report.judge(folder, units, sameName.getOrDefault(name, 0) > 1);
        }
        return new Report(
                report.matches(), List.copyOf(report.conflicts), List.copyOf(report.unmatched));
    }

    private void judge(Foreign folder, List<Unit> units, boolean twice) {
        if (units.isEmpty()) {
            unmatched.add(folder);
        } else if (twice || units.size() > 1) {
            conflicts.add(new Conflict(folder, Saying.of("adoption.folders-alike", folder.name())));
        } else if (linked.contains(units.getFirst().id())) {
            conflicts.add(
                    new Conflict(
                            folder, Saying.of("adoption.has-folder", units.getFirst().name())));
        } else {
            alike.put(folder, units.getFirst());
        }
    }

    private Map<String, List<Unit>> units() {
        Map<String, List<Unit>> byName = new HashMap<>();
        for (Unit unit : inputs.structure().living()) {
            if (cloud.equals(cloudOf(unit))) {
                byName.computeIfAbsent(folded(unit.outwardName()), _ -> new ArrayList<>())
                        .add(unit);
            }
        }
        return byName;
    }

    private String cloudOf(Unit unit) {
        return Optional.ofNullable(clouds.get(unit.id())).or(() -> unit.kind().cloud()).orElse("");
    }

    /** As if all that are alike were linked. */
    private List<Match> matches() {
        if (alike.isEmpty()) {
            return List.of();
        }
        Map<GroupId, String> labels = inputs.labels();
        CloudInputs all =
                inputs.having(
                        alike.values().stream()
                                .map(unit -> new Workspace(unit.id(), cloud, false))
                                .toList());
        State<CloudKey, CloudObject> desired = new CloudDesign(cloud, all).desired();
        return alike.entrySet().stream()
                .map(each ->
                        match(
                                each.getValue(),
                                each.getKey(),
                                groups(desired, each.getValue()),
                                labels))
                .toList();
    }

    private static Set<GroupId> groups(State<CloudKey, CloudObject> desired, Unit unit) {
        return desired.get(new OfWorkspace(unit.id())).orElse(null)
                        instanceof WorkspaceObject workspace
                ? workspace.groups().keySet()
                : Set.of();
    }

    private static Match match(
            Unit unit, Foreign folder, Set<GroupId> wanted, Map<GroupId, String> labels) {
        WorkspaceObject seen = folder.seen();
        Set<String> opening = new TreeSet<>();
        Set<String> closing = new TreeSet<>(seen.strangers().keySet());
        wanted.stream()
                .filter(group -> !seen.groups().containsKey(group))
                .forEach(group -> opening.add(labels.getOrDefault(group, "")));
        seen.groups().keySet().stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> closing.add(labels.getOrDefault(group, "")));
        return new Match(unit, folder, List.copyOf(opening), List.copyOf(closing));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
