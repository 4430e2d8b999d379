package org.freihafen.sandshares;

import org.freihafen.sandfiles.Fact.Hidden;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Form;
import org.freihafen.sandtalk.OcsAnswer;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stream of activities about shares, for whoever made them. Of all that Nextcloud tells there,
 * only that people took something out of their own files.
 */
public final class ActivityHandler {
    private static final long MOST = 200;
    private static final long USUAL = 50;

    public OcsAnswer answer(Visit visit, List<String> path) throws IOException {
        if (!path.equals(List.of("files_sharing")) || !visit.request().method().equals("GET")) {
            throw new Refusal(998, "OCS", "");
        }
        Form form = Form.of(visit.request());
        long since = form.number("since").orElse(0L);
        Comparator<Hidden> order = Comparator.comparingLong(Hidden::id);
        List<Map<String, Object>> told =
                visit.parts()
                        .store()
                        .read(state ->
                                state.all(Hidden.class).stream()
                                        .filter(each -> each.told().equals(visit.uid()))
                                        .filter(each -> each.id() > since)
                                        .sorted(
                                                form.text("sort").orElse("desc").equals("asc")
                                                        ? order
                                                        : order.reversed())
                                        .limit(Math.min(MOST, form.number("limit").orElse(USUAL)))
                                        .map(each -> activity(visit, each))
                                        .toList());
        return told.isEmpty() ? OcsAnswer.UNCHANGED : OcsAnswer.ok(told);
    }

    private static Map<String, Object> activity(Visit visit, Hidden hidden) {
        String name = visit.parts().accounts().displayName(hidden.uid()).orElse(hidden.uid());
        String node = String.valueOf(hidden.node());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("type", "file");
        file.put("id", node);
        file.put("name", hidden.name());
        file.put("path", hidden.name());
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("type", "user");
        actor.put("id", hidden.uid());
        actor.put("name", name);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("file", file);
        named.put("actor", actor);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("activity_id", hidden.id());
        data.put("app", "files_sharing");
        data.put("type", "shared");
        data.put("user", hidden.uid());
        data.put("subject", "@" + name + " removed themselves from " + hidden.name());
        data.put("subject_rich", List.of("{actor} removed themselves from {file}", named));
        data.put("message", "");
        data.put("message_rich", List.of("", List.of()));
        data.put("object_type", "files");
        data.put("object_id", hidden.node());
        data.put("object_name", "/" + hidden.name());
        data.put("objects", Map.of(node, "/" + hidden.name()));
        data.put(
                "datetime",
                Instant.ofEpochSecond(hidden.when())
                        .atOffset(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")));
        return data;
    }
}
