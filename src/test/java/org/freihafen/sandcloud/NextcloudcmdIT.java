package org.freihafen.sandcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.servers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Nextcloud's own sync client against the embedded cloud, both ways. */
class NextcloudcmdIT {
    private static final String FOLDERS = "/index.php/apps/groupfolders/folders";
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";

    @TempDir Path directory;
    private EmbeddedCloudServer server;
    private Caller svc;

    @BeforeEach
    void start() throws IOException {
        Servers.require("nextcloudcmd");
        ScriptedUsers users =
                new ScriptedUsers()
                        .person("n-1", "nils", "geheim", "Nils Beispiel")
                        .person("p-1", "paul", "geheim", "Paul Beispiel")
                        .group("umwelt", "AG Umwelt", "n-1")
                        .group("digital", "AG Digital", "p-1");
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory.resolve("cloud")),
                        users,
                        InstantSource.system());
        svc = new Caller(server.address(), "freihafen-svc", server.servicePassword());
        svc.ocs("POST", FOLDERS, "mountpoint=AG+Umwelt");
        svc.ocs("POST", FOLDERS + "/1/groups", "group=freihafen");
        svc.ocs("POST", FOLDERS + "/1/groups", "group=AG+Umwelt");
        svc.ocs("POST", FOLDERS + "/1/groups/AG%20Umwelt", "permissions=15");
        svc.send("MKCOL", svc("Notizen"), "");
        svc.send("PUT", svc("Notizen/vom-server.txt"), "eins");
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_member_s_workspace_is_kept_alike_on_both_sides() throws Exception {
        Path mine = Files.createDirectory(directory.resolve("nils"));
        assertThat(sync("nils", mine)).isZero();
        Path workspace = mine.resolve("AG Umwelt");
        assertThat(workspace.resolve("Notizen/vom-server.txt")).hasContent("eins");

        Path street = Files.createDirectory(workspace.resolve("Straße ä €"));
        Files.writeString(street.resolve("über uns.txt"), "neu");
        byte[] large = new byte[12_000_000];
        new Random(5).nextBytes(large);
        Files.write(workspace.resolve("groß.bin"), large);
        Files.writeString(workspace.resolve("Notizen/vom-server.txt"), "zwei, von Nils");
        assertThat(sync("nils", mine)).isZero();
        assertThat(svc.send("GET", svc("Stra%C3%9Fe%20%C3%A4%20%E2%82%AC/%C3%BCber%20uns.txt"), ""))
                .satisfies(answer -> assertThat(answer.body()).isEqualTo("neu"));
        assertThat(svc.send("GET", svc("Notizen/vom-server.txt"), "").body())
                .isEqualTo("zwei, von Nils");
        assertThat(
                        svc.send("HEAD", svc("gro%C3%9F.bin"), "")
                                .headers()
                                .firstValue("Content-Length"))
                .contains("12000000");

        svc.send("MOVE", svc("Notizen"), "", "Destination", "/cloud" + svc("Protokolle"));
        svc.send("DELETE", svc("gro%C3%9F.bin"), "");
        assertThat(sync("nils", mine)).isZero();
        assertThat(files(mine))
                .containsExactlyInAnyOrder(
                        "AG Umwelt/Protokolle/vom-server.txt", "AG Umwelt/Straße ä €/über uns.txt");

        Files.delete(workspace.resolve("Protokolle/vom-server.txt"));
        assertThat(sync("nils", mine)).isZero();
        assertThat(svc.send("GET", svc("Protokolle/vom-server.txt"), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_was_shared_read_only_comes_and_does_not_go_back() throws Exception {
        svc.ocs(
                "GET",
                "/ocs/v2.php/apps/files_sharing/api/v1/sharees?itemType=folder&search=AG%20Digital",
                "");
        Path mine = Files.createDirectory(directory.resolve("paul"));
        Files.writeString(mine.resolve("eigenes.txt"), "Paul");
        assertThat(sync("paul", mine)).isZero();
        assertThat(files(mine)).containsExactly("eigenes.txt");
        svc.ocs(
                "POST",
                SHARES,
                "path=/AG+Umwelt/Notizen&shareType=1&shareWith=AG+Digital&permissions=1");
        assertThat(sync("paul", mine)).isZero();
        assertThat(files(mine)).containsExactlyInAnyOrder("eigenes.txt", "Notizen/vom-server.txt");

        Files.writeString(mine.resolve("Notizen/vom-server.txt"), "von Paul");
        Files.writeString(mine.resolve("Notizen/neu.txt"), "von Paul");
        sync("paul", mine);
        assertThat(svc.send("GET", svc("Notizen/vom-server.txt"), "").body()).isEqualTo("eins");
        assertThat(svc.send("GET", svc("Notizen/neu.txt"), "").statusCode()).isEqualTo(404);
        assertThat(mine.resolve("Notizen/vom-server.txt")).hasContent("eins");

        svc.ocs("DELETE", SHARES + "/1", "");
        sync("paul", mine);
        assertThat(mine.resolve("Notizen/vom-server.txt")).doesNotExist();
    }

    private int sync(String login, Path into) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/usr/bin/nextcloudcmd",
                        "--non-interactive",
                        "--silent",
                        "-u",
                        login,
                        "-p",
                        "geheim",
                        into.toString(),
                        server.address().toString());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("nextcloudcmd.log").toFile());
        Process client = builder.start();
        assertThat(client.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return client.exitValue();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private static String svc(String path) {
        return "/remote.php/dav/files/freihafen-svc/AG%20Umwelt/" + path;
    }
}
