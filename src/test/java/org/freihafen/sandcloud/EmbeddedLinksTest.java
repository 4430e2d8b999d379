package org.freihafen.sandcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ScriptedUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link opens what was shared, to whoever has its address and password, until it ends. */
class EmbeddedLinksTest {
    private static final String FOLDERS = "/index.php/apps/groupfolders/folders";
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([A-Za-z0-9]+)\"");
    private static final String PASSWORD = "hafen-rundfahrt-12";

    @TempDir Path directory;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-01T12:00:00Z"));
    private EmbeddedCloudServer server;
    private Caller svc;

    @BeforeEach
    void start() throws IOException {
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory.resolve("cloud")),
                        new ScriptedUsers(),
                        now::get);
        svc = new Caller(server.address(), "freihafen-svc", server.servicePassword());
        svc.ocs("POST", FOLDERS, "mountpoint=AG+Umwelt");
        svc.ocs("POST", FOLDERS + "/1/groups", "group=freihafen");
        svc.send("MKCOL", mine("Notizen"), "");
        svc.send("MKCOL", mine("Notizen/Innen"), "");
        svc.send("PUT", mine("Notizen/a.txt"), "eins");
        svc.send("PUT", mine("geheim.txt"), "nicht für draußen");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static String mine(String path) {
        return "/remote.php/dav/files/freihafen-svc/AG%20Umwelt/" + path;
    }

    private String link(String more) {
        String body = svc.ocs("POST", SHARES, "path=/AG+Umwelt/Notizen&shareType=3&" + more).body();
        Matcher token = TOKEN.matcher(body);
        assertThat(token.find()).as(body).isTrue();
        return token.group(1);
    }

    private Caller somebody(String password) {
        return new Caller(server.address(), "anonymous", password);
    }

    private static String dav(String token, String path) {
        return "/public.php/dav/files/" + token + "/" + path;
    }

    @Test
    void whoever_has_a_link_reads_what_was_shared_and_nothing_around_it() {
        String token = link("permissions=1");
        Caller anybody = somebody("");
        assertThat(anybody.send("GET", dav(token, "a.txt"), "").body()).isEqualTo("eins");
        assertThat(anybody.propfind(dav(token, ""), 1, "d:getetag").body())
                .contains(dav(token, "a.txt"), dav(token, "Innen/"));
        for (String around : new String[] {"geheim.txt", "../geheim.txt", "%2e%2e/geheim.txt"}) {
            assertThat(status(anybody, dav(token, around))).isNotEqualTo(200);
        }
        assertThat(anybody.send("PUT", dav(token, "b.txt"), "zwei").statusCode()).isEqualTo(403);
        assertThat(anybody.send("DELETE", dav(token, "a.txt"), "").statusCode()).isEqualTo(403);
        assertThat(anybody.send("DELETE", dav(token, ""), "").statusCode()).isEqualTo(403);
    }

    private static int status(Caller caller, String path) {
        return caller.send("GET", path, "").statusCode();
    }

    @Test
    void a_link_that_allows_editing_lets_people_edit() {
        String token = link("permissions=15");
        Caller anybody = somebody("");
        assertThat(anybody.send("PUT", dav(token, "b.txt"), "zwei").statusCode()).isEqualTo(201);
        assertThat(anybody.send("PUT", dav(token, "a.txt"), "neu").statusCode()).isEqualTo(204);
        assertThat(anybody.send("DELETE", dav(token, "Innen"), "").statusCode()).isEqualTo(204);
        assertThat(svc.send("GET", mine("Notizen/b.txt"), "").body()).isEqualTo("zwei");
    }

    @Test
    void without_its_password_a_link_shows_nothing() {
        String token = link("permissions=1&password=" + PASSWORD);
        assertThat(status(somebody(""), dav(token, "a.txt"))).isEqualTo(401);
        assertThat(status(somebody("falsch-geraten"), dav(token, "a.txt"))).isEqualTo(401);
        assertThat(status(somebody(PASSWORD), dav(token, "a.txt"))).isEqualTo(200);
        assertThat(svc.ocs("GET", SHARES, "").body()).doesNotContain(PASSWORD);
    }

    @Test
    void a_browser_is_asked_for_the_password_first() {
        String token = link("permissions=1&password=" + PASSWORD);
        Caller browser = somebody("");
        String page = "/s/" + token;
        assertThat(browser.send("GET", page, "").body())
                .contains("type=\"password\"")
                .doesNotContain("a.txt");
        assertThat(post(browser, page, "geraten-geraten").statusCode()).isEqualTo(403);

        HttpResponse<String> right = post(browser, page, PASSWORD);
        assertThat(right.statusCode()).isEqualTo(303);
        String cookie = right.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        assertThat(browser.send("GET", page, "", "Cookie", cookie).body()).contains("a.txt");
        assertThat(browser.send("GET", page + "/a.txt", "", "Cookie", cookie).body())
                .isEqualTo("eins");
        assertThat(browser.send("GET", page + "/a.txt", "").body()).doesNotContain("eins");
    }

    private static HttpResponse<String> post(Caller browser, String page, String password) {
        return browser.send(
                "POST",
                page,
                "password=" + password,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void a_drop_box_takes_files_and_shows_none() {
        String token = link("permissions=4");
        Caller anybody = somebody("");
        assertThat(anybody.send("PUT", dav(token, "a.txt"), "meins").statusCode()).isEqualTo(201);
        assertThat(svc.send("GET", mine("Notizen/a.txt"), "").body()).isEqualTo("eins");
        assertThat(svc.send("GET", mine("Notizen/a%20(2).txt"), "").body()).isEqualTo("meins");
        assertThat(status(anybody, dav(token, "a.txt"))).isEqualTo(403);
        assertThat(anybody.propfind(dav(token, ""), 1, "d:getetag").body()).doesNotContain("a.txt");
        assertThat(anybody.send("GET", "/s/" + token, "").body()).doesNotContain("a.txt");
    }

    @Test
    void a_link_ends_with_its_last_day_and_when_it_is_taken_back() {
        String ending = link("permissions=1&expireDate=2027-03-03");
        String taken = link("permissions=1");
        String id = svc.ocs("GET", SHARES + "?path=/AG+Umwelt/Notizen", "").body();
        assertThat(id).contains(ending, taken);
        svc.ocs("DELETE", SHARES + "/2", "");
        assertThat(status(somebody(""), dav(taken, "a.txt"))).isEqualTo(404);
        assertThat(status(somebody(""), dav(ending, "a.txt"))).isEqualTo(200);

        now.set(now.get().plus(Duration.ofDays(2)));
        assertThat(status(somebody(""), dav(ending, "a.txt"))).isEqualTo(404);
        assertThat(status(somebody(""), "/s/" + ending)).isEqualTo(404);
    }

    @Test
    void links_survive_a_restart_with_their_passwords() throws IOException {
        String token = link("permissions=1&password=" + PASSWORD);
        server.close();
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory.resolve("cloud")),
                        new ScriptedUsers(),
                        now::get);
        assertThat(status(somebody(PASSWORD), dav(token, "a.txt"))).isEqualTo(200);
    }

    @Test
    void mail_and_federated_shares_are_taken_listed_and_ended() {
        String on = "path=/AG+Umwelt/Notizen&permissions=1&shareType=";
        assertThat(svc.ocs("POST", SHARES, on + "4&shareWith=presse@example.org").statusCode())
                .isEqualTo(200);
        assertThat(svc.ocs("POST", SHARES, on + "6&shareWith=anna@cloud.example.org").statusCode())
                .isEqualTo(200);
        assertThat(svc.ocs("POST", SHARES, on + "4&shareWith=presse@example.org").statusCode())
                .isEqualTo(403);
        assertThat(svc.ocs("GET", SHARES, "").body())
                .contains("presse@example.org", "anna@cloud.example.org");
        svc.ocs("DELETE", SHARES + "/1", "");
        svc.ocs("DELETE", SHARES + "/2", "");
        assertThat(svc.ocs("GET", SHARES, "").body()).doesNotContain("example.org");
    }
}
