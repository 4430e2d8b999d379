package org.freihafen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long it takes in the sandbox until a grantee sees what was granted, asking without end. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GrantBenchmark {
    private static final int GRANTS = 60;
    private static final int WARM_UP = 10;
    private static final String FILES = "/cloud/remote.php/webdav/";

    @TempDir private Path directory;

    @Test
    void a_grantee_sees_a_grant_within_a_second() throws IOException, InterruptedException {
        List<Long> millis = new ArrayList<>();
        try (SandboxProcess sandbox = SandboxProcess.start(directory, "grant")) {
            sandbox.awaitConsole("The sandbox is loaded");
            for (int n = 0; n < WARM_UP + GRANTS; n++) {
                long took = grant(sandbox, "Ordner " + n);
                if (n >= WARM_UP) {
                    millis.add(took);
                }
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "grant to visible: median %d ms, p95 %d ms, longest %d ms of %d%n",
                millis.get(GRANTS / 2), millis.get(GRANTS * 95 / 100), millis.getLast(), GRANTS);
    }

    private static long grant(SandboxProcess sandbox, String name)
            throws IOException, InterruptedException {
        String folder =
                SandboxProcess.value(
                        done(
                                sandbox.send(
                                        "lead",
                                        "POST",
                                        "/api/units/ag-002/folders",
                                        "{\"path\":\"" + name + "\"}")),
                        "id");
        long began = System.nanoTime();
        done(
                sandbox.send(
                        "lead",
                        "POST",
                        "/api/units/ag-002/grants",
                        """
                        {"folder":"%s","to":{"unit":"ag-004"},"permissions":["read"],
                         "reason":"Zusammenarbeit"}
                        """
                                .formatted(folder)));
        while (!sandbox.send("guest-group", "PROPFIND", FILES, "")
                .body()
                .contains(name.replace(" ", "%20"))) {
            assertThat(System.nanoTime() - began).isLessThan(60_000_000_000L);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static String done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }
}
