package org.freihafen.sandtalk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the OCS API before it is put in a form. The second version shows its status as HTTP
 * status; the first, and the Team folders' API, always say 200 and tell the truth in the meta part.
 */
public record OcsAnswer(int status, String message, Object data) {

    /** Nothing is new: said by the status alone. */
    public static final OcsAnswer UNCHANGED = new OcsAnswer(304, "", List.of());

    /** Which rules of form hold at a path. */
    public enum Version {
        FIRST,
        SECOND
    }

    public static OcsAnswer ok(Object data) {
        return new OcsAnswer(200, "OK", data);
    }

    public static OcsAnswer refused(Refusal refusal) {
        return new OcsAnswer(refusal.status(), refusal.words(), List.of());
    }

    public CloudResponse form(CloudRequest request, Version version) {
        if (equals(UNCHANGED)) {
            return CloudResponse.empty(304);
        }
        boolean first = version == Version.FIRST;
        boolean good = status < 300;
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("status", good ? "ok" : "failure");
        meta.put("statuscode", first && good ? 100 : status);
        meta.put("message", message);
        if (first) {
            meta.put("totalitems", "");
            meta.put("itemsperpage", "");
        }
        Map<String, Object> ocs = new LinkedHashMap<>();
        ocs.put("meta", meta);
        ocs.put("data", data);
        int http = first ? 200 : status;
        CloudResponse response =
                wantsJson(request)
                        ? CloudResponse.text(
                                http,
                                "application/json; charset=utf-8",
                                Json.write(Map.of("ocs", ocs)))
                        : CloudResponse.text(
                                http, "application/xml; charset=utf-8", xml("ocs", ocs));
        return response.with("Cache-Control", "no-cache, no-store, must-revalidate");
    }

    /** The answers that are XML whatever was asked for: 401, 429, 500 and unknown routes. */
    public static CloudResponse alwaysXml(int http, int code, String message) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("status", "failure");
        meta.put("statuscode", code);
        meta.put("message", message);
        Map<String, Object> ocs = new LinkedHashMap<>();
        ocs.put("meta", meta);
        ocs.put("data", "");
        CloudResponse response =
                CloudResponse.text(http, "text/xml; charset=UTF-8", xml("ocs", ocs))
                        .with("Cache-Control", "no-cache, no-store, must-revalidate");
        return http == 401
                ? response.with("WWW-Authenticate", "Basic realm=\"Authorisation Required\"")
                : response;
    }

    private static boolean wantsJson(CloudRequest request) {
        for (String pair : request.query().split("&", -1)) {
            if (pair.startsWith("format=")) {
                return pair.equals("format=json");
            }
        }
        return request.header("accept")
                .map(accept -> accept.toLowerCase(Locale.ROOT).contains("application/json"))
                .orElse(false);
    }

    private static String xml(String name, Object value) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n");
        element(out, name, value);
        return out.append('\n').toString();
    }

    private static void element(StringBuilder out, String name, Object value) {
        out.append('<').append(name).append('>');
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, inner) -> element(out, named(key.toString()), inner));
            case List<?> list -> list.forEach(inner -> element(out, "element", inner));
            case Optional<?> optional ->
                    optional.ifPresent(inner -> out.append(Xml.escaped(inner.toString())));
            case Boolean bool -> out.append(bool ? "1" : "");
            default -> out.append(Xml.escaped(value.toString()));
        }
        out.append("</").append(name).append('>');
    }

    private static String named(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? key : "element";
    }
}
