package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Home;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.Accounts.Visitor;
import org.freihafen.sandtalk.CloudRequest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request of somebody who signed in, and what that person sees while it lasts. */
public record Visit(
        CloudRequest request,
        Visitor visitor,
        Set<String> gids,
        Optional<Long> link,
        CloudParts parts) {

    /** Lets somebody in: their groups become known to the cloud, and they have a home. */
    public static Visit begin(CloudRequest request, Visitor visitor, CloudParts parts) {
        Set<String> gids = parts.accounts().gidsOf(visitor.uid());
        boolean atHome =
                parts.store().read(state -> state.find(Home.class, visitor.uid()).isPresent());
        if (!atHome) {
            parts.store().write(batch -> parts.tree().home(batch, visitor.uid()));
        }
        return new Visit(request, visitor, gids, Optional.empty(), parts);
    }

    /** Lets somebody in who has a link, on behalf of whoever made it. */
    public static Visit through(CloudRequest request, Share link, CloudParts parts) {
        return new Visit(
                request,
                new Visitor(link.by(), link.by(), ""),
                parts.accounts().gidsOf(link.by()),
                Optional.of(link.id()),
                parts);
    }

    public String uid() {
        return visitor.uid();
    }

    public boolean administersTeamFolders() {
        return parts.accounts().service(uid()).isPresent();
    }

    public Sight sight(CloudState state) {
        return link.flatMap(id -> state.find(Share.class, id))
                .map(share -> through(state, share))
                .orElseGet(() -> look(state, uid()));
    }

    private Sight through(CloudState state, Share share) {
        int held = new Reach(state, _ -> gids, parts.today()).on(share.by(), share.node());
        return Sight.through(state, share, share.permissions() & held, _ -> gids, parts.today());
    }

    private Sight look(CloudState state, String who) {
        Map<String, Set<String>> known = new HashMap<>();
        known.put(uid(), gids);
        return new Sight(
                state,
                who,
                other ->
                        known.computeIfAbsent(
                                other, uid -> parts.accounts().knownGidsOf(state, uid)),
                parts.today());
    }
}
