package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Hidden;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Share;

/** Somebody takes what was shared with them out of their own files. */
public final class Declining {
    private Declining() {}

    /**
     * What was shared with a group is hidden from that one person; what was shared with the person
     * alone ends. Whoever shares it is told, but not of somebody who finds the same in a Team
     * folder of theirs: there Nextcloud 31 takes the person for the owner (tried).
     */
    public static void decline(Visit visit, CloudStore.Batch batch, Share share) {
        if (share.type() == Share.USER) {
            batch.remove(share);
            return;
        }
        batch.put(new Landing(share.id(), visit.uid(), ""));
        boolean foundElsewhere =
                visit.sight(batch.state())
                        .spotOf(share.node())
                        .filter(spot -> !(spot.mount() instanceof Mount.Received))
                        .isPresent();
        if (foundElsewhere) {
            return;
        }
        batch.put(
                new Hidden(
                        batch.next("activity"),
                        share.by(),
                        visit.uid(),
                        share.node(),
                        share.target(),
                        visit.parts().tree().now()));
    }
}
