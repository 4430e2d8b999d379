package org.freihafen.cloud;

import org.freihafen.groups.GroupDesign;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Workspace;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What workspaces and the folders in them are called in a cloud. A workspace has its unit's outward
 * name, unique in the cloud, with the unit's key appended where it has to be and when it is
 * archived. A folder carries the workspace's name before its own, because a cloud shows a shared
 * folder to its grantees under the name that it has (docs/decisions/0030).
 */
public final class WorkspaceNames {
    private static final int LONGEST_WORKSPACE_BYTES = 120;
    private static final int LONGEST_BYTES = 250;
    private static final String BETWEEN = " – ";

    private final Map<UnitId, String> names = new HashMap<>();

    WorkspaceNames(Structure structure, List<Workspace> workspaces) {
        Set<String> ambiguous = GroupDesign.ambiguousNames(structure);
        Set<String> taken = new HashSet<>();
        Map<Unit, Workspace> byUnit = new HashMap<>();
        for (Workspace workspace : workspaces) {
            structure.byId(workspace.unit()).ifPresent(unit -> byUnit.put(unit, workspace));
        }
        byUnit.keySet().stream()
                .sorted(
                        Comparator.comparing((Unit unit) ->
                                        archived(owner(structure, unit), byUnit.get(unit)))
                                .thenComparing(Unit::key))
                .forEach(unit -> {
                    String key = " (" + unit.outwardKey().value().toUpperCase(Locale.ROOT) + ")";
                    String name =
                            archived(owner(structure, unit), byUnit.get(unit))
                                    ? readable(unit.outwardName()) + key
                                    : readable(GroupDesign.label(unit, ambiguous));
                    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
                        name += key;
                    }
                    names.put(unit.id(), name);
                });
    }

    private static Unit owner(Structure structure, Unit unit) {
        return structure.heir(unit.id()).orElse(unit);
    }

    static boolean archived(Unit owner, @Nullable Workspace workspace) {
        return owner.ended() || (workspace != null && workspace.archived());
    }

    public String of(UnitId unit) {
        return names.getOrDefault(unit, unit.toString());
    }

    /** A folder's path in the cloud, below its workspace. */
    public String path(UnitId unit, String path) {
        return Arrays.stream(path.split("/", -1))
                .map(name -> {
                    int room = LONGEST_BYTES - bytes(name) - bytes(BETWEEN);
                    return cut(of(unit), room) + BETWEEN + name;
                })
                .collect(Collectors.joining("/"));
    }

    /** The path of a folder that lies there in the cloud: the other way of {@link #path}. */
    public String plain(UnitId unit, String cloudPath) {
        return Arrays.stream(cloudPath.split("/", -1))
                .map(name -> withoutWorkspace(unit, name))
                .collect(Collectors.joining("/"));
    }

    /** What people wrote themselves stays, though it may begin like the workspace. */
    private String withoutWorkspace(UnitId unit, String name) {
        for (int end = name.indexOf(BETWEEN); end > 0; end = name.indexOf(BETWEEN, end + 1)) {
            String own = name.substring(end + BETWEEN.length());
            int room = LONGEST_BYTES - bytes(own) - bytes(BETWEEN);
            if (room > 0 && name.substring(0, end).equals(cut(of(unit), room))) {
                return own;
            }
        }
        return name;
    }

    /** A name that every cloud and every computer can write; a slash would make a nested mount. */
    private static String readable(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .replaceAll("[\\\\/<>:\"|?*\\p{Cntrl}]", "-")
                        .replaceAll("^[.\\s]+|[.\\s]+$", "");
        return cut(plain.isEmpty() ? "-" : plain, LONGEST_WORKSPACE_BYTES);
    }

    private static String cut(String name, int bytes) {
        String shorter = name;
        while (bytes(shorter) > bytes) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.strip();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
