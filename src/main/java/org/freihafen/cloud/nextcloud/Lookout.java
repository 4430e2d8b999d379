package org.freihafen.cloud.nextcloud;

import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks where folders are that no share shows: in each full run so many as its requests can ask
 * for, where there are more of them in turn.
 */
final class Lookout {
    private static final Logger LOG = System.getLogger(Lookout.class.getName());

    private final Dav dav;
    private int turn;
    private int left;

    Lookout(Dav dav) {
        this.dav = dav;
    }

    /**
     * What came of looking.
     *
     * @param asked the files whose turn it was
     * @param found where those of them are that are anywhere
     */
    record Looked(Set<String> asked, Map<String, String> found) {}

    /** A full run begins that has so many requests for this. */
    synchronized int begin(int requests) {
        left = requests;
        return requests;
    }

    /** How many of them were not needed. */
    synchronized int left() {
        return left;
    }

    /** Looks for those of the files whose turn it is; their order is the same each time. */
    synchronized Looked look(List<String> fileIds) throws TargetUnavailable {
        Set<String> asked = new HashSet<>();
        Map<String, String> found = new HashMap<>();
        try {
            while (left > 0 && asked.size() < fileIds.size()) {
                left--;
                List<String> some = next(fileIds);
                found.putAll(dav.find(some));
                asked.addAll(some);
            }
        } catch (CloudSaidNo e) {
            LOG.log(Level.WARNING, "{0} Folders are taken to be where they were.", e.why());
        }
        return new Looked(asked, found);
    }

    private List<String> next(List<String> fileIds) {
        List<String> some = new ArrayList<>();
        int most = Math.min(Dav.MOST_SEARCHED, fileIds.size());
        for (int i = 0; i < most; i++) {
            some.add(fileIds.get((turn + i) % fileIds.size()));
        }
        turn = (turn + most) % fileIds.size();
        return some;
    }

    /** Whether this file is there; asked before one is believed to be deleted. */
    boolean isAt(String fileId, String path) throws TargetUnavailable, CloudSaidNo {
        return dav.fileId(path).equals(Optional.of(fileId));
    }
}
