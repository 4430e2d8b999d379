package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Fact.Home;
import org.freihafen.sandbox.cloud.Fact.Node;
import org.freihafen.sandbox.cloud.Fact.Share;
import org.freihafen.sandbox.cloud.Fact.TeamFolder;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rights that somebody holds on a file or folder, however they came to them. */
record Reach(CloudState state, Function<String, Set<String>> gidsOf, LocalDate today) {

    int on(String who, long node) {
        return on(who, node, new HashSet<>());
    }

    int onTeamFolder(TeamFolder folder, String who) {
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
                state.teamFolderOn(root).map(folder -> onTeamFolder(folder, who)).orElse(0);
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
