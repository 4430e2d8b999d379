package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.Declining;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Refusal;

import java.util.List;
import java.util.Optional;

/** WebDAV on somebody's files, where something changes; here rights, names and room are asked. */
final class FileChanges {
    static final String FILE_LOCKED = "OCA\\DAV\\Connector\\Sabre\\Exception\\FileLocked";
    static final String LOCKED = "OCP\\Lock\\LockedException";

    CloudResponse mkcol(Visit visit, List<String> path) {
        return visit.parts()
                .store()
                .write(batch -> {
                    Sight sight = visit.sight(batch.state());
                    if (sight.find(path).isPresent()) {
                        throw new Refusal(
                                405,
                                "Sabre\\DAV\\Exception\\MethodNotAllowed",
                                "The resource you tried to create already exists");
                    }
                    Spot parent =
                            sight.find(path.subList(0, path.size() - 1))
                                    .filter(spot -> spot.node().folder())
                                    .orElseThrow(
                                            () -> Refusal.conflict("Parent node does not exist"));
                    String name = FileNames.checked(path.getLast());
                    require(parent, Mount.CREATE);
                    FileTree tree = visit.parts().tree();
                    if (tree.quota(batch.state(), parent.node().id()) == 0
                            || sight.hides(parent, name)) {
                        throw Refusal.forbidden(
                                "Could not create directory " + Sight.located(path));
                    }
                    Node folder = tree.makeFolder(batch, parent.node().id(), name);
                    return CloudResponse.empty(201).with("OC-FileId", visit.parts().longId(folder));
                });
    }

    CloudResponse delete(Visit visit, List<String> path) {
        return visit.parts()
                .store()
                .write(batch -> {
                    Sight sight = visit.sight(batch.state());
                    Spot spot = sight.at(path);
                    Preconditions.check(visit.request(), Optional.of(spot.node()));
                    if (spot.isMountRoot() && spot.mount() instanceof Mount.Received at) {
                        Declining.decline(visit, batch, at.share());
                        return CloudResponse.empty(204);
                    }
                    if (spot.isHome() || spot.isMountRoot()) {
                        throw Refusal.forbidden("");
                    }
                    requireThroughout(sight, spot);
                    if (visit.parts().busy().contains(placeOf(spot))) {
                        throw locked(FILE_LOCKED, path);
                    }
                    discard(visit, batch, spot);
                    return CloudResponse.empty(204);
                });
    }

    static CloudResponse tagged(Visit visit, CloudResponse response, Node node) {
        return response.with("OC-FileId", visit.parts().longId(node))
                .with("ETag", "\"" + node.etag() + "\"")
                .with("OC-ETag", "\"" + node.etag() + "\"");
    }

    static void discard(Visit visit, CloudStore.Batch batch, Spot spot) {
        List<Node> way = batch.state().upwards(spot.node().id());
        String location =
                String.join("/", way.reversed().stream().skip(1).map(Node::name).toList());
        visit.parts().tree().trash(batch, spot.node(), way.getLast().id(), location, visit.uid());
    }

    static void require(Spot spot, int bit) {
        if (!spot.allows(bit)) {
            throw Refusal.forbidden("");
        }
    }

    /** What is hidden inside is neither deleted nor carried away. */
    static void requireThroughout(Sight sight, Spot spot) {
        require(spot, Mount.DELETE);
        if (!sight.holdsThroughout(spot, Mount.DELETE)) {
            throw Refusal.forbidden("");
        }
    }

    static Refusal locked(String kind, List<String> path) {
        return new Refusal(
                kind.equals(LOCKED) ? 500 : 423,
                kind,
                "\"/" + String.join("/", path) + "\" is locked, existing lock on file: exclusive");
    }

    static String placeOf(Spot spot) {
        return spot.node().parent() + "/" + spot.node().name();
    }
}
