package org.freihafen.sandcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.freihafen.sandsight.BruteForce;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.CloudSettings.Policy;
import org.freihafen.sandsight.CloudSettings.ServiceAccount;
import org.freihafen.sandsight.ScriptedUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Requests that were sent to a real server, sent to ours: the same status, the same words. */
class TranscriptTest {
    @TempDir Path directory;
    private EmbeddedCloudServer server;

    @BeforeEach
    void start() throws IOException {
        ScriptedUsers users = new ScriptedUsers();
        for (String name : List.of("Anna", "Bernd", "Clara", "David", "Eva", "Felix", "Nils")) {
            users.person(name.toLowerCase(java.util.Locale.ROOT), "geheim", name + " Beispiel");
        }
        users.person("paul", "geheim", "Paul Beispiel")
                .person("rosa", "geheim", "Rosa Beispiel")
                .group("ag-umwelt", "ag-umwelt", "anna", "clara")
                .group("ag-strasse", "AG Straßenbau", "rosa")
                .group("kv-musterstadt", "kv-musterstadt", "bernd");
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory)
                                .with(new Policy(true, true, true, false))
                                .with(BruteForce.Limits.none())
                                .with(List.of(new ServiceAccount("svc", "SVC", "svc-group"))),
                        users,
                        InstantSource.system());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @TestFactory
    List<DynamicTest> files_are_kept_as_on_a_real_server() throws IOException {
        return replay("webdav.replay");
    }

    @TestFactory
    List<DynamicTest> shares_are_made_and_ended_as_on_a_real_server() throws IOException {
        return replay("shares.replay");
    }

    @TestFactory
    List<DynamicTest> team_folders_are_run_as_on_a_real_server() throws IOException {
        return replay("teamfolders.replay");
    }

    private record Step(
            String sentence,
            String who,
            String method,
            String path,
            Map<String, String> headers,
            String body,
            int status,
            List<String> holds,
            List<String> lacks) {}

    private List<DynamicTest> replay(String name) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Step step : steps(name)) {
            tests.add(dynamicTest(step.sentence(), () -> check(step)));
        }
        return tests;
    }

    private void check(Step step) {
        boolean service = List.of("svc", "bare", "xml").contains(step.who());
        String login = service ? "svc" : step.who();
        String password =
                service ? server.servicePassword() : step.who().equals("falsch") ? "?" : "geheim";
        Map<String, String> headers = new HashMap<>();
        if (!step.path().startsWith("/remote.php") && !step.who().equals("bare")) {
            headers.put("OCS-APIRequest", "true");
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            if (!step.who().equals("xml")) {
                headers.put("Accept", "application/json");
            }
        }
        headers.putAll(step.headers());
        List<String> flat = new ArrayList<>();
        headers.forEach((key, value) -> flat.addAll(List.of(key, value)));
        HttpResponse<String> response =
                new Caller(server.address(), login, password)
                        .send(step.method(), step.path(), step.body(), flat.toArray(String[]::new));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(step.status());
        String body = response.body().replace("&quot;", "\"");
        step.holds().forEach(held -> assertThat(body).contains(held));
        step.lacks().forEach(lacking -> assertThat(body).doesNotContain(lacking));
    }

    private static List<Step> steps(String name) throws IOException {
        try (InputStream in = TranscriptTest.class.getResourceAsStream("/nextcloud/" + name)) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Step> steps = new ArrayList<>();
            for (String block : text.split("(?m)^### ", -1)) {
                if (!block.startsWith("#")) {
                    steps.add(step(block.lines().toList()));
                }
            }
            return steps;
        }
    }

    private static Step step(List<String> lines) {
        String[] request = lines.get(1).split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        String body = "";
        int status = 0;
        List<String> holds = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("> ")) {
                body = line.substring(2);
            } else if (line.startsWith("< ")) {
                status = Integer.parseInt(line.substring(2));
            } else if (line.startsWith("~ ")) {
                holds.add(line.substring(2));
            } else if (line.startsWith("! ")) {
                lacks.add(line.substring(2));
            } else if (!line.isBlank()) {
                int colon = line.indexOf(": ");
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new Step(
                lines.getFirst(),
                request[0],
                request[1],
                request[2],
                headers,
                body,
                status,
                holds,
                lacks);
    }
}
