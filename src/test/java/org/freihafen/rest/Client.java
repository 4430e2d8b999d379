package org.freihafen.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A program that calls REST as somebody of the sandbox, or as nobody. */
record Client(HttpClient http, URI server, Optional<String> login) {
    /** What came back. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        String text(String name) {
            return json().getString(name);
        }
    }

    Client as(String newLogin) {
        return new Client(http, server, Optional.of(newLogin));
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    /** With a body of JSON if it begins with a brace, else of CSV, and none if it is empty. */
    Answer call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve("/api" + path))
                        .header("X-Freihafen", "test")
                        .header("Accept-Language", "en")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", body.startsWith("{") ? "application/json" : "text/csv");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        login.ifPresent(name -> request.header("Authorization", basic(name)));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String basic(String login) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((login + ":sandbox").getBytes(StandardCharsets.UTF_8));
    }
}
