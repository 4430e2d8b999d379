package org.freihafen.web;

import org.freihafen.sandbox.Tour;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without script or eyes: it reads pages and sends their forms, with anything in them.
 */
public final class PlainBrowser {
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(input|textarea|select|button)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");
    private static final String BOUNDARY = "----between";

    private final URI server;
    private final HttpClient http;

    public PlainBrowser(URI server) {
        this.server = server;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    /** What came back. */
    public record Answer(int status, URI from, String page) {
        List<Form> forms() {
            return FORM.matcher(page).results().map(m -> read(m.group(1), m.group(2))).toList();
        }

        /** The one that this button sends. */
        Form form(String button) {
            return forms().stream()
                    .filter(form -> form.buttons().contains(button))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + button + " at " + from));
        }
    }

    /**
     * A form as the page sent it.
     *
     * @param fields by name, with their values
     * @param buttons names of those that send it
     */
    public record Form(
            String action, boolean multipart, Map<String, String> fields, List<String> buttons) {
        Form with(String field, Optional<String> value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.remove(field);
            value.ifPresent(text -> changed.put(field, text));
            return new Form(action, multipart, changed, buttons);
        }

        private String body(String button) {
            Map<String, String> sent = new LinkedHashMap<>(fields);
            sent.put(button, "");
            return multipart ? parts(sent) : query(sent);
        }

        private static String parts(Map<String, String> sent) {
            return sent.entrySet().stream()
                            .map(field ->
                                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                                            .formatted(
                                                    BOUNDARY,
                                                    field.getKey(),
                                                    field.getKey().equals("file")
                                                            ? "; filename=\"file.csv\""
                                                            : "",
                                                    field.getValue()))
                            .collect(Collectors.joining())
                    + "--"
                    + BOUNDARY
                    + "--\r\n";
        }
    }

    private static Form read(String head, String inside) {
        Map<String, String> attributes = attributes(head);
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> buttons = new ArrayList<>();
        FIELD.matcher(inside)
                .results()
                .forEach(match -> {
                    Map<String, String> of = attributes(match.group(2));
                    String name = of.getOrDefault("name", "");
                    if (match.group(1).equals("button")) {
                        buttons.add(name);
                    } else if (!name.isEmpty() && chosen(of)) {
                        fields.put(name, of.getOrDefault("value", ""));
                    }
                });
        return new Form(
                attributes.getOrDefault("action", ""),
                attributes.getOrDefault("enctype", "").equals("multipart/form-data"),
                fields,
                buttons);
    }

    private static boolean chosen(Map<String, String> field) {
        return switch (field.getOrDefault("type", "text")) {
            case "radio", "checkbox" -> field.containsKey("checked");
            default -> true;
        };
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .collect(
                        Collectors.toMap(
                                m -> m.group(1), m -> unquoted(m.group(2)), (first, _) -> first));
    }

    private static String unquoted(String value) {
        return value.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Until the sandbox has its logins; 200 or the last answer. */
    public int signIn(String login) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .header("X-Freihafen", "1")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"login\":\"%s\",\"password\":\"%s\"}"
                                                .formatted(login, Tour.PASSWORD)))
                        .build();
        int status = 0;
        for (int tries = 0; status != 200 && tries < 180; tries++) {
            status = http.send(request, BodyHandlers.discarding()).statusCode();
            Thread.sleep(status == 200 ? 0 : 1_000);
        }
        return status;
    }

    public Answer open(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(server.resolve("/").resolve(path)).build());
    }

    Answer send(Form form, String button) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(server.resolve(form.action()))
                        .header(
                                "Content-Type",
                                form.multipart()
                                        ? "multipart/form-data; boundary=" + BOUNDARY
                                        : "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.body(button)))
                        .build());
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.uri(), response.body());
    }
}
