package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Accounts.Visitor;
import org.freihafen.sandbox.cloud.Fact.Home;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One request of somebody who signed in, and what that person sees while it lasts. */
record Visit(CloudRequest request, Visitor visitor, Set<String> gids, CloudParts parts) {

    /** Lets somebody in: their groups become known to the cloud, and they have a home. */
    static Visit begin(CloudRequest request, Visitor visitor, CloudParts parts) {
        Set<String> gids = parts.accounts().gidsOf(visitor.uid());
        boolean atHome =
                parts.store().read(state -> state.find(Home.class, visitor.uid()).isPresent());
        if (!atHome) {
            parts.store().write(batch -> parts.tree().home(batch, visitor.uid()));
        }
        return new Visit(request, visitor, gids, parts);
    }

    String uid() {
        return visitor.uid();
    }

    boolean administersTeamFolders() {
        return parts.accounts().service(uid()).isPresent();
    }

    Sight sight(CloudState state) {
        return look(state, uid());
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
