package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Home;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandfiles.Fact.TeamFolder;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandtalk.Refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one person sees: the own home, the Team folders of their groups, the shares they received.
 * Whatever is not in here does not exist for that person.
 */
public final class Sight {
    private final CloudState state;
    private final String uid;
    private final Function<String, Set<String>> gidsOf;
    private final LocalDate today;
    private final Map<String, Mount> mounts = new TreeMap<>();
    private final Map<Long, Mount> own = new HashMap<>();
    private final Map<Long, Mount> landed = new HashMap<>();
    private final Mount home;
    private final Reach reach;

    /**
     * @param gidsOf the groups of anybody: a share reaches no further than its maker does
     */
    Sight(CloudState state, String uid, Function<String, Set<String>> gidsOf, LocalDate today) {
        this.state = state;
        this.uid = uid;
        this.gidsOf = gidsOf;
        this.today = today;
        reach = new Reach(state, gidsOf, today);
        home =
                new Mount.Home(
                        state.find(Home.class, uid)
                                .flatMap(own -> state.node(own.root()))
                                .orElseThrow());
        teams();
        received();
        own.put(home.root().id(), home);
        for (Mount mount : mounts.values()) {
            (mount instanceof Mount.Team ? own : landed).put(mount.root().id(), mount);
        }
    }

    private Sight(
            CloudState state,
            Mount entrance,
            Function<String, Set<String>> gidsOf,
            LocalDate today) {
        this.state = state;
        this.uid = "";
        this.gidsOf = gidsOf;
        this.today = today;
        reach = new Reach(state, gidsOf, today);
        home = entrance;
        own.put(home.root().id(), home);
    }

    /** What somebody sees who came by a link: what was shared, and nothing around it. */
    static Sight through(
            CloudState state,
            Share link,
            int permissions,
            Function<String, Set<String>> gidsOf,
            LocalDate today) {
        Node root = state.node(link.node()).orElseThrow();
        return new Sight(
                state,
                new Mount.Received("", root, permissions, link, Set.of(link.by())),
                gidsOf,
                today);
    }

    String uid() {
        return uid;
    }

    public CloudState state() {
        return state;
    }

    public Collection<Mount> mounts() {
        return mounts.values();
    }

    public Spot top() {
        return Spot.entrance(home, List.of());
    }

    public Optional<Spot> find(List<String> path) {
        Spot spot = top();
        for (String name : path) {
            Optional<Spot> next = child(spot, FileNames.normal(name));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            spot = next.get();
        }
        return Optional.of(spot);
    }

    public Spot at(List<String> path) {
        return find(path).orElseThrow(() -> Refusal.notFound(located(path)));
    }

    public Optional<Spot> child(Spot spot, String name) {
        Mount mount = spot.isHome() ? mounts.get(name) : null;
        return mount != null
                ? Optional.of(Spot.entrance(mount, List.of(name)))
                : state.child(spot.node().id(), name).flatMap(node -> below(spot, node));
    }

    /** Empty where a rule takes away the reading. */
    private Optional<Spot> below(Spot spot, Node node) {
        int held =
                switch (spot.mount()) {
                    case Mount.Team team when team.folder().acl() ->
                            reach.ruled(
                                    uid, node.id(), spot.held(), reach.most(team.folder(), uid));
                    case Mount.Received shared when state.ruled(node.id()) ->
                            spot.held() & reach.of(shared.makers(), node.id());
                    case Mount.Team _, Mount.Received _, Mount.Home _ -> spot.held();
                };
        return (held & Mount.READ) == 0 ? Optional.empty() : Optional.of(spot.child(node, held));
    }

    /** Whether something lies there that a rule hides from this person. */
    public boolean hides(Spot parent, String name) {
        return child(parent, name).isEmpty()
                && state.child(parent.node().id(), FileNames.normal(name)).isPresent();
    }

    /** The ids of all that this person sees inside. */
    public Set<Long> inside(Spot spot) {
        Set<Long> inside = new HashSet<>();
        state.children(spot.node().id())
                .forEach(node ->
                        below(spot, node)
                                .ifPresent(child -> {
                                    inside.add(node.id());
                                    inside.addAll(inside(child));
                                }));
        return inside;
    }

    /** Whether this person sees all inside, and has this right on all of it. */
    public boolean holdsThroughout(Spot spot, int bit) {
        return state.children(spot.node().id()).stream()
                .allMatch(node ->
                        below(spot, node)
                                .filter(child -> child.allows(bit) && holdsThroughout(child, bit))
                                .isPresent());
    }

    public List<Spot> children(Spot spot) {
        List<Spot> inside = new ArrayList<>();
        for (Node node : state.children(spot.node().id())) {
            if (!spot.isHome() || !mounts.containsKey(node.name())) {
                below(spot, node).ifPresent(inside::add);
            }
        }
        if (spot.isHome()) {
            mounts.values()
                    .forEach(mount -> inside.add(Spot.entrance(mount, List.of(mount.name()))));
        }
        return inside;
    }

    /** Whether this person gets into a folder, or into the root where that is no more. */
    public boolean mayOpen(long folder, long root) {
        return spotOf(state.upwards(folder).isEmpty() ? root : folder).isPresent();
    }

    /** Where this person meets the node: in the home or a Team folder rather than by a share. */
    public Optional<Spot> spotOf(long node) {
        List<Node> way = state.upwards(node);
        return spotOf(way, own).or(() -> spotOf(way, landed));
    }

    private Optional<Spot> spotOf(List<Node> way, Map<Long, Mount> roots) {
        for (int depth = 0; depth < way.size(); depth++) {
            Mount mount = roots.get(way.get(depth).id());
            if (mount != null) {
                Optional<Spot> spot = Optional.of(entrance(mount));
                for (int below = depth - 1; below >= 0; below--) {
                    Node next = way.get(below);
                    spot = spot.flatMap(above -> below(above, next));
                }
                return spot;
            }
        }
        return Optional.empty();
    }

    private Spot entrance(Mount mount) {
        return mount.equals(home) ? top() : Spot.entrance(mount, List.of(mount.name()));
    }

    public boolean reaches(Share share) {
        return switch (share.type()) {
            case Share.USER -> share.with().equals(uid);
            case Share.GROUP -> !share.by().equals(uid) && gidsOf.apply(uid).contains(share.with());
            default -> false;
        };
    }

    public boolean hidden(Share share) {
        return state.find(Landing.class, List.of(share.id(), uid))
                .filter(landing -> landing.name().isEmpty())
                .isPresent();
    }

    /**
     * Nextcloud ends a share at midnight when its expiry begins: that day is the first without it.
     */
    public static boolean live(Share share, LocalDate today) {
        return share.endsOn().isEmpty() || LocalDate.parse(share.endsOn()).isAfter(today);
    }

    /** The changing mark of the top folder, which changes when anything mounted in it does. */
    public String topTag() {
        if (mounts.isEmpty()) {
            return home.root().etag();
        }
        StringBuilder all = new StringBuilder(home.root().etag());
        for (Mount mount : mounts.values()) {
            all.append("::/").append(mount.name()).append('/').append(mount.root().etag());
            all.append(mount.permissions());
        }
        return FileTree.digest(all.toString()).substring(0, 32);
    }

    public static String located(List<String> path) {
        return (path.size() < 2 ? "//" : "/") + String.join("/", path);
    }

    private void teams() {
        for (TeamFolder folder : state.all(TeamFolder.class)) {
            int permissions = reach.onTeamFolder(folder, uid);
            if ((permissions & Mount.READ) != 0) {
                state.node(folder.root())
                        .ifPresent(root ->
                                mounts.putIfAbsent(
                                        folder.mountPoint(),
                                        new Mount.Team(
                                                folder.mountPoint(), root, permissions, folder)));
            }
        }
    }

    private void received() {
        Map<Long, List<Share>> byNode = new LinkedHashMap<>();
        for (Share share : state.all(Share.class)) {
            if (reaches(share) && live(share, today) && !hidden(share)) {
                byNode.computeIfAbsent(share.node(), any -> new ArrayList<>()).add(share);
            }
        }
        byNode.forEach(this::land);
    }

    private void land(long nodeId, List<Share> shares) {
        int permissions = 0;
        for (Share share : shares) {
            permissions |= share.permissions() & reach.on(share.by(), nodeId);
        }
        Optional<Node> node = state.node(nodeId);
        if ((permissions & Mount.READ) == 0 || node.isEmpty()) {
            return;
        }
        Share first = shares.getFirst();
        String wanted =
                state.find(Landing.class, List.of(first.id(), uid))
                        .map(Landing::name)
                        .orElse(first.target());
        String name = wanted;
        for (int n = 2; taken(name); n++) {
            name = numbered(wanted, n, node.get().folder());
        }
        Set<String> makers = shares.stream().map(Share::by).collect(Collectors.toSet());
        mounts.put(name, new Mount.Received(name, node.get(), permissions, first, makers));
    }

    private boolean taken(String name) {
        return mounts.containsKey(name) || state.child(home.root().id(), name).isPresent();
    }

    public static String numbered(String name, int n, boolean folder) {
        int dot = folder ? -1 : name.lastIndexOf('.');
        return dot <= 0
                ? name + " (" + n + ")"
                : name.substring(0, dot) + " (" + n + ")" + name.substring(dot);
    }
}
