package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Contents.Received;
import org.freihafen.sandbox.cloud.Contents.TooLarge;
import org.freihafen.sandbox.cloud.Fact.Landing;
import org.freihafen.sandbox.cloud.Fact.Node;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** WebDAV on somebody's files, where something changes; here rights, names and room are asked. */
final class FileChanges {
    private static final String FILE_LOCKED = "OCA\\DAV\\Connector\\Sabre\\Exception\\FileLocked";
    private static final String LOCKED = "OCP\\Lock\\LockedException";

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
            throw locked(FILE_LOCKED, path);
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
                tagged(visit, CloudResponse.empty(stored.fresh() ? 201 : 204), stored.node());
        return request.header("x-oc-mtime").isPresent()
                ? response.with("X-OC-MTime", "accepted")
                : response;
    }

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
                    if (tree.quota(batch.state(), parent.node().id()) == 0) {
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
                    Spot spot = visit.sight(batch.state()).at(path);
                    Preconditions.check(visit.request(), Optional.of(spot.node()));
                    if (spot.isMountRoot() && spot.mount() instanceof Mount.Received at) {
                        batch.put(new Landing(at.share().id(), visit.uid(), ""));
                        return CloudResponse.empty(204);
                    }
                    if (spot.isHome() || spot.isMountRoot()) {
                        throw Refusal.forbidden("");
                    }
                    require(spot, Mount.DELETE);
                    if (visit.parts().busy().contains(placeOf(spot))) {
                        throw locked(FILE_LOCKED, path);
                    }
                    discard(visit, batch, spot);
                    return CloudResponse.empty(204);
                });
    }

    CloudResponse move(Visit visit, String root, List<String> path) {
        List<String> to = destination(visit.request(), root);
        return visit.parts()
                .store()
                .write(batch -> {
                    Sight sight = visit.sight(batch.state());
                    Spot from = sight.at(path);
                    if (from.isHome()) {
                        throw Refusal.forbidden("");
                    }
                    if (from.isMountRoot() && from.mount() instanceof Mount.Team team) {
                        throw new Refusal(
                                500,
                                "OCP\\Files\\ForbiddenException",
                                "Storage " + team.name() + " cannot be moved");
                    }
                    if (visit.parts().busy().contains(placeOf(from))) {
                        throw locked(LOCKED, path);
                    }
                    Target target = target(visit, sight, from, to);
                    if (from.isMountRoot() && from.mount() instanceof Mount.Received at) {
                        if (!target.parent().isHome() || target.existing().isPresent()) {
                            throw Refusal.forbidden("");
                        }
                        batch.put(new Landing(at.share().id(), visit.uid(), target.name()));
                        return CloudResponse.empty(201)
                                .with("OC-FileId", visit.parts().longId(from.node()));
                    }
                    boolean rename = from.node().parent() == target.parent().node().id();
                    require(from, rename ? Mount.UPDATE : Mount.DELETE);
                    requireRoom(visit, batch.state(), from, target, rename);
                    target.existing().ifPresent(old -> discard(visit, batch, old));
                    Node node = batch.state().node(from.node().id()).orElseThrow();
                    Node moved =
                            visit.parts()
                                    .tree()
                                    .move(batch, node, target.parent().node().id(), target.name());
                    return landed(visit, target, moved);
                });
    }

    CloudResponse copy(Visit visit, String root, List<String> path) {
        List<String> to = destination(visit.request(), root);
        return visit.parts()
                .store()
                .write(batch -> {
                    Sight sight = visit.sight(batch.state());
                    Spot from = sight.at(path);
                    if (from.isHome()) {
                        throw Refusal.forbidden("");
                    }
                    Target target = target(visit, sight, from, to);
                    requireRoom(visit, batch.state(), from, target, false);
                    target.existing().ifPresent(old -> discard(visit, batch, old));
                    Node copy =
                            visit.parts()
                                    .tree()
                                    .copy(
                                            batch,
                                            from.node(),
                                            target.parent().node().id(),
                                            target.name());
                    return landed(visit, target, copy);
                });
    }

    private record Target(Spot parent, String name, Optional<Spot> existing) {}

    private static Target target(Visit visit, Sight sight, Spot from, List<String> to) {
        if (to.isEmpty() || to.equals(from.path())) {
            throw Refusal.forbidden("Source and destination uri are identical.");
        }
        Spot parent =
                sight.find(to.subList(0, to.size() - 1))
                        .filter(spot -> spot.node().folder())
                        .orElseThrow(() -> Refusal.conflict("The destination node is not found"));
        Optional<Spot> existing = sight.child(parent, FileNames.normal(to.getLast()));
        boolean overwrite = !visit.request().header("overwrite").orElse("T").equalsIgnoreCase("F");
        if (existing.isPresent() && !overwrite) {
            throw Refusal.preconditionFailed(
                    "The destination node already exists, and the overwrite header is set to"
                            + " false");
        }
        String name = FileNames.checked(to.getLast());
        require(parent, existing.isPresent() ? Mount.UPDATE : Mount.CREATE);
        existing.ifPresent(old -> {
            if (old.isMountRoot()) {
                throw Refusal.forbidden("");
            }
            require(old, Mount.DELETE);
            if (contains(sight, old.node().id(), from.node().id())) {
                throw Refusal.forbidden("");
            }
        });
        if (contains(sight, from.node().id(), parent.node().id())) {
            throw Refusal.conflict(
                    "The destination may not be part of the same subtree as the source path.");
        }
        return new Target(parent, name, existing);
    }

    private static boolean contains(Sight sight, long outer, long inner) {
        return sight.state().upwards(inner).stream().anyMatch(node -> node.id() == outer);
    }

    private static void requireRoom(
            Visit visit, CloudState state, Spot from, Target target, boolean rename) {
        if (rename) {
            return;
        }
        long there = target.parent().node().id();
        boolean same =
                state.upwards(there).getLast().equals(state.upwards(from.node().id()).getLast());
        long free = visit.parts().tree().free(state, there);
        boolean moving = visit.request().method().equals("MOVE");
        if (free >= 0 && from.node().size() > free && !(same && moving)) {
            throw Refusal.full("/" + target.name(), from.node().size(), free);
        }
    }

    private static CloudResponse landed(Visit visit, Target target, Node node) {
        CloudResponse response = CloudResponse.empty(target.existing().isPresent() ? 204 : 201);
        return node.folder()
                ? response.with("OC-FileId", visit.parts().longId(node))
                : tagged(visit, response, node);
    }

    private static CloudResponse tagged(Visit visit, CloudResponse response, Node node) {
        return response.with("OC-FileId", visit.parts().longId(node))
                .with("ETag", "\"" + node.etag() + "\"")
                .with("OC-ETag", "\"" + node.etag() + "\"");
    }

    private static void discard(Visit visit, CloudStore.Batch batch, Spot spot) {
        List<Node> way = batch.state().upwards(spot.node().id());
        String location =
                String.join("/", way.reversed().stream().skip(1).map(Node::name).toList());
        visit.parts().tree().trash(batch, spot.node(), way.getLast().id(), location, visit.uid());
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
            require(old.get(), Mount.UPDATE);
        } else {
            FileNames.checked(path.getLast());
            require(parent, Mount.CREATE);
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

    private static void require(Spot spot, int bit) {
        if (!spot.allows(bit)) {
            throw Refusal.forbidden("");
        }
    }

    private static Refusal locked(String kind, List<String> path) {
        return new Refusal(
                kind.equals(LOCKED) ? 500 : 423,
                kind,
                "\"/" + String.join("/", path) + "\" is locked, existing lock on file: exclusive");
    }

    private static String place(Visit visit, List<String> path) {
        return visit.parts()
                .store()
                .read(state ->
                        parent(visit.sight(state), path).node().id()
                                + "/"
                                + FileNames.normal(path.getLast()));
    }

    private static String placeOf(Spot spot) {
        return spot.node().parent() + "/" + spot.node().name();
    }

    static List<String> destination(CloudRequest request, String root) {
        String header =
                request.header("destination")
                        .orElseThrow(() ->
                                Refusal.badRequest("The destination header was not supplied"));
        String raw;
        try {
            raw = URI.create(header.replace(" ", "%20")).getRawPath();
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The destination header is no address");
        }
        if (raw == null || !(raw + "/").startsWith(root + "/")) {
            throw Refusal.forbidden("Destination is not within the files of this account");
        }
        return CloudRequest.segments(raw.substring(root.length())).stream()
                .map(FileNames::normal)
                .toList();
    }
}
