package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Home;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.PathRule;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandfiles.Fact.TeamFolder;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rights that somebody holds on a file or folder, however they came to them. */
record Reach(CloudState state, Function<String, Set<String>> gidsOf, LocalDate today) {

    /** What any of them holds. */
    int of(Set<String> some, long node) {
        return some.stream().mapToInt(who -> on(who, node)).reduce(0, (one, other) -> one | other);
    }

    int on(String who, long node) {
        return on(who, node, new HashSet<>());
    }

    /** On the folder itself, as its rules leave it. */
    int onTeamFolder(TeamFolder folder, String who) {
        int most = most(folder, who);
        return folder.acl() ? ruled(who, folder.root(), most, most) : most;
    }

    /** What the rules of a place make of the rights that somebody holds above it. */
    int ruled(String who, long node, int held, int most) {
        int mask = 0;
        int permissions = 0;
        Set<String> gids = gidsOf.apply(who);
        for (PathRule rule : state.rulesOn(node)) {
            boolean concerned =
                    rule.type().equals(PathRule.GROUP)
                            ? gids.contains(rule.id())
                            : rule.id().equals(who);
            if (concerned) {
                mask |= rule.mask();
                permissions |= rule.permissions() & rule.mask();
            }
        }
        return ((held & ~mask) | permissions) & most;
    }

    private int within(TeamFolder folder, String who, List<Node> way) {
        int most = most(folder, who);
        int held = most;
        for (int above = way.size() - 1; folder.acl() && above >= 0; above--) {
            held = ruled(who, way.get(above).id(), held, most);
            if ((held & Mount.READ) == 0) {
                return 0;
            }
        }
        return held;
    }

    /** By the groups on the folder: no rule gives more. */
    int most(TeamFolder folder, String who) {
        int permissions = 0;
        Set<String> gids = gidsOf.apply(who);
        for (Map.Entry<String, Integer> group : state.groupsOf(folder.id()).entrySet()) {
            if (gids.contains(group.getKey())) {
                permissions |= group.getValue();
            }
        }
        return permissions;
    }

    private int on(String who, long node, Set<String> asked) {
        List<Node> way = state.upwards(node);
        if (way.isEmpty() || !asked.add(who + "/" + node)) {
            return 0;
        }
        long root = way.getLast().id();
        if (state.find(Home.class, who).filter(own -> own.root() == root).isPresent()) {
            return Mount.ALL;
        }
        int permissions =
                state.teamFolderOn(root).map(folder -> within(folder, who, way)).orElse(0);
        Set<String> gids = gidsOf.apply(who);
        for (Node above : way) {
            for (Share share : state.sharesOf(above.id())) {
                boolean reached =
                        share.type() == Share.USER
                                ? share.with().equals(who)
                                : gids.contains(share.with());
                if (reached && !share.by().equals(who) && Sight.live(share, today)) {
                    permissions |= share.permissions() & on(share.by(), above.id(), asked);
                }
            }
        }
        return permissions;
    }
}
