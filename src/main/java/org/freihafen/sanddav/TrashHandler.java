package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Trashed;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Refusal;
import org.freihafen.sandtalk.Xml;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.namespace.QName;

/** What was deleted in somebody's home or Team folders: listed, restored, ended for ever. */
final class TrashHandler {

    CloudResponse answer(Visit visit, String root, List<String> path) throws IOException {
        String method = visit.request().method();
        if (path.isEmpty() || !path.getFirst().equals("trash") || path.size() > 2) {
            throw Refusal.notFound("/" + String.join("/", path));
        }
        if (method.equals("PROPFIND")) {
            List<QName> wanted = FilesHandler.wanted(Xml.read(visit.request().body()));
            return visit.parts().store().read(state -> list(visit, state, root, path, wanted));
        }
        if (path.size() != 2 || !(method.equals("MOVE") || method.equals("DELETE"))) {
            throw Refusal.notImplemented("The trash does not know " + method);
        }
        return visit.parts()
                .store()
                .write(batch -> {
                    Trashed trashed =
                            find(visit, batch.state(), path.getLast())
                                    .orElseThrow(() -> Refusal.notFound("/" + path.getLast()));
                    requireDelete(visit, batch.state(), trashed);
                    if (method.equals("MOVE")) {
                        visit.parts().tree().restore(batch, trashed);
                        return CloudResponse.empty(201);
                    }
                    batch.state()
                            .node(trashed.node())
                            .ifPresent(node -> visit.parts().tree().purge(batch, node));
                    return CloudResponse.empty(204);
                });
    }

    private static CloudResponse list(
            Visit visit, CloudState state, String root, List<String> path, List<QName> wanted) {
        Multistatus answer = new Multistatus();
        if (path.size() == 1) {
            answer.add(
                    root + "/trash/",
                    Map.of(new QName(Xml.DAV, "resourcetype"), "<d:collection/>"),
                    wanted.stream().filter(n -> !n.getLocalPart().equals("resourcetype")).toList());
        }
        boolean deep = !visit.request().header("depth").orElse("infinity").equals("0");
        for (Trashed trashed : seen(visit, state)) {
            Node node = state.node(trashed.node()).orElseThrow();
            String key = key(node, trashed);
            if (path.size() == 1 ? deep : path.getLast().equals(key)) {
                Map<QName, String> found = new LinkedHashMap<>();
                List<QName> missing =
                        wanted.stream()
                                .filter(name -> {
                                    Optional<String> value =
                                            value(state, node, trashed, name.getLocalPart());
                                    value.ifPresent(inner -> found.put(name, inner));
                                    return value.isEmpty();
                                })
                                .toList();
                answer.add(
                        root
                                + "/trash/"
                                + Multistatus.encoded(List.of(key))
                                + (node.folder() ? "/" : ""),
                        found,
                        missing);
            }
        }
        return answer.response();
    }

    private static Optional<String> value(
            CloudState state, Node node, Trashed trashed, String property) {
        return switch (property) {
            case "trashbin-filename", "displayname" -> Optional.of(Xml.escaped(node.name()));
            case "trashbin-original-location" -> Optional.of(Xml.escaped(where(state, trashed)));
            case "trashbin-deletion-time" -> Optional.of(String.valueOf(trashed.when()));
            case "trashbin-deleted-by-id" -> Optional.of(Xml.escaped(trashed.by()));
            case "resourcetype" -> Optional.of(node.folder() ? "<d:collection/>" : "");
            case "getlastmodified" -> Optional.of(FileProperties.date(trashed.when()));
            case "getetag" -> Optional.of("&quot;" + node.etag() + "&quot;");
            case "fileid" -> Optional.of(String.valueOf(node.id()));
            case "size" -> Optional.of(String.valueOf(node.size()));
            default -> Optional.empty();
        };
    }

    private static String where(CloudState state, Trashed trashed) {
        return state.teamFolderOn(trashed.root())
                .map(folder -> folder.mountPoint() + "/" + trashed.location())
                .orElse(trashed.location());
    }

    private static List<Trashed> seen(Visit visit, CloudState state) {
        Set<Long> roots = new HashSet<>();
        Sight sight = visit.sight(state);
        roots.add(sight.top().node().id());
        for (Mount mount : sight.mounts()) {
            if (mount instanceof Mount.Team) {
                roots.add(mount.root().id());
            }
        }
        return state.all(Trashed.class).stream()
                .filter(trashed -> roots.contains(trashed.root()))
                .filter(trashed -> sight.mayOpen(trashed.origin(), trashed.root()))
                .sorted(Comparator.comparingLong(Trashed::when).reversed())
                .toList();
    }

    private static Optional<Trashed> find(Visit visit, CloudState state, String key) {
        return seen(visit, state).stream()
                .filter(trashed ->
                        key(state.node(trashed.node()).orElseThrow(), trashed).equals(key))
                .findFirst();
    }

    private static void requireDelete(Visit visit, CloudState state, Trashed trashed) {
        boolean allowed =
                visit.sight(state)
                        .spotOf(trashed.root())
                        .filter(spot -> spot.allows(Mount.DELETE))
                        .isPresent();
        if (!allowed) {
            throw Refusal.forbidden("");
        }
    }

    private static String key(Node node, Trashed trashed) {
        return node.name() + ".d" + trashed.when();
    }
}
