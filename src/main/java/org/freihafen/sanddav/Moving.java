package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Refusal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MOVE and COPY, within one's own sight. What lies hidden there is neither written over nor taken
 * along; in a real Nextcloud what comes from elsewhere writes over a hidden name (31.0.2, tried).
 */
final class Moving {

    private record Target(Spot parent, String name, Optional<Spot> existing) {}

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
                    if (visit.parts().busy().contains(FileChanges.placeOf(from))) {
                        throw FileChanges.locked(FileChanges.LOCKED, path);
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
                    FileChanges.require(from, rename ? Mount.UPDATE : Mount.DELETE);
                    if (!target.parent().mount().equals(from.mount())) {
                        FileChanges.requireThroughout(sight, from);
                    }
                    requireRoom(visit, batch.state(), from, target, rename);
                    target.existing().ifPresent(old -> FileChanges.discard(visit, batch, old));
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
                    Set<Long> seen = sight.inside(from);
                    target.existing().ifPresent(old -> FileChanges.discard(visit, batch, old));
                    Node copy =
                            visit.parts()
                                    .tree()
                                    .copy(
                                            batch,
                                            from.node(),
                                            target.parent().node().id(),
                                            target.name(),
                                            node -> seen.contains(node.id()));
                    return landed(visit, target, copy);
                });
    }

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
        FileChanges.require(parent, existing.isPresent() ? Mount.UPDATE : Mount.CREATE);
        existing.ifPresent(old -> {
            if (old.isMountRoot()) {
                throw Refusal.forbidden("");
            }
            FileChanges.requireThroughout(sight, old);
            if (contains(sight, old.node().id(), from.node().id())) {
                throw Refusal.forbidden("");
            }
        });
        if (sight.hides(parent, name)) {
            throw new Refusal(
                    500,
                    "Sabre\\DAV\\Exception",
                    "Failed to rename %s to %s"
                            .formatted(from.display(), "/" + String.join("/", to)));
        }
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
                : FileChanges.tagged(visit, response, node);
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
