package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Hidden;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Share;

/** Somebody takes what was shared with them out of their own files. */
public final class Declining {
    private Declining() {}

    /**
     * What was shared with a group is hidden from that one person, and whoever shares it is told;
     * what was shared with the person alone ends.
     */
    public static void decline(Visit visit, CloudStore.Batch batch, Share share) {
        if (share.type() == Share.USER) {
            batch.remove(share);
            return;
        }
        batch.put(new Landing(share.id(), visit.uid(), ""));
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
