package org.freihafen.sandtalk;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a request asks for: the query, then the body as a form or as a JSON object. */
public final class Form {
    static final int LONGEST_BODY = 1 << 20;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Form() {}

    public static Form of(CloudRequest request) throws IOException {
        Form form = new Form();
        form.add(request.query());
        byte[] body = request.body().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw Refusal.ocs(413, "The request is too long");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json") && !text.isBlank()) {
            form.values.putAll(Json.flatObject(text));
        } else if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
            form.add(text);
        }
        return form;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean flag(String name) {
        return text(name).filter(v -> v.equals("true") || v.equals("1")).isPresent();
    }

    public Optional<Long> number(String name) {
        return text(name).filter(value -> value.matches("-?[0-9]{1,18}")).map(Long::valueOf);
    }

    private void add(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.ocs(400, "The request is not properly encoded");
        }
    }
}
