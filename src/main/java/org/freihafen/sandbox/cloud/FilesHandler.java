package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Fact.Node;
import org.freihafen.sandbox.cloud.Fact.Property;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.namespace.QName;

/** WebDAV on somebody's files, where nothing changes but properties. */
final class FilesHandler {
    static final String ALLOW =
            "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";
    static final String DAV =
            "1, 3, extended-mkcol, access-control, nc-paginate, nextcloud-checksum-update";

    private static final Set<String> SETTABLE = Set.of("favorite", "lastmodified", "acl-list");

    private final FileChanges changes = new FileChanges();

    /**
     * @param root where the files of this person begin, base and all
     */
    CloudResponse answer(Visit visit, String root, List<String> path) throws IOException {
        return switch (visit.request().method()) {
            case "OPTIONS" ->
                    CloudResponse.empty(200)
                            .with("Allow", ALLOW)
                            .with("DAV", DAV)
                            .with("MS-Author-Via", "DAV")
                            .with("Accept-Ranges", "bytes");
            case "PROPFIND" -> propfind(visit, root, path);
            case "PROPPATCH" -> proppatch(visit, root, path);
            case "REPORT" -> report(visit, root);
            case "GET", "HEAD" -> get(visit, path);
            case "PUT" -> changes.put(visit, path);
            case "MKCOL" -> changes.mkcol(visit, path);
            case "DELETE" -> changes.delete(visit, path);
            case "MOVE" -> changes.move(visit, root, path);
            case "COPY" -> changes.copy(visit, root, path);
            default ->
                    throw Refusal.notImplemented(
                            "There was no plugin in the system that was willing to handle this "
                                    + visit.request().method()
                                    + " method.");
        };
    }

    static String href(String root, Spot spot) {
        String path = Multistatus.encoded(spot.path());
        return root + "/" + path + (spot.node().folder() && !path.isEmpty() ? "/" : "");
    }

    /** The properties that a body asks for; without one, the common ones. */
    static List<QName> wanted(Optional<Xml.Element> body) {
        return body.flatMap(propfind -> propfind.child(Xml.DAV, "prop"))
                .map(Xml.Element::childNames)
                .orElse(FileProperties.ALL);
    }

    private static CloudResponse propfind(Visit visit, String root, List<String> path)
            throws IOException {
        Optional<Xml.Element> body = Xml.read(visit.request().body());
        List<QName> wanted = wanted(body);
        boolean brief =
                visit.request()
                        .header("prefer")
                        .filter(p -> p.contains("return=minimal"))
                        .isPresent();
        boolean tellMissing = !brief && !wanted.equals(FileProperties.ALL);
        String depth = visit.request().header("depth").orElse("infinity");
        return visit.parts()
                .store()
                .read(state -> {
                    Sight sight = visit.sight(state);
                    FileProperties properties = new FileProperties(visit, sight);
                    Multistatus answer = new Multistatus();
                    Spot spot = sight.at(path);
                    properties.add(answer, href(root, spot), spot, wanted, tellMissing, false);
                    if (!depth.equals("0")) {
                        List<Spot> next = new ArrayList<>(sight.children(spot));
                        while (!next.isEmpty()) {
                            Spot child = next.removeFirst();
                            properties.add(
                                    answer, href(root, child), child, wanted, tellMissing, true);
                            if (!depth.equals("1")) {
                                next.addAll(0, sight.children(child));
                            }
                        }
                    }
                    return answer.response();
                })
                .with("DAV", DAV)
                .with("Vary", "Brief,Prefer");
    }

    private static CloudResponse get(Visit visit, List<String> path) {
        record Opened(Spot spot, Optional<InputStream> in, Range range) {}
        CloudRequest request = visit.request();
        Opened opened =
                visit.parts()
                        .store()
                        .read(state -> {
                            Spot spot = visit.sight(state).at(path);
                            Node node = spot.node();
                            if (node.folder() || unchanged(request, node)) {
                                return new Opened(spot, Optional.empty(), new Range(0, 0, false));
                            }
                            Range range = Range.of(request, node.size());
                            try {
                                return new Opened(
                                        spot,
                                        request.method().equals("GET")
                                                ? Optional.of(
                                                        visit.parts()
                                                                .contents()
                                                                .open(node.content()))
                                                : Optional.empty(),
                                        range);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        Node node = opened.spot().node();
        if (node.folder()) {
            return CloudResponse.text(
                    200,
                    "text/html; charset=utf-8",
                    "This is the WebDAV interface. It can only be accessed by WebDAV clients.\n");
        }
        CloudResponse head =
                new CloudResponse(
                                opened.range().part() ? 206 : 200,
                                Map.of("Content-Type", FileProperties.mediaType(node)),
                                opened.range().length(),
                                out -> opened.range().copy(opened.in(), out))
                        .with("ETag", "\"" + node.etag() + "\"")
                        .with("OC-ETag", "\"" + node.etag() + "\"")
                        .with("Last-Modified", FileProperties.date(node.modified()))
                        .with("Accept-Ranges", "bytes")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Content-Disposition", attachment(node.name()));
        if (unchanged(request, node)) {
            return new CloudResponse(304, head.headers(), 0, out -> {});
        }
        return opened.range().part()
                ? head.with("Content-Range", opened.range().header(node.size()))
                : head;
    }

    private static boolean unchanged(CloudRequest request, Node node) {
        return request.header("if-none-match")
                .filter(tags -> tags.contains("\"" + node.etag() + "\""))
                .isPresent();
    }

    private static String attachment(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }

    private static CloudResponse proppatch(Visit visit, String root, List<String> path)
            throws IOException {
        Xml.Element update =
                Xml.read(visit.request().body())
                        .orElseThrow(() -> Refusal.badRequest("There is nothing to change"));
        return visit.parts()
                .store()
                .write(batch -> {
                    Spot spot = visit.sight(batch.state()).at(path);
                    List<QName> done = new ArrayList<>();
                    List<QName> refused = new ArrayList<>();
                    update.inside().stream()
                            .flatMap(part -> part.child(Xml.DAV, "prop").stream())
                            .flatMap(prop -> prop.childNames().stream())
                            .forEach(name -> (settable(spot, name) ? done : refused).add(name));
                    if (refused.isEmpty()) {
                        for (Xml.Element part : update.inside()) {
                            boolean set = part.name().getLocalPart().equals("set");
                            part.child(Xml.DAV, "prop")
                                    .map(Xml::texts)
                                    .orElse(Map.of())
                                    .forEach((name, text) ->
                                            set(visit, batch, spot, name, text, set));
                        }
                    }
                    Multistatus answer = new Multistatus();
                    answer.changed(root + "/" + Multistatus.encoded(spot.path()), done, refused);
                    return answer.response();
                });
    }

    private static boolean settable(Spot spot, QName name) {
        if (name.equals(new QName(Xml.DAV, "lastmodified"))) {
            return spot.allows(Mount.UPDATE);
        }
        boolean ours =
                Set.of(Xml.DAV, Xml.OWNCLOUD, Xml.NEXTCLOUD, Xml.OCS)
                        .contains(name.getNamespaceURI());
        return !ours || SETTABLE.contains(name.getLocalPart());
    }

    private static void set(
            Visit visit, CloudStore.Batch batch, Spot spot, QName name, String text, boolean set) {
        Node node = batch.state().node(spot.node().id()).orElseThrow();
        if (name.equals(new QName(Xml.DAV, "lastmodified"))) {
            if (text.matches("[0-9]{1,12}")) {
                visit.parts().tree().date(batch, node, Long.parseLong(text));
            }
            return;
        }
        if (name.equals(new QName(Xml.NEXTCLOUD, "acl-list"))) {
            return;
        }
        Property property =
                new Property(
                        visit.uid(), node.id(), name.getNamespaceURI(), name.getLocalPart(), text);
        if (set) {
            batch.put(property);
        } else {
            batch.remove(property);
        }
    }

    /** Only the favourites, which is what clients ask for. */
    private static CloudResponse report(Visit visit, String root) throws IOException {
        Xml.Element body =
                Xml.read(visit.request().body())
                        .orElseThrow(() -> Refusal.badRequest("There is no report to make"));
        boolean favourites =
                body.child(Xml.OWNCLOUD, "filter-rules")
                        .flatMap(rules -> rules.child(Xml.OWNCLOUD, "favorite"))
                        .isPresent();
        if (!favourites) {
            throw Refusal.notImplemented("The embedded cloud knows no such report");
        }
        List<QName> wanted = wanted(Optional.of(body));
        return visit.parts()
                .store()
                .read(state -> {
                    Sight sight = visit.sight(state);
                    FileProperties properties = new FileProperties(visit, sight);
                    Multistatus answer = new Multistatus();
                    state.all(Property.class).stream()
                            .filter(p -> p.uid().equals(visit.uid()))
                            .filter(p -> p.name().equals("favorite") && p.value().equals("1"))
                            .flatMap(p -> sight.spotOf(p.node()).stream())
                            .forEach(spot ->
                                    properties.add(
                                            answer, href(root, spot), spot, wanted, true, false));
                    return answer.response();
                });
    }
}
