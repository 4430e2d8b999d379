package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Contents.Received;
import org.freihafen.sandfiles.Contents.TooLarge;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * PUT of a file. Whether it may be put is asked before the first byte is taken, so that nothing is
 * read in vain, and again when all are there, because much may have changed meanwhile.
 */
final class Uploading {

    CloudResponse put(Visit visit, List<String> path) throws IOException {
        if (visit.request().header("content-range").isPresent()) {
            throw Refusal.notImplemented("PUT of a part of a file is not supported");
        }
        long announced =
                visit.request()
                        .header("content-length")
                        .filter(length -> length.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .orElse(-1L);
        long room =
                visit.parts()
                        .store()
                        .read(state -> room(visit, state, path, Math.max(0, announced)));
        String place = place(visit, path);
        if (!visit.parts().busy().add(place)) {
            throw FileChanges.locked(FileChanges.FILE_LOCKED, path);
        }
        try {
            Received received = receive(visit, path, room);
            try {
                if (announced >= 0 && received.size() != announced) {
                    throw Refusal.badRequest(
                            "Expected filesize of %d bytes but read (from client) %d bytes"
                                    .formatted(announced, received.size()));
                }
                return store(visit, path, received);
            } finally {
                visit.parts().contents().forget(received);
            }
        } finally {
            visit.parts().busy().remove(place);
        }
    }

    /** Puts what was received in its place, once more asking whether that is allowed. */
    CloudResponse store(Visit visit, List<String> path, Received received) {
        CloudRequest request = visit.request();
        long modified =
                request.header("x-oc-mtime")
                        .filter(time -> time.matches("[0-9]{1,12}"))
                        .map(Long::valueOf)
                        .orElse(visit.parts().tree().now());
        String checksum = request.header("oc-checksum").orElse("");
        record Stored(Node node, boolean fresh) {}
        Stored stored =
                visit.parts()
                        .store()
                        .write(batch -> {
                            room(visit, batch.state(), path, received.size());
                            Sight sight = visit.sight(batch.state());
                            Optional<Spot> old = sight.find(path);
                            FileTree tree = visit.parts().tree();
                            return old.map(spot ->
                                            new Stored(
                                                    tree.overwrite(
                                                            batch,
                                                            spot.node(),
                                                            received,
                                                            modified,
                                                            checksum),
                                                    false))
                                    .orElseGet(() ->
                                            new Stored(
                                                    tree.makeFile(
                                                            batch,
                                                            parent(sight, path).node().id(),
                                                            last(path),
                                                            received,
                                                            modified,
                                                            checksum),
                                                    true));
                        });
        CloudResponse response =
                FileChanges.tagged(
                        visit, CloudResponse.empty(stored.fresh() ? 201 : 204), stored.node());
        return request.header("x-oc-mtime").isPresent()
                ? response.with("X-OC-MTime", "accepted")
                : response;
    }

    /** Whether so many bytes may be put there: who, what name, which version, how much room. */
    private static long room(Visit visit, CloudState state, List<String> path, long size) {
        Sight sight = visit.sight(state);
        Optional<Spot> old = sight.find(path);
        Spot parent = old.isPresent() && path.isEmpty() ? sight.top() : parent(sight, path);
        Preconditions.check(visit.request(), old.map(Spot::node));
        if (old.isPresent()) {
            if (old.get().node().folder()) {
                throw Refusal.conflict("PUT is not allowed on non-files.");
            }
            FileChanges.require(old.get(), Mount.UPDATE);
        } else {
            FileNames.checked(path.getLast());
            FileChanges.require(parent, Mount.CREATE);
            if (sight.hides(parent, path.getLast())) {
                throw new Refusal(
                        500, "Sabre\\DAV\\Exception", "Could not rename part file to final file");
            }
        }
        long free = visit.parts().tree().free(state, old.orElse(parent).node().id());
        if (free >= 0 && size > free) {
            throw Refusal.full("/" + String.join("/", path), size, free);
        }
        long most = visit.parts().settings().largestUpload();
        return free < 0 ? most : Math.min(free, most);
    }

    private static Received receive(Visit visit, List<String> path, long room) throws IOException {
        try {
            return visit.parts().contents().receive(visit.request().body(), room);
        } catch (TooLarge e) {
            if (room < visit.parts().settings().largestUpload()) {
                throw Refusal.full("/" + String.join("/", path), room + 1, room);
            }
            throw new Refusal(
                    413, "OCA\\DAV\\Connector\\Sabre\\Exception\\EntityTooLarge", "Too large");
        }
    }

    private static Spot parent(Sight sight, List<String> path) {
        List<String> above = path.subList(0, Math.max(0, path.size() - 1));
        Supplier<Refusal> missing = () -> Refusal.notFound(Sight.located(above));
        return sight.find(above).filter(spot -> spot.node().folder()).orElseThrow(missing);
    }

    private static String last(List<String> path) {
        return FileNames.checked(path.getLast());
    }

    private static String place(Visit visit, List<String> path) {
        return visit.parts()
                .store()
                .read(state ->
                        parent(visit.sight(state), path).node().id()
                                + "/"
                                + FileNames.normal(path.getLast()));
    }
}
