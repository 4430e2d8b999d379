package org.freihafen.cloud.nextcloud;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpDelete;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.message.BasicNameValuePair;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of the Open Collaboration Services kind. Whether one succeeded stands in the answer's meta
 * part: Team folders answer 200 also when they refuse.
 */
final class Ocs {
    private final Session session;

    Ocs(Session session) {
        this.session = session;
    }

    JsonValue get(String path, Saying what) throws TargetUnavailable, CloudSaidNo {
        return data(session.call(() -> new HttpGet(url(path))), what);
    }

    /** Empty if nothing is new there, which it answers with 304 or 204 and without a body. */
    Optional<JsonValue> getNew(String path, Saying what) throws TargetUnavailable, CloudSaidNo {
        Answer answer = session.call(() -> new HttpGet(url(path)));
        return answer.status() == 304 || answer.status() == 204
                ? Optional.empty()
                : Optional.of(data(answer, what));
    }

    JsonValue delete(String path, Saying what) throws TargetUnavailable, CloudSaidNo {
        return data(session.call(() -> new HttpDelete(url(path))), what);
    }

    JsonValue put(String path, Map<String, String> form, Saying what)
            throws TargetUnavailable, CloudSaidNo {
        return data(session.call(() -> filled(new HttpPut(url(path)), form)), what);
    }

    JsonValue post(
            String path, Map<String, String> form, Cookies cookies, Repeat repeat, Saying what)
            throws TargetUnavailable, CloudSaidNo {
        return data(
                session.call(() -> filled(new HttpPost(url(path)), form), cookies, repeat), what);
    }

    private String url(String path) {
        return session.cloud().url() + path + (path.contains("?") ? "&" : "?") + "format=json";
    }

    private static <R extends HttpEntityEnclosingRequestBase> R filled(
            R request, Map<String, String> form) {
        List<NameValuePair> fields =
                form.entrySet().stream()
                        .<NameValuePair>map(
                                field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList();
        request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
        return request;
    }

    private JsonValue data(Answer answer, Saying what) throws TargetUnavailable, CloudSaidNo {
        if (answer.status() >= 500) {
            throw new TargetUnavailable(
                    Saying.of("cloud.failed", session.cloud().name(), answer.status()).with(what));
        }
        if (answer.isMarkup()) {
            if (answer.status() >= 400) {
                throw no(answer.status(), what);
            }
            throw new TargetUnavailable(Saying.of("cloud.page", session.cloud().name()));
        }
        JsonObject ocs;
        try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            ocs = reader.readObject().getJsonObject("ocs");
        } catch (JsonException | ClassCastException e) {
            throw new TargetUnavailable(Saying.of("cloud.damaged", session.cloud().name()), e);
        }
        if (ocs == null || !(ocs.get("meta") instanceof JsonObject meta)) {
            throw no(answer.status(), what);
        }
        int code = meta.getInt("statuscode", answer.status());
        if (code != 100 && code != 200) {
            throw no(code, what);
        }
        JsonValue data = ocs.get("data");
        return data == null ? JsonValue.NULL : data;
    }

    private CloudSaidNo no(int code, Saying what) {
        String cloud = session.cloud().name();
        Saying why =
                switch (code) {
                    case 403, 997 ->
                            Saying.of(
                                    "cloud.not-delegated",
                                    cloud,
                                    code,
                                    session.cloud().serviceGroup(),
                                    session.cloud().login());
                    case 404, 998 -> Saying.of("cloud.not-there", cloud, code);
                    case 400 -> Saying.of("cloud.forbidden", cloud, code);
                    default -> Saying.of("cloud.refused", cloud, code);
                };
        return new CloudSaidNo(code, why.with(what));
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Numbers come as numbers or as strings, ids above all. */
    static String text(JsonObject object, String name) {
        return switch (object.get(name)) {
            case JsonString string -> string.getString();
            case JsonNumber number -> number.toString();
            case null, default -> "";
        };
    }
}
