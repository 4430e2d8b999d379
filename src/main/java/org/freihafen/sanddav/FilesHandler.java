package org.freihafen.sanddav;

import org.freihafen.sandfiles.Fact.Property;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Refusal;
import org.freihafen.sandtalk.Xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.namespace.QName;

/** WebDAV on somebody's files: which method does what, and the answers to questions. */
public final class FilesHandler {
    public static final String ALLOW =
            "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";
    static final String DAV =
            "1, 3, extended-mkcol, access-control, nc-paginate, nextcloud-checksum-update";

    private final FileChanges changes = new FileChanges();
    private final Uploading uploading = new Uploading();
    private final Moving moving = new Moving();

    /**
     * What one request gets.
     *
     * @param root where the files of this person begin, base and all
     */
    public CloudResponse answer(Visit visit, String root, List<String> path) throws IOException {
        return switch (visit.request().method()) {
            case "OPTIONS" ->
                    CloudResponse.empty(200)
                            .with("Allow", ALLOW)
                            .with("DAV", DAV)
                            .with("MS-Author-Via", "DAV")
                            .with("Accept-Ranges", "bytes");
            case "PROPFIND" -> propfind(visit, root, path);
            case "PROPPATCH" -> PropertyChanges.proppatch(visit, root, path);
            case "REPORT" -> report(visit, root);
            case "GET", "HEAD" -> Downloading.get(visit, path);
            case "PUT" -> uploading.put(visit, path);
            case "MKCOL" -> changes.mkcol(visit, path);
            case "DELETE" -> changes.delete(visit, path);
            case "MOVE" -> moving.move(visit, root, path);
            case "COPY" -> moving.copy(visit, root, path);
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
