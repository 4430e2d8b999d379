package org.freihafen.sandlinks;

import org.freihafen.sanddav.FilesHandler;
import org.freihafen.sandlinks.LinkDoor.Followed;
import org.freihafen.sandsight.Accounts;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * WebDAV for whoever has a link: {@code /public.php/dav/files/{token}/}. One that shows nothing
 * takes files, each under a name of its own.
 */
public final class LinkDavHandler {
    public static final String PREFIX = "/public.php/dav/files";
    private static final Set<String> AT_THE_TOP = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND");
    private static final Set<String> BELOW =
            Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "PUT", "MKCOL", "DELETE", "MOVE", "COPY");

    private final FilesHandler files = new FilesHandler();

    public CloudResponse answer(CloudRequest request, CloudParts parts) throws IOException {
        List<String> path = request.below(PREFIX);
        LinkDoor door = new LinkDoor(parts);
        Followed link =
                path.stream()
                        .findFirst()
                        .flatMap(door::find)
                        .orElseThrow(() -> Refusal.notFound(""));
        String password = LinkDoor.basic(request).orElse("");
        boolean asked = link.opening().lock().isEmpty() || !password.isEmpty();
        if (!asked || !door.opens(link, password, request)) {
            throw Accounts.unauthorised();
        }
        List<String> below = path.subList(1, path.size());
        boolean allowed = (below.isEmpty() ? AT_THE_TOP : BELOW).contains(request.method());
        if (!allowed) {
            throw Refusal.forbidden("");
        }
        String root = request.base() + PREFIX + "/" + Multistatus.encoded(List.of(path.getFirst()));
        boolean shows = (link.share().permissions() & Mount.READ) != 0;
        return shows
                ? files.answer(Visit.through(request, link.share(), parts), root, below)
                : take(request, link, parts, root, below);
    }

    private CloudResponse take(
            CloudRequest request, Followed link, CloudParts parts, String root, List<String> below)
            throws IOException {
        if (request.method().equals("PUT") && below.size() == 1) {
            Visit visit = Visit.through(request, link.share(), parts);
            return files.answer(visit, root, List.of(fresh(visit, below.getFirst())));
        }
        if (below.isEmpty() && Set.of("OPTIONS", "PROPFIND").contains(request.method())) {
            Map<String, String> headers = new HashMap<>(request.headers());
            headers.put("depth", "0");
            return files.answer(
                    Visit.through(request.with(headers), link.share(), parts), root, below);
        }
        throw Refusal.forbidden("");
    }

    /** Nobody overwrites what they cannot see. */
    private static String fresh(Visit visit, String wanted) {
        return visit.parts()
                .store()
                .read(state -> {
                    long folder = visit.sight(state).top().node().id();
                    String name = FileNames.normal(wanted);
                    for (int n = 2; state.child(folder, name).isPresent(); n++) {
                        name = Sight.numbered(FileNames.normal(wanted), n, false);
                    }
                    return name;
                });
    }
}
