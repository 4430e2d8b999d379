package org.freihafen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.function.Predicate.not;

import com.unboundid.ldap.sdk.LDAPException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A {@code kill -9} loses nothing: the next start goes on and comes to the same end. */
class CrashIT {
    private static final int TRIES = 600;

    @TempDir private Path directory;

    @Test
    void a_server_killed_while_it_loads_and_after_grants_comes_to_what_an_undisturbed_one_does()
            throws IOException, InterruptedException, LDAPException {
        Path data = directory.resolve("data");
        try (SandboxProcess first = SandboxProcess.start(data, "first")) {
            first.awaitConsole("5,000 people");
            Thread.sleep(1_500);
            first.kill();
        }
        Granted granted;
        try (SandboxProcess second = SandboxProcess.start(data, "second")) {
            granted = grantAFolder(second);
            second.kill();
        }
        Landscape killed;
        try (SandboxProcess third = SandboxProcess.start(data, "third")) {
            killed = whenNothingIsToBeDone(third);

            assertThat(files(third, "guest-group")).contains("Protokolle");
            assertThat(files(third, "member")).contains("AG%20Umwelt/");
            assertThat(files(third, "office")).doesNotContain("Protokolle");
            assertThat(
                            third.send("nobody", "PROPFIND", opened(third, granted.open()), "")
                                    .statusCode())
                    .isEqualTo(207);
            assertThat(
                            third.send("nobody", "PROPFIND", opened(third, granted.locked()), "")
                                    .statusCode())
                    .isEqualTo(401);
            assertThat(third.send("admin", "GET", "/api/audit/verification", "").body())
                    .contains("\"whole\":true");
            assertThat(third.send("admin", "GET", "/api/targets", "").body())
                    .doesNotContain("\"unexplained\":1");
        }
        try (SandboxProcess undisturbed =
                SandboxProcess.start(directory.resolve("undisturbed"), "undisturbed")) {
            grantAFolder(undisturbed);
            same(killed, whenNothingIsToBeDone(undisturbed));
        }
    }

    /** Part by part, so that a difference is named and not all of the directory. */
    private static void same(Landscape killed, Landscape undisturbed) {
        assertThat(undisturbed.entries()).hasSizeGreaterThan(6_000);
        assertThat(difference(killed.entries(), undisturbed.entries())).isEmpty();
        assertThat(killed.workspaces()).isEqualTo(undisturbed.workspaces()).isNotEmpty();
        assertThat(killed.shares()).isEqualTo(undisturbed.shares()).hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<String> difference(List<String> killed, List<String> undisturbed) {
        return Stream.concat(
                        killed.stream()
                                .filter(not(Set.copyOf(undisturbed)::contains))
                                .map("killed: "::concat),
                        undisturbed.stream()
                                .filter(not(Set.copyOf(killed)::contains))
                                .map("undisturbed: "::concat))
                .limit(10)
                .toList();
    }

    /** Two links, without and with a password. */
    private record Granted(String open, String locked) {}

    private static Granted grantAFolder(SandboxProcess server)
            throws IOException, InterruptedException {
        server.awaitConsole("The sandbox is loaded");
        HttpResponse<String> made =
                server.send(
                        "lead", "POST", "/api/units/ag-002/folders", "{\"path\":\"Protokolle\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String folder = SandboxProcess.value(made.body(), "id");
        HttpResponse<String> granted =
                server.send(
                        "lead",
                        "POST",
                        "/api/units/ag-002/grants",
                        """
                        {"folder":"%s","to":{"unit":"ag-004"},"permissions":["read"],
                         "reason":"Zusammenarbeit"}
                        """
                                .formatted(folder));
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        return new Granted(
                link(server, folder, "{\"link\":true}"),
                link(server, folder, "{\"link\":true,\"password\":\"leuchtturm-43\"}"));
    }

    private static Landscape whenNothingIsToBeDone(SandboxProcess server)
            throws IOException, InterruptedException, LDAPException {
        server.awaitConsole("The sandbox is loaded");
        for (String target : List.of("ldap", "working", "board")) {
            awaitNothingToDo(server, target);
        }
        return Landscape.of(server);
    }

    private static String link(SandboxProcess server, String folder, String to)
            throws IOException, InterruptedException {
        HttpResponse<String> granted =
                server.send(
                        "lead",
                        "POST",
                        "/api/units/ag-002/grants",
                        """
                        {"folder":"%s","to":%s,"permissions":["read"],"reason":"Presse"}
                        """
                                .formatted(folder, to));
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        assertThat(granted.body()).doesNotContain("leuchtturm");
        String made = granted.headers().firstValue("Location").orElseThrow();
        return made.substring(made.lastIndexOf('/') + 1);
    }

    /** Where the files of a link are, whichever server said so. */
    private static String opened(SandboxProcess server, String grant)
            throws IOException, InterruptedException {
        String shown = server.send("lead", "GET", "/api/grants/" + grant, "").body();
        String link = SandboxProcess.value(shown, "link");
        return "/cloud/public.php/dav/files/" + link.substring(link.lastIndexOf('/') + 1) + "/";
    }

    private static String files(SandboxProcess server, String login)
            throws IOException, InterruptedException {
        HttpResponse<String> seen = server.send(login, "PROPFIND", "/cloud/remote.php/webdav/", "");
        assertThat(seen.statusCode()).isEqualTo(207);
        return seen.body();
    }

    /** Until a dry run over the whole target plans nothing. */
    private static void awaitNothingToDo(SandboxProcess server, String target)
            throws IOException, InterruptedException {
        String last = "";
        for (int tries = 0; tries < TRIES; tries++) {
            HttpResponse<String> queued =
                    server.send(
                            "admin", "POST", "/api/targets/" + target + "/runs?dryRun=true", "{}");
            assertThat(queued.statusCode()).as(queued.body()).isBetween(200, 202);
            String run = SandboxProcess.value(queued.body(), "run");
            do {
                Thread.sleep(300);
                last = server.send("admin", "GET", "/api/runs/" + run, "").body();
            } while (!last.contains("\"ended\""));
            if (last.contains("\"planned\":0") && last.contains("\"phase\":\"planned\"")) {
                return;
            }
        }
        throw new AssertionError(target + " was never in line: " + last);
    }
}
