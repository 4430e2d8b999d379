package org.freihafen.sandcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.sandsight.BruteForce;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.CloudSettings.Policy;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is not in the transcripts, but must hold. */
class EmbeddedCloudTest {
    private static final String FOLDERS = "/index.php/apps/groupfolders/folders";
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static final String SHAREES =
            "/ocs/v2.php/apps/files_sharing/api/v1/sharees?itemType=folder&search=";

    @TempDir Path directory;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-01T12:00:00Z"));
    private final ScriptedUsers users =
            new ScriptedUsers()
                    .person("n-1", "nils", "geheim", "Nils Beispiel")
                    .person("p-1", "paul", "geheim", "Paul Beispiel")
                    .person("q-1", "quirin", "geheim", "Quirin Beispiel")
                    .group("umwelt", "AG Umwelt", "n-1")
                    .group("digital", "AG Digital", "p-1");
    private EmbeddedCloudServer server;
    private Caller svc;
    private Caller nils;
    private Caller paul;

    @BeforeEach
    void start() throws IOException {
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory.resolve("cloud")).withLargestUpload(5000),
                        users,
                        now::get);
        svc = new Caller(server.address(), "freihafen-svc", server.servicePassword());
        nils = new Caller(server.address(), "nils", "geheim");
        paul = new Caller(server.address(), "paul", "geheim");
        nils.ocs("GET", "/ocs/v2.php/cloud/user", "");
        paul.ocs("GET", "/ocs/v2.php/cloud/user", "");
        svc.ocs("POST", FOLDERS, "mountpoint=AG+Umwelt");
        svc.ocs("POST", FOLDERS + "/1/groups", "group=freihafen");
        svc.ocs("POST", FOLDERS + "/1/groups", "group=AG+Umwelt");
        assertThat(svc.send("MKCOL", file("freihafen-svc", "AG%20Umwelt/Notizen"), "").statusCode())
                .isEqualTo(201);
        assertThat(put(svc, "freihafen-svc", "AG%20Umwelt/Notizen/a.txt", "eins")).isEqualTo(201);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void nobody_sees_more_than_home_own_groups_and_what_was_shared() {
        assertThat(put(paul, "p-1", "meins.txt", "x")).isEqualTo(201);
        assertThat(get(paul, "p-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);
        assertThat(get(paul, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);
        assertThat(get(nils, "p-1", "meins.txt")).isEqualTo(404);
        assertThat(get(svc, "p-1", "meins.txt")).isEqualTo(404);
        for (String method : List.of("PUT", "MKCOL", "DELETE", "MOVE", "COPY", "PROPPATCH")) {
            assertThat(nils.send(method, file("p-1", "meins.txt"), "").statusCode())
                    .as(method)
                    .isBetween(403, 404);
        }
        assertThat(get(paul, "p-1", "meins.txt")).isEqualTo(200);
    }

    @Test
    void who_joins_and_leaves_a_group_sees_so_at_the_next_request() {
        users.join("umwelt", "p-1");
        assertThat(get(paul, "p-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(200);
        users.leave("umwelt", "p-1");
        assertThat(get(paul, "p-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);
    }

    @Test
    void who_is_suspended_is_not_let_in_by_an_app_password_either() {
        String answer = nils.ocs("GET", "/ocs/v2.php/core/getapppassword", "").body();
        String password = answer.replaceAll(".*\"apppassword\":\"([^\"]+)\".*", "$1");
        Caller phone = new Caller(server.address(), "nils", password);
        assertThat(get(phone, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(200);
        assertThat(phone.ocs("GET", "/ocs/v2.php/core/getapppassword", "").statusCode())
                .isEqualTo(403);
        assertThat(get(new Caller(server.address(), "paul", password), "p-1", "")).isEqualTo(401);
        users.gone("n-1");
        assertThat(get(phone, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(401);
        users.person("n-1", "nils", "geheim", "Nils Beispiel");
        assertThat(phone.ocs("DELETE", "/ocs/v2.php/core/apppassword", "").statusCode())
                .isEqualTo(200);
        assertThat(get(phone, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(401);
    }

    @Test
    void the_service_account_has_no_password_but_the_one_in_its_file() throws IOException {
        Path file = directory.resolve("cloud/freihafen-svc.app-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("cloud/journal")))
                .doesNotContain(server.servicePassword());
        Files.delete(file);
        server.restart();
        assertThat(get(svc, "freihafen-svc", "")).isEqualTo(401);
        Caller renewed = new Caller(server.address(), "freihafen-svc", server.servicePassword());
        assertThat(get(renewed, "freihafen-svc", "")).isEqualTo(200);
    }

    @Test
    void without_enumeration_a_group_is_found_by_its_whole_name_only() {
        assertThat(svc.ocs("GET", SHAREES + "AG", "").body()).doesNotContain("shareWith");
        assertThat(svc.ocs("GET", SHAREES + "ag%20umwelt", "").body())
                .contains("\"shareWith\":\"AG Umwelt\"");
        assertThat(nils.ocs("GET", SHAREES + "paul", "").body()).doesNotContain("shareWith");
    }

    @Test
    void a_renamed_group_keeps_its_id_and_shows_its_new_name() {
        users.group("digital", "AG Netz", "p-1");
        assertThat(svc.ocs("GET", SHAREES + "AG%20Netz", "").body())
                .contains("\"label\":\"AG Netz\"", "\"shareWith\":\"AG Digital\"");
        assertThat(share("AG+Umwelt%2FNotizen", "AG+Netz", 1)).isEqualTo(404);
        assertThat(share("AG+Umwelt%2FNotizen", "AG+Digital", 1)).isEqualTo(200);
        assertThat(svc.ocs("GET", SHARES, "").body())
                .contains("\"share_with_displayname\":\"AG Netz\"");
    }

    @Test
    void another_group_of_the_same_name_gets_another_id() {
        users.group("neu", "AG Digital", "q-1");
        assertThat(svc.ocs("GET", SHAREES + "AG%20Digital", "").body())
                .contains("\"shareWith\":\"AG Digital\"", "\"shareWith\":\"AG Digital_2\"");
    }

    @Test
    void a_group_made_anew_revives_old_shares() {
        share("AG+Umwelt%2FNotizen", "AG+Digital", 1);
        users.dissolve("digital");
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(404);
        assertThat(svc.ocs("PUT", SHARES + "/1", "permissions=3").statusCode()).isEqualTo(400);
        users.groupAs("digital", "another-uuid", "AG Digital", "p-1");
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(200);
        assertThat(svc.ocs("DELETE", SHARES + "/1", "").statusCode()).isEqualTo(200);
    }

    @Test
    void permissions_of_a_share_hold_for_every_deed() {
        share("AG+Umwelt%2FNotizen", "AG+Digital", 1);
        assertThat(put(paul, "p-1", "Notizen/a.txt", "y")).isEqualTo(403);
        assertThat(put(paul, "p-1", "Notizen/neu.txt", "y")).isEqualTo(403);
        assertThat(paul.send("MKCOL", file("p-1", "Notizen/x"), "").statusCode()).isEqualTo(403);
        assertThat(paul.send("DELETE", file("p-1", "Notizen/a.txt"), "").statusCode())
                .isEqualTo(403);
        assertThat(move(paul, "p-1", "Notizen/a.txt", "weg.txt")).isEqualTo(403);
        assertThat(put(paul, "p-1", "eigen.txt", "z")).isEqualTo(201);
        assertThat(move(paul, "p-1", "eigen.txt", "Notizen/eigen.txt")).isEqualTo(403);
        svc.ocs("PUT", SHARES + "/1", "permissions=5");
        assertThat(put(paul, "p-1", "Notizen/neu.txt", "y")).isEqualTo(201);
        assertThat(put(paul, "p-1", "Notizen/a.txt", "y")).isEqualTo(403);
        svc.ocs("PUT", SHARES + "/1", "permissions=15");
        assertThat(move(paul, "p-1", "Notizen/a.txt", "weg.txt")).isEqualTo(201);
        assertThat(get(nils, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);
    }

    @Test
    void a_person_s_share_ends_with_that_person_s_access() {
        assertThat(
                        nils.ocs(
                                        "POST",
                                        SHARES,
                                        "path=/AG+Umwelt/Notizen&shareType=0&shareWith=q-1"
                                                + "&permissions=31")
                                .statusCode())
                .isEqualTo(200);
        Caller quirin = new Caller(server.address(), "quirin", "geheim");
        assertThat(put(quirin, "q-1", "Notizen/b.txt", "b")).isEqualTo(201);
        svc.ocs("POST", FOLDERS + "/1/groups/AG%20Umwelt", "permissions=1");
        assertThat(put(quirin, "q-1", "Notizen/c.txt", "c")).isEqualTo(403);
        assertThat(get(quirin, "q-1", "Notizen/b.txt")).isEqualTo(200);
        users.leave("umwelt", "n-1");
        assertThat(get(quirin, "q-1", "Notizen/b.txt")).isEqualTo(404);
    }

    @Test
    void nobody_shares_more_than_they_have() {
        share("AG+Umwelt%2FNotizen", "AG+Digital", 17);
        String on = "path=/Notizen&shareType=0&shareWith=q-1&permissions=";
        assertThat(paul.ocs("POST", SHARES, on + "3").statusCode()).isEqualTo(404);
        assertThat(paul.ocs("POST", SHARES, on + "1").statusCode()).isEqualTo(200);
        assertThat(paul.ocs("PUT", SHARES + "/2", "permissions=15").statusCode()).isEqualTo(404);
        Caller quirin = new Caller(server.address(), "quirin", "geheim");
        assertThat(get(quirin, "q-1", "Notizen/a.txt")).isEqualTo(200);
        svc.ocs("DELETE", SHARES + "/1", "");
        assertThat(get(quirin, "q-1", "Notizen/a.txt")).isEqualTo(404);
    }

    @Test
    void a_share_ends_when_the_day_of_its_expiry_begins() {
        svc.ocs(
                "POST",
                SHARES,
                "path=/AG+Umwelt/Notizen&shareType=1&shareWith=AG+Digital&permissions=1"
                        + "&expireDate=2027-03-02");
        now.set(Instant.parse("2027-03-01T23:59:59Z"));
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(200);
        now.set(Instant.parse("2027-03-02T00:00:00Z"));
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(404);
        assertThat(svc.ocs("GET", SHARES + "/1", "").statusCode()).isEqualTo(404);
        assertThat(share("AG+Umwelt%2FNotizen", "AG+Digital", 1)).isEqualTo(200);
        assertThat(svc.ocs("GET", SHARES, "").body()).contains("\"id\":\"2\"");
    }

    @Test
    void a_folder_restored_from_the_trash_has_its_shares_again() {
        share("AG+Umwelt%2FNotizen", "AG+Digital", 1);
        svc.send("DELETE", file("freihafen-svc", "AG%20Umwelt/Notizen"), "");
        assertThat(svc.ocs("GET", SHARES + "/1", "").statusCode()).isEqualTo(404);
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(404);
        String trashed =
                "/remote.php/dav/trashbin/n-1/trash/Notizen.d" + now.get().getEpochSecond();
        assertThat(
                        nils.send(
                                        "MOVE",
                                        trashed,
                                        "",
                                        "Destination",
                                        "/cloud/remote.php/dav/trashbin/n-1/restore/x")
                                .statusCode())
                .isEqualTo(201);
        assertThat(svc.ocs("GET", SHARES + "/1", "").statusCode()).isEqualTo(200);
        assertThat(get(paul, "p-1", "Notizen/a.txt")).isEqualTo(200);
    }

    @Test
    void a_renamed_folder_keeps_its_id_and_is_found_by_it() {
        String id = fileId();
        assertThat(move(svc, "freihafen-svc", "AG%20Umwelt/Notizen", "AG%20Umwelt/Anders"))
                .isEqualTo(201);
        String search =
                "<?xml version=\"1.0\"?><d:searchrequest xmlns:d=\"DAV:\""
                        + " xmlns:oc=\"http://owncloud.org/ns\"><d:basicsearch><d:select><d:prop><oc:fileid/>"
                        + "</d:prop></d:select><d:from><d:scope><d:href>/files/freihafen-svc</d:href>"
                        + "<d:depth>infinity</d:depth></d:scope></d:from><d:where><d:eq><d:prop><oc:fileid/>"
                        + "</d:prop><d:literal>"
                        + id
                        + "</d:literal></d:eq></d:where></d:basicsearch></d:searchrequest>";
        assertThat(svc.send("SEARCH", "/remote.php/dav/", search).body())
                .contains("/AG%20Umwelt/Anders/</d:href>", "<oc:fileid>" + id + "</oc:fileid>");
        assertThat(paul.send("SEARCH", "/remote.php/dav/", search).body())
                .doesNotContain("<d:response>");
    }

    @Test
    void a_file_is_given_in_parts_and_only_when_it_changed() {
        String path = file("n-1", "AG%20Umwelt/Notizen/a.txt");
        assertThat(nils.send("GET", path, "", "Range", "bytes=1-2").body()).isEqualTo("in");
        assertThat(nils.send("GET", path, "", "Range", "bytes=-1").body()).isEqualTo("s");
        assertThat(nils.send("GET", path, "", "Range", "bytes=9-").statusCode()).isEqualTo(416);
        String tag = nils.send("HEAD", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(nils.send("GET", path, "", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void nothing_leads_out_of_the_directory() throws IOException {
        Path outside = directory.resolve("outside");
        Files.writeString(outside, "draußen");
        Files.createSymbolicLink(directory.resolve("cloud/contents/link"), outside);
        for (String way :
                List.of(
                        "..%2f..%2foutside",
                        "%2e%2e/%2e%2e/outside",
                        "../../outside",
                        "..%5coutside",
                        "%00",
                        "link",
                        "contents/link",
                        "AG%20Umwelt/..%2f..%2foutside")) {
            assertThat(put(nils, "n-1", way, "x")).as(way).isIn(201, 204, 400, 404, 409);
            assertThat(nils.send("GET", file("n-1", way), "").body()).doesNotContain("draußen");
            nils.send("DELETE", file("n-1", way), "");
        }
        assertThat(outside).hasContent("draußen");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void an_upload_has_an_end() throws IOException {
        assertThat(put(nils, "n-1", "gross.bin", "x".repeat(5001))).isEqualTo(413);
        svc.ocs("POST", FOLDERS + "/1/quota", "quota=10");
        assertThat(put(nils, "n-1", "AG%20Umwelt/b.txt", "x".repeat(7))).isEqualTo(507);
        assertThat(put(nils, "n-1", "AG%20Umwelt/b.txt", "x".repeat(6))).isEqualTo(201);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        String head =
                "PUT /cloud/remote.php/dav/files/n-1/halb.txt HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: Basic bmlsczpnZWhlaW0=\r\nContent-Length: 1000\r\n\r\nhalb";
        try (var socket =
                new java.net.Socket(
                        java.net.InetAddress.ofLiteral("127.0.0.1"), server.address().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
        assertThat(get(nils, "n-1", "halb.txt")).isEqualTo(404);
        assertThat(put(nils, "n-1", "halb.txt", "ganz")).isIn(201, 423);
    }

    @Test
    void chunks_are_put_together() throws IOException {
        String upload = "/remote.php/dav/uploads/n-1/123";
        assertThat(nils.send("MKCOL", upload, "").statusCode()).isEqualTo(201);
        assertThat(nils.send("PUT", upload + "/00002", "welt").statusCode()).isEqualTo(201);
        assertThat(nils.send("PUT", upload + "/00001", "hallo ").statusCode()).isEqualTo(201);
        assertThat(paul.send("PUT", upload + "/00003", "x").statusCode()).isEqualTo(404);
        assertThat(
                        nils.send(
                                        "MOVE",
                                        upload + "/.file",
                                        "",
                                        "Destination",
                                        server.address() + file("n-1", "AG%20Umwelt/gross.txt"))
                                .statusCode())
                .isEqualTo(201);
        assertThat(nils.send("GET", file("n-1", "AG%20Umwelt/gross.txt"), "").body())
                .isEqualTo("hallo welt");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void abandoned_uploads_hinder_nobody_else_and_are_gone_after_a_day() throws IOException {
        String uploads = "/remote.php/dav/uploads/";
        for (int i = 0; i < 20; i++) {
            assertThat(nils.send("MKCOL", uploads + "n-1/" + i, "").statusCode()).isEqualTo(201);
            nils.send("PUT", uploads + "n-1/" + i + "/00001", "halb");
        }
        assertThat(nils.send("MKCOL", uploads + "n-1/mehr", "").statusCode()).isEqualTo(507);
        assertThat(paul.send("MKCOL", uploads + "p-1/1", "").statusCode()).isEqualTo(201);

        now.set(now.get().plusSeconds(2 * 86_400));
        assertThat(nils.send("MKCOL", uploads + "n-1/mehr", "").statusCode()).isEqualTo(201);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_file_that_is_being_written_is_locked() throws Exception {
        put(nils, "n-1", "lock.bin", "alt");
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        InputStream slowly =
                new InputStream() {
                    @Override
                    public int read(byte[] into, int from, int most) throws IOException {
                        return read();
                    }

                    @Override
                    public int read() throws IOException {
                        writing.countDown();
                        try {
                            enough.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return -1;
                    }
                };
        try (EmbeddedCloud cloud = copyOfTheCloud()) {
            CompletableFuture<Integer> put =
                    CompletableFuture.supplyAsync(() -> status(cloud, "PUT", slowly));
            writing.await();
            assertThat(status(cloud, "DELETE", InputStream.nullInputStream())).isEqualTo(423);
            assertThat(status(cloud, "MOVE", InputStream.nullInputStream())).isEqualTo(500);
            assertThat(status(cloud, "PUT", InputStream.nullInputStream())).isEqualTo(423);
            assertThat(status(cloud, "GET", InputStream.nullInputStream())).isEqualTo(200);
            enough.countDown();
            assertThat(put.get()).isEqualTo(204);
            assertThat(status(cloud, "DELETE", InputStream.nullInputStream())).isEqualTo(204);
        }
    }

    @Test
    void many_at_once_lose_nothing() {
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(() ->
                                        put(
                                                i % 2 == 0 ? nils : svc,
                                                i % 2 == 0 ? "n-1" : "freihafen-svc",
                                                "AG%20Umwelt/Notizen/n" + i,
                                                "inhalt" + i)))
                        .toList();
        assertThat(all).allMatch(one -> one.join() == 201);
        String listed = nils.propfind(file("n-1", "AG%20Umwelt/Notizen"), 1, "d:getetag").body();
        Set<String> tags = new HashSet<>(List.of(listed.split("<d:getetag>", -1)));
        assertThat(tags).hasSize(63);
    }

    @Test
    void what_was_acknowledged_survives_a_kill() throws IOException {
        share("AG+Umwelt%2FNotizen", "AG+Digital", 1);
        put(nils, "n-1", "AG%20Umwelt/Notizen/b.txt", "zwei");
        try (EmbeddedCloud killed = copyOfTheCloud()) {
            assertThat(answer(killed, "paul", "GET", "p-1/Notizen/b.txt")).isEqualTo(200);
            assertThat(answer(killed, "nils", "GET", "n-1/AG%20Umwelt/Notizen/a.txt"))
                    .isEqualTo(200);
        }
    }

    @Test
    void two_processes_never_share_a_directory() {
        assertThatThrownBy(() ->
                        EmbeddedCloud.open(
                                CloudSettings.sandbox(directory.resolve("cloud")),
                                users,
                                InstantSource.system(),
                                new Random(1),
                                wait -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another process uses the file cloud");
    }

    @Test
    void faults_come_when_they_were_ordered() {
        server.forgetSeen();
        server.failOn(2, Fault.unavailable());
        assertThat(get(nils, "n-1", "")).isEqualTo(200);
        assertThat(get(nils, "n-1", "")).isEqualTo(503);
        assertThat(get(nils, "n-1", "")).isEqualTo(200);
        server.failNext(new Fault.LostAnswer());
        assertThatThrownBy(() -> put(nils, "n-1", "doch.txt", "x"))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(get(nils, "n-1", "doch.txt")).isEqualTo(200);
        server.failNext(new Fault.NoAnswer());
        assertThatThrownBy(() -> put(nils, "n-1", "nicht.txt", "x"))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(get(nils, "n-1", "nicht.txt")).isEqualTo(404);
        server.failNext(new Fault.CutAnswer(20));
        assertThatThrownBy(() -> nils.propfind(file("n-1", ""), 1, "d:getetag"))
                .hasRootCauseInstanceOf(IOException.class);
        server.failNext(new Fault.Slow(Duration.ofMillis(1)));
        assertThat(get(nils, "n-1", "")).isEqualTo(200);
        server.failAlways(seen -> seen.method().equals("MKCOL"), Fault.locked());
        assertThat(nils.send("MKCOL", file("n-1", "x"), "").statusCode()).isEqualTo(423);
        server.heal();
        assertThat(nils.send("MKCOL", file("n-1", "x"), "").statusCode()).isEqualTo(201);
        assertThat(server.count()).isEqualTo(11);
        assertThat(server.seen().get(1).status()).isEqualTo(503);
    }

    @Test
    void many_wrong_passwords_silence_everybody_from_there() throws IOException {
        Path other = directory.resolve("strict");
        try (EmbeddedCloudServer strict =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(other)
                                .with(new Policy(true, true, true, false))
                                .with(BruteForce.Limits.asNextcloud()),
                        users,
                        now::get)) {
            Caller wrong = new Caller(strict.address(), "nils", "falsch");
            for (int i = 0; i < 11; i++) {
                assertThat(wrong.ocs("GET", "/ocs/v2.php/cloud/user", "").statusCode())
                        .isEqualTo(401);
            }
            Caller right = new Caller(strict.address(), "freihafen-svc", strict.servicePassword());
            var refused = right.ocs("GET", "/ocs/v2.php/cloud/user", "");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("<message>Reached maximum delay</message>");
            assertThat(get(right, "freihafen-svc", "")).isEqualTo(429);
        }
    }

    @Test
    void on_an_internal_only_cloud_nobody_but_the_service_account_shares() throws IOException {
        try (EmbeddedCloudServer internal =
                EmbeddedCloudServer.start(
                        CloudSettings.internalOnly(directory.resolve("board")), users, now::get)) {
            Caller service =
                    new Caller(internal.address(), "freihafen-svc", internal.servicePassword());
            Caller member = new Caller(internal.address(), "nils", "geheim");
            member.ocs("GET", "/ocs/v2.php/cloud/user", "");
            service.ocs("POST", FOLDERS, "mountpoint=Vorstand");
            service.ocs("POST", FOLDERS + "/1/groups", "group=freihafen");
            service.ocs("POST", FOLDERS + "/1/groups", "group=AG+Umwelt");
            service.send("MKCOL", file("freihafen-svc", "Vorstand/Protokolle"), "");

            String toGroup = "path=%2FVorstand%2FProtokolle&shareType=1&shareWith=AG+Umwelt";
            assertThat(member.ocs("POST", SHARES, toGroup).statusCode()).isEqualTo(403);
            assertThat(service.ocs("POST", SHARES, toGroup).statusCode()).isEqualTo(200);
            assertThat(put(member, "n-1", "eigenes.txt", "Platz")).isEqualTo(507);
            assertThat(put(service, "freihafen-svc", ".freihafen", "Stand")).isEqualTo(201);
            assertThat(put(member, "n-1", "Vorstand/Protokolle/a.txt", "Platz")).isEqualTo(201);
        }
    }

    @Test
    void who_leaves_a_board_is_shut_out_with_password_and_app_password_alike() throws IOException {
        String answer = nils.ocs("GET", "/ocs/v2.php/core/getapppassword", "").body();
        String appPassword = answer.replaceAll(".*\"apppassword\":\"([^\"]+)\".*", "$1");
        Caller phone = new Caller(server.address(), "nils", appPassword);
        assertThat(get(nils, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(200);
        assertThat(get(phone, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(200);

        users.leave("umwelt", "n-1");
        assertThat(get(nils, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);
        assertThat(get(phone, "n-1", "AG%20Umwelt/Notizen/a.txt")).isEqualTo(404);

        users.gone("n-1");
        assertThat(get(nils, "n-1", "")).isEqualTo(401);
        assertThat(get(phone, "n-1", "")).isEqualTo(401);
    }

    private int share(String path, String gid, int permissions) {
        return svc.ocs(
                        "POST",
                        SHARES,
                        "path=%2F"
                                + path
                                + "&shareType=1&shareWith="
                                + gid
                                + "&permissions="
                                + permissions)
                .statusCode();
    }

    private String fileId() {
        return svc.propfind(file("freihafen-svc", "AG%20Umwelt/Notizen"), 0, "oc:fileid")
                .body()
                .replaceAll("(?s).*<oc:fileid>(\\d+)</oc:fileid>.*", "$1");
    }

    private static String file(String uid, String path) {
        return "/remote.php/dav/files/" + uid + "/" + path;
    }

    private static int put(Caller caller, String uid, String path, String content) {
        return caller.send("PUT", file(uid, path), content).statusCode();
    }

    private static int get(Caller caller, String uid, String path) {
        return caller.send("GET", file(uid, path), "").statusCode();
    }

    private static int move(Caller caller, String uid, String from, String to) {
        return caller.send("MOVE", file(uid, from), "", "Destination", "/cloud" + file(uid, to))
                .statusCode();
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("cloud/contents"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("receiving"))
                    .toList();
        }
    }

    /** What a kill -9 would leave: the files as they are this moment. */
    private EmbeddedCloud copyOfTheCloud() throws IOException {
        Path from = directory.resolve("cloud");
        Path to = directory.resolve("copy");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return EmbeddedCloud.open(
                CloudSettings.sandbox(to), users, now::get, new Random(3), wait -> {});
    }

    private static int answer(EmbeddedCloud cloud, String login, String method, String path) {
        return status(cloud, login, method, path, InputStream.nullInputStream());
    }

    private static int status(EmbeddedCloud cloud, String method, InputStream body) {
        return status(cloud, "nils", method, "n-1/lock.bin", body);
    }

    private static int status(
            EmbeddedCloud cloud, String login, String method, String path, InputStream body) {
        String credentials =
                java.util.Base64.getEncoder()
                        .encodeToString((login + ":geheim").getBytes(StandardCharsets.UTF_8));
        try {
            CloudResponse response =
                    cloud.answer(
                            new CloudRequest(
                                    method,
                                    "/cloud",
                                    "/remote.php/dav/files/" + path,
                                    "",
                                    Map.of(
                                            "authorization",
                                            "Basic " + credentials,
                                            "depth",
                                            "0",
                                            "destination",
                                            "/cloud/remote.php/dav/files/n-1/lock2.bin"),
                                    body,
                                    "127.0.0.1"));
            response.body().writeTo(java.io.OutputStream.nullOutputStream());
            return response.status();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
