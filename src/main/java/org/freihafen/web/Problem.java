package org.freihafen.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.words.Words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong with a request, as RFC 9457 has it.
 *
 * @param type the sort of problem: the last part of {@code urn:freihafen:problem:...}
 * @param instance a number under which the log says more, if it does
 * @param rule the rule that refused, and {@code cure} what would be allowed
 */
public record Problem(
        int status,
        String type,
        String title,
        String detail,
        Optional<String> instance,
        Optional<String> rule,
        Optional<String> cure,
        List<Field> fields) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong with one field of the request, or with one place in a file.
     *
     * @param field its name; for a file, the column's
     */
    public record Field(
            String field,
            String detail,
            Optional<Integer> line,
            Optional<String> value,
            Optional<String> cure) {
        public Field(String field, String detail) {
            this(field, detail, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private JsonObjectBuilder json() {
            JsonObjectBuilder json =
                    Json.createObjectBuilder().add("field", field).add("detail", detail);
            line.ifPresent(number -> json.add("line", number));
            value.ifPresent(text -> json.add("value", text));
            cure.ifPresent(text -> json.add("cure", text));
            return json;
        }
    }

    /** Of the sort whose words are {@code problem.<sort>.title} and {@code problem.<sort>}. */
    public static Problem of(int status, String sort, Words words, Object... facts) {
        return new Problem(
                status,
                sort,
                words.say("problem." + sort + ".title"),
                words.has("problem." + sort) ? words.say("problem." + sort, facts) : "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public Problem saying(String newDetail) {
        return new Problem(status, type, title, newDetail, instance, rule, cure, fields);
    }

    public Problem at(String newInstance) {
        return new Problem(
                status, type, title, detail, Optional.of(newInstance), rule, cure, fields);
    }

    public Problem by(String newRule, String newCure) {
        return new Problem(
                status,
                type,
                title,
                detail,
                instance,
                Optional.of(newRule),
                Optional.of(newCure),
                fields);
    }

    public Problem in(List<Field> newFields) {
        return new Problem(
                status, type, title, detail, instance, rule, cure, List.copyOf(newFields));
    }

    public String json() {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("type", "urn:freihafen:problem:" + type)
                        .add("title", title)
                        .add("status", status)
                        .add("detail", detail);
        instance.ifPresent(text -> json.add("instance", text));
        rule.ifPresent(text -> json.add("rule", text));
        cure.ifPresent(text -> json.add("cure", text));
        if (!fields.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            fields.forEach(field -> array.add(field.json()));
            json.add("fields", array);
        }
        return json.build().toString();
    }

    public void send(HttpServletResponse response) throws IOException {
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
