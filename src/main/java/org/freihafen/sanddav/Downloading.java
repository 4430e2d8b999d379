package org.freihafen.sanddav;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GET and HEAD of a file, whole or in part; a browser is never to show it as a page of ours. */
public final class Downloading {
    private Downloading() {}

    public static CloudResponse get(Visit visit, List<String> path) {
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
}
