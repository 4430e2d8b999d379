package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** What somebody of the sandbox does in its cloud past the product, and a run that finds it. */
record ByHand(HttpClient http, URI server) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Moves a folder as soon as it is there. */
    void move(String login, String from, String to) throws Exception {
        String home = "/cloud/remote.php/dav/files/" + id(login) + "/";
        waitFor(() ->
                send(
                                        login,
                                        HttpRequest.newBuilder(server.resolve(home + encoded(from)))
                                                .header("Destination", home + encoded(to))
                                                .method("MOVE", BodyPublishers.noBody()))
                                .statusCode()
                        == 201);
    }

    /** Makes a Team folder and puts groups on it, with Nextcloud's own tools. */
    void teamFolder(String name, String... groups) throws Exception {
        String folders = "/cloud/index.php/apps/groupfolders/folders";
        int id =
                read(service(folders, "mountpoint=" + encoded(name)))
                        .getJsonObject("ocs")
                        .getJsonObject("data")
                        .getInt("id");
        for (String group : groups) {
            service(folders + "/" + id + "/groups", "group=" + encoded(group));
        }
    }

    private HttpResponse<String> service(String path, String form) throws Exception {
        Path data = Path.of(System.getProperty("freihafen.data"));
        String password =
                Files.readString(data.resolve("sandbox/cloud/freihafen-svc.app-password")).strip();
        HttpResponse<String> answer =
                send(
                        "freihafen-svc",
                        password,
                        HttpRequest.newBuilder(server.resolve(path + "?format=json"))
                                .header("OCS-APIRequest", "true")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** Lets an administrator look at the whole cloud. */
    void fullRun() throws Exception {
        HttpResponse<String> asked =
                send(
                        "admin",
                        HttpRequest.newBuilder(server.resolve("/api/targets/working/runs"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(asked.statusCode()).isBetween(200, 202);
        String run = read(asked, "run");
        waitFor(() ->
                read(send("admin", HttpRequest.newBuilder(server.resolve("/api/runs/" + run))))
                        .getJsonObject("run")
                        .containsKey("ended"));
    }

    private String id(String login) throws Exception {
        return read(send(login, HttpRequest.newBuilder(server.resolve("/api/me"))), "id");
    }

    private HttpResponse<String> send(String login, HttpRequest.Builder request) throws Exception {
        return send(login, "sandbox", request);
    }

    private HttpResponse<String> send(String login, String password, HttpRequest.Builder request)
            throws Exception {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return http.send(
                request.header("Authorization", "Basic " + credentials)
                        .header("X-Freihafen", "test")
                        .build(),
                BodyHandlers.ofString());
    }

    private static String read(HttpResponse<String> answer, String name) {
        return read(answer).getString(name);
    }

    private static JsonObject read(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void waitFor(Check check) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(end);
            Thread.sleep(200);
        }
    }
}
