package org.freihafen.sandfiles;

import org.freihafen.sandfiles.Fact.FolderGroup;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.PathRule;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandfiles.Fact.TeamFolder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All facts in memory, with the few indexes that questions need. Not safe for threads by itself.
 */
public final class CloudState {
    private final Map<Class<?>, Map<Object, Fact>> tables = new HashMap<>();
    private final Map<Long, NavigableMap<String, Long>> children = new HashMap<>();
    private final Map<Long, NavigableMap<Long, Share>> sharesOfNode = new HashMap<>();
    private final Map<Long, Map<String, Integer>> groupsOfFolder = new HashMap<>();
    private final Map<Long, TeamFolder> folderOfRoot = new HashMap<>();
    private final Map<Long, Map<Object, PathRule>> rulesOfNode = new HashMap<>();

    Optional<Fact> put(Fact fact) {
        if (fact instanceof Node node && node.parent() > Node.ROOT) {
            mustBeFree(node);
        }
        Map<Object, Fact> table = table(fact.getClass());
        Fact before = table.get(fact.key());
        if (before != null) {
            forget(before);
        }
        table.put(fact.key(), fact);
        index(fact);
        return Optional.ofNullable(before);
    }

    Optional<Fact> remove(Fact fact) {
        Fact before = table(fact.getClass()).remove(fact.key());
        if (before != null) {
            forget(before);
        }
        return Optional.ofNullable(before);
    }

    public <T extends Fact> Optional<T> find(Class<T> type, Object key) {
        return Optional.ofNullable(table(type).get(key)).map(type::cast);
    }

    public <T extends Fact> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Fact fact : table(type).values()) {
            all.add(type.cast(fact));
        }
        return all;
    }

    void each(Consumer<Fact> consumer) {
        tables.values().forEach(table -> table.values().forEach(consumer));
    }

    public Optional<Node> node(long id) {
        return find(Node.class, id);
    }

    public Optional<Node> child(long parent, String name) {
        NavigableMap<String, Long> names = children.get(parent);
        return names == null
                ? Optional.empty()
                : Optional.ofNullable(names.get(name)).flatMap(this::node);
    }

    public List<Node> children(long parent) {
        List<Node> nodes = new ArrayList<>();
        for (long id : children.getOrDefault(parent, Collections.emptyNavigableMap()).values()) {
            node(id).ifPresent(nodes::add);
        }
        return nodes;
    }

    public Collection<Share> sharesOf(long node) {
        return sharesOfNode.getOrDefault(node, Collections.emptyNavigableMap()).values();
    }

    public Map<String, Integer> groupsOf(long folder) {
        return groupsOfFolder.getOrDefault(folder, Map.of());
    }

    public Collection<PathRule> rulesOn(long node) {
        return rulesOfNode.getOrDefault(node, Map.of()).values();
    }

    /** Whether the node lies in a Team folder that obeys rules by path. */
    public boolean ruled(long node) {
        List<Node> way = upwards(node);
        return !way.isEmpty()
                && teamFolderOn(way.getLast().id()).filter(TeamFolder::acl).isPresent();
    }

    public Optional<TeamFolder> teamFolderOn(long root) {
        return Optional.ofNullable(folderOfRoot.get(root));
    }

    /** The node and what it lies in, up to its root; empty when any of it is deleted. */
    public List<Node> upwards(long id) {
        List<Node> way = new ArrayList<>();
        long next = id;
        while (next != Node.ROOT) {
            Optional<Node> node = node(next);
            if (node.isEmpty()) {
                return List.of();
            }
            way.add(node.get());
            next = node.get().parent();
        }
        return way;
    }

    int size() {
        return tables.values().stream().mapToInt(Map::size).sum();
    }

    private Map<Object, Fact> table(Class<?> type) {
        return tables.computeIfAbsent(type, any -> new LinkedHashMap<>());
    }

    private void index(Fact fact) {
        switch (fact) {
            case Node node when node.parent() > Node.ROOT ->
                    children.computeIfAbsent(node.parent(), any -> new TreeMap<>())
                            .put(node.name(), node.id());
            case Share share ->
                    sharesOfNode
                            .computeIfAbsent(share.node(), any -> new TreeMap<>())
                            .put(share.id(), share);
            case FolderGroup group ->
                    groupsOfFolder
                            .computeIfAbsent(group.folder(), any -> new LinkedHashMap<>())
                            .put(group.gid(), group.permissions());
            case TeamFolder folder -> folderOfRoot.put(folder.root(), folder);
            case PathRule rule ->
                    rulesOfNode
                            .computeIfAbsent(rule.node(), any -> new LinkedHashMap<>())
                            .put(rule.key(), rule);
            default -> {}
        }
    }

    /** A name belongs to one node: whoever puts another there did not ask first. */
    private void mustBeFree(Node node) {
        child(node.parent(), node.name())
                .filter(other -> other.id() != node.id())
                .ifPresent(other -> {
                    throw new IllegalStateException(node.id() + " would hide " + other.id());
                });
    }

    private void forget(Fact fact) {
        switch (fact) {
            case Node node when node.parent() > Node.ROOT -> {
                NavigableMap<String, Long> names = children.get(node.parent());
                if (names != null) {
                    names.remove(node.name(), node.id());
                    if (names.isEmpty()) {
                        children.remove(node.parent());
                    }
                }
            }
            case Share share -> {
                NavigableMap<Long, Share> shares = sharesOfNode.get(share.node());
                if (shares != null) {
                    shares.remove(share.id());
                }
            }
            case FolderGroup group -> {
                Map<String, Integer> groups = groupsOfFolder.get(group.folder());
                if (groups != null) {
                    groups.remove(group.gid());
                }
            }
            case TeamFolder folder -> folderOfRoot.remove(folder.root());
            case PathRule rule -> {
                Map<Object, PathRule> rules = rulesOfNode.get(rule.node());
                if (rules != null) {
                    rules.remove(rule.key());
                }
            }
            default -> {}
        }
    }
}
