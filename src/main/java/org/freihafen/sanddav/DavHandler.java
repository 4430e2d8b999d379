package org.freihafen.sanddav;

import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Refusal;
import org.freihafen.sandtalk.Xml;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.namespace.QName;

/** Everything under {@code /remote.php}: whose files, trash or uploads are meant. */
public final class DavHandler {
    private static final int MOST_CONDITIONS = 100;

    private static final String DAV = "/remote.php/dav";
    private static final String LEGACY = "/remote.php/webdav";

    private final FilesHandler files = new FilesHandler();
    private final TrashHandler trash = new TrashHandler();
    private final UploadsHandler uploads = new UploadsHandler();

    public CloudResponse answer(Visit visit) throws IOException {
        CloudRequest request = visit.request();
        if (request.under(LEGACY)) {
            return files.answer(visit, request.base() + LEGACY, request.below(LEGACY));
        }
        List<String> path = request.below(DAV);
        if (path.isEmpty() && request.method().equals("SEARCH")) {
            return search(visit);
        }
        if (path.size() < 2) {
            return path.isEmpty()
                            || List.of("files", "trashbin", "uploads").contains(path.getFirst())
                    ? bare(visit, request.base() + request.path())
                    : missing(path);
        }
        String area = path.getFirst();
        String uid = path.get(1);
        List<String> below = path.subList(2, path.size());
        String root = root(request, area, uid);
        if (!uid.equals(visit.uid())) {
            return stranger(visit, area, uid, below, root);
        }
        return switch (area) {
            case "files" -> files.answer(visit, root, below);
            case "trashbin" -> trash.answer(visit, root, below);
            case "uploads" -> uploads.answer(visit, root(request, "files", uid), below);
            default -> missing(path);
        };
    }

    private static String root(CloudRequest request, String area, String uid) {
        return request.base() + DAV + "/" + area + "/" + Multistatus.encoded(List.of(uid));
    }

    /** Somebody else's home looks empty when it exists, and nothing can be done in it. */
    private static CloudResponse stranger(
            Visit visit, String area, String uid, List<String> below, String root)
            throws IOException {
        if (!area.equals("files") || visit.parts().accounts().displayName(uid).isEmpty()) {
            throw new Refusal(
                    404,
                    "Sabre\\DAV\\Exception\\NotFound",
                    "Principal with name " + uid + " not found");
        }
        if (below.isEmpty()) {
            return bare(visit, root + "/");
        }
        if (List.of("PUT", "MKCOL").contains(visit.request().method()) && below.size() == 1) {
            throw Refusal.forbidden(
                    "Permission denied to create file (filename " + below.getFirst() + ")");
        }
        throw Refusal.notFound(Sight.located(below));
    }

    private static CloudResponse bare(Visit visit, String href) throws IOException {
        if (!visit.request().method().equals("PROPFIND")) {
            throw Refusal.forbidden("");
        }
        QName type = new QName(Xml.DAV, "resourcetype");
        List<QName> wanted = FilesHandler.wanted(Xml.read(visit.request().body()));
        Multistatus answer = new Multistatus();
        answer.add(
                href,
                wanted.contains(type) ? Map.of(type, "<d:collection/>") : Map.of(),
                wanted.stream().filter(name -> !name.equals(type)).toList());
        return answer.response().with("DAV", FilesHandler.DAV);
    }

    private static CloudResponse missing(List<String> path) {
        throw Refusal.notFound("/" + String.join("/", path));
    }

    private static Optional<Long> fileId(Xml.Element equal) {
        boolean byId =
                equal.name().getLocalPart().equals("eq")
                        && equal.child(Xml.DAV, "prop")
                                .flatMap(prop -> prop.child(Xml.OWNCLOUD, "fileid"))
                                .isPresent();
        String id = equal.child(Xml.DAV, "literal").map(Xml.Element::text).orElse("").strip();
        return byId && id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    /**
     * SEARCH by {@code oc:fileid}, one or several, which finds a file again wherever it was moved.
     */
    private static CloudResponse search(Visit visit) throws IOException {
        Refusal unknown =
                Refusal.badRequest("The embedded cloud searches by oc:fileid in one's own files");
        Optional<Xml.Element> search =
                Xml.read(visit.request().body()).flatMap(b -> b.child(Xml.DAV, "basicsearch"));
        Xml.Element where =
                search.flatMap(s -> s.child(Xml.DAV, "where")).orElseThrow(() -> unknown);
        List<Long> ids =
                where.child(Xml.DAV, "or").orElse(where).inside().stream()
                        .map(equal -> fileId(equal).orElseThrow(() -> unknown))
                        .distinct()
                        .toList();
        if (ids.isEmpty() || ids.size() > MOST_CONDITIONS) {
            throw unknown;
        }
        List<QName> wanted = FilesHandler.wanted(search.flatMap(s -> s.child(Xml.DAV, "select")));
        String root = root(visit.request(), "files", visit.uid());
        return visit.parts()
                .store()
                .read(state -> {
                    Sight sight = visit.sight(state);
                    Multistatus answer = new Multistatus();
                    ids.stream()
                            .flatMap(id -> sight.spotOf(id).stream())
                            .forEach(spot ->
                                    new FileProperties(visit, sight)
                                            .add(
                                                    answer,
                                                    FilesHandler.href(root, spot),
                                                    spot,
                                                    wanted,
                                                    true,
                                                    false));
                    return answer.response();
                });
    }
}
