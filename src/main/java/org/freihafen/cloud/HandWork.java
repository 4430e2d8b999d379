package org.freihafen.cloud;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.State;

/**
 * What people did in one cloud by hand, as the last full run saw it: some of it is followed, some
 * left until somebody says a word, and the rest is not desired and so put back.
 */
public interface HandWork {
    /** Finds it in every cloud, in each by itself. */
    interface Everywhere {
        /** In one cloud, of which this is our record. */
        HandWork in(String cloud, CloudIds ids);
    }

    /** The inputs with folders as people renamed, moved, deleted or restored them. */
    CloudInputs followed(CloudInputs now, State<CloudKey, CloudObject> observed);

    /** What a full run is to bring about. */
    State<CloudKey, CloudObject> desired(
            CloudInputs now, CloudInputs followed, State<CloudKey, CloudObject> observed);

    /** What a run with a scope is to bring about: it ends nothing personal but by a word. */
    State<CloudKey, CloudObject> leaving(
            State<CloudKey, CloudObject> observed,
            CloudInputs now,
            State<CloudKey, CloudObject> decided);

    /** The run goes on to write: what it saw is written down and followed. */
    void handOver(RunId run);

    /** Whether nothing came of a share that was to become a grant, so that it must not be ended. */
    boolean stays(CloudKey key);

    /** Hears what came of each change. */
    void settled(Change<CloudKey, CloudObject> change, Outcome outcome);
}
