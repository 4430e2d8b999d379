package org.freihafen.sandshares;

import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Refusal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which shares somebody is told of, and which of them are theirs to change. */
record SharesSeen(Visit visit, Sight sight) {
    static final String WRONG_ID = "Wrong share ID, share does not exist";

    Share one(long id) {
        Share share = existing(id);
        if (!mayEdit(share) && !sight.reaches(share)) {
            throw Refusal.ocs(404, WRONG_ID);
        }
        return share;
    }

    List<Share> received(Optional<String> path) {
        Optional<Long> only = path.map(p -> at(p).node().id());
        return ordered(
                sight.state().all(Share.class).stream()
                        .filter(sight::reaches)
                        .filter(share -> shown(share) && !sight.hidden(share))
                        .filter(share -> only.isEmpty() || only.get() == share.node())
                        .toList());
    }

    List<Share> made(Optional<String> path, boolean others, boolean inside) {
        if (path.isEmpty()) {
            return ordered(
                    sight.state().all(Share.class).stream()
                            .filter(share -> shown(share))
                            .filter(share ->
                                    share.by().equals(visit.uid())
                                            || (others && share.owner().equals(visit.uid())))
                            .toList());
        }
        Spot spot = at(path.get());
        if (inside && !spot.node().folder()) {
            throw Refusal.ocs(400, "Not a directory");
        }
        List<Spot> spots = inside ? sight.children(spot) : List.of(spot);
        return spots.stream()
                .flatMap(at ->
                        ordered(List.copyOf(sight.state().sharesOf(at.node().id()))).stream()
                                .filter(share -> shown(share))
                                .filter(share -> mine(at, share, others)))
                .toList();
    }

    boolean mayEdit(Share share) {
        if (share.by().equals(visit.uid()) || share.owner().equals(visit.uid())) {
            return true;
        }
        return sight.spotOf(share.node())
                .filter(spot -> spot.mount() instanceof Mount.Team && spot.allows(Mount.SHARE))
                .isPresent();
    }

    private boolean mine(Spot at, Share share, boolean others) {
        return share.by().equals(visit.uid())
                || (others && at.allows(Mount.SHARE) && !share.with().equals(visit.uid()));
    }

    private boolean shown(Share share) {
        return Sight.live(share, visit.parts().today())
                && !sight.state().upwards(share.node()).isEmpty();
    }

    Share existing(long id) {
        return sight.state()
                .find(Share.class, id)
                .filter(share -> shown(share))
                .orElseThrow(() -> Refusal.ocs(404, WRONG_ID));
    }

    Share editable(long id) {
        return Optional.of(existing(id))
                .filter(share -> mayEdit(share))
                .orElseThrow(() -> Refusal.ocs(404, WRONG_ID));
    }

    Spot at(String path) {
        List<String> names = List.of(path.split("/")).stream().filter(n -> !n.isEmpty()).toList();
        return sight.find(names)
                .orElseThrow(() -> Refusal.ocs(404, "Wrong path, file/folder does not exist"));
    }

    private static List<Share> ordered(List<Share> shares) {
        return shares.stream()
                .sorted(Comparator.comparingInt(Share::type).thenComparingLong(Share::id))
                .toList();
    }
}
