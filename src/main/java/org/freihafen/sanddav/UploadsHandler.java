package org.freihafen.sanddav;

import org.freihafen.sandfiles.Contents.Received;
import org.freihafen.sandfiles.Contents.TooLarge;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Uploads in chunks, as sync clients send large files: a folder is made, chunks are put into it,
 * and moving its {@code .file} puts them together. Half an upload does not survive the process, nor
 * a day on which nothing came; the client starts it again.
 */
final class UploadsHandler {
    private static final int MOST_OF_ONE = 20;
    private static final long SECONDS_KEPT = 86_400;
    private static final int MOST_CHUNKS = 10_000;

    private final Map<String, Map<String, Received>> uploads = new ConcurrentHashMap<>();
    private final Map<String, Long> touched = new ConcurrentHashMap<>();
    private final Uploading uploading = new Uploading();

    CloudResponse answer(Visit visit, String filesRoot, List<String> path) throws IOException {
        if (path.isEmpty() || path.size() > 2) {
            throw Refusal.notFound("/" + String.join("/", path));
        }
        String key = visit.uid() + "/" + path.getFirst();
        return switch (visit.request().method()) {
            case "MKCOL" -> begin(visit, key);
            case "PUT" -> chunk(visit, key, path.getLast());
            case "MOVE" -> finish(visit, filesRoot, key);
            case "DELETE" -> abandon(visit, key);
            default ->
                    throw Refusal.notImplemented("Uploads do not know " + visit.request().method());
        };
    }

    private CloudResponse begin(Visit visit, String key) {
        long now = visit.parts().tree().now();
        touched.forEach((some, when) -> {
            if (some.equals(key) || when < now - SECONDS_KEPT) {
                abandon(visit, some);
            }
        });
        String own = visit.uid() + "/";
        if (uploads.keySet().stream().filter(some -> some.startsWith(own)).count() >= MOST_OF_ONE) {
            throw Refusal.full("/uploads", 1, 0);
        }
        uploads.put(key, new TreeMap<>());
        touched.put(key, now);
        return CloudResponse.empty(201);
    }

    private CloudResponse chunk(Visit visit, String key, String name) throws IOException {
        Map<String, Received> chunks = chunks(key);
        touched.put(key, visit.parts().tree().now());
        long most = visit.parts().settings().largestUpload();
        Received received;
        try {
            received =
                    visit.parts().contents().receive(visit.request().body(), most - size(chunks));
        } catch (TooLarge e) {
            throw new Refusal(
                    413, "OCA\\DAV\\Connector\\Sabre\\Exception\\EntityTooLarge", "Too large");
        }
        synchronized (chunks) {
            if (chunks.size() >= MOST_CHUNKS || !name.matches("[0-9]{1,18}")) {
                visit.parts().contents().forget(received);
                throw Refusal.badRequest("Chunks are named by their number");
            }
            Received old = chunks.put("%018d".formatted(Long.valueOf(name)), received);
            if (old != null) {
                visit.parts().contents().forget(old);
            }
        }
        return CloudResponse.empty(201);
    }

    private CloudResponse finish(Visit visit, String filesRoot, String key) throws IOException {
        Map<String, Received> chunks = chunks(key);
        List<Received> parts;
        synchronized (chunks) {
            parts = new ArrayList<>(chunks.values());
        }
        List<String> path = Moving.destination(visit.request(), filesRoot);
        if (path.isEmpty()) {
            throw Refusal.forbidden("");
        }
        Received whole =
                visit.parts().contents().join(parts, visit.parts().settings().largestUpload());
        try {
            CloudResponse response = uploading.store(visit, path, whole);
            abandon(visit, key);
            return response;
        } finally {
            visit.parts().contents().forget(whole);
        }
    }

    private CloudResponse abandon(Visit visit, String key) {
        touched.remove(key);
        Map<String, Received> chunks = uploads.remove(key);
        if (chunks != null) {
            synchronized (chunks) {
                chunks.values().forEach(visit.parts().contents()::forget);
                chunks.clear();
            }
        }
        return CloudResponse.empty(204);
    }

    private Map<String, Received> chunks(String key) {
        Map<String, Received> chunks = uploads.get(key);
        if (chunks == null) {
            throw Refusal.notFound("/" + key);
        }
        return chunks;
    }

    private static long size(Map<String, Received> chunks) {
        synchronized (chunks) {
            return chunks.values().stream().mapToLong(Received::size).sum();
        }
    }
}
