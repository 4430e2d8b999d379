package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.example.Example;
import org.freihafen.sandbox.Tour;
import org.freihafen.web.PlainBrowser.Answer;
import org.freihafen.web.PlainBrowser.Form;
import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever people do, right or wrong: no password, no hash of one, no secret, and nothing of what
 * the register says about people gets into the server's log.
 */
class LogIT extends OnTheServer {
    private static final Path LOG = Path.of(System.getProperty("server.log") + ".0");
    private static final Pattern EMAIL_OF_A_MEMBER = Pattern.compile("[\\w.+-]+@example\\.org");
    private static final Pattern HASH =
            Pattern.compile("\\{(SSHA|SHA|PBKDF2|ARGON2|CRYPT)|userPassword:|[$]argon2");

    private static final int SLOWED = 429;

    private final List<String> secrets = new ArrayList<>();

    private String secret(String begin) {
        String secret = begin + Long.toHexString(System.nanoTime());
        secrets.add(secret);
        return secret;
    }

    @Test
    void no_secret_and_nothing_about_members_stands_in_the_servers_log() throws Exception {
        new PlainBrowser(at("/")).signIn("office");
        sign_in_wrongly();
        use_a_token();
        set_a_password_by_link();
        write_to_people();

        String log = Files.readString(LOG);
        assertThat(log).isNotBlank();
        for (String secret : secrets) {
            assertThat(log.contains(secret)).as(secret).isFalse();
        }
        assertThat(EMAIL_OF_A_MEMBER.matcher(log).find()).isFalse();
        assertThat(HASH.matcher(log).find()).isFalse();
        assertThat(members()).hasSizeGreaterThan(100).noneMatch(log::contains);
    }

    /** Every fortieth of the example, by whole name. */
    private static List<String> members() {
        List<String> lines = Example.text("members.csv").lines().skip(1).toList();
        return IntStream.range(0, lines.size() / 40)
                .mapToObj(n -> lines.get(40 * n).split(";", -1))
                .flatMap(fields ->
                        Stream.of(fields[3] + " " + fields[4], fields[3] + ";" + fields[4]))
                .toList();
    }

    private void sign_in_wrongly() throws Exception {
        String wrong = secret("falsch-");
        String body = "{\"login\":\"max.wrong\",\"password\":\"" + wrong + "\"";
        assertThat(call("", "POST", "session", body + "}").statusCode()).isEqualTo(401);
        assertThat(call("", "POST", "session", body).statusCode()).isEqualTo(400);
        assertThat(call("", "GET", "me?password=" + wrong, "").statusCode()).isEqualTo(401);
        PlainBrowser browser = new PlainBrowser(at("/"));
        Form form =
                browser.open("signin")
                        .form("sign-in")
                        .with("name", Optional.of("max.wrong"))
                        .with("password", Optional.of(wrong));
        assertThat(browser.send(form, "sign-in").from().getPath()).isEqualTo("/signin");
    }

    private void use_a_token() throws Exception {
        LocalDate nextMonth =
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC).plusMonths(1);
        String wish = "{\"name\":\"Log\",\"scope\":\"read\",\"until\":\"" + nextMonth + "\"}";
        JsonObject token = json(call("member", "POST", "tokens", wish));
        String bearer = token.getString("secret");
        secrets.add(bearer);
        for (var used : Map.of(bearer, 200, bearer + "x", 401).entrySet()) {
            HttpRequest request =
                    HttpRequest.newBuilder(at("api/me"))
                            .header("Authorization", "Bearer " + used.getKey())
                            .build();
            assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(used.getValue());
        }
        call("member", "DELETE", "tokens/" + token.getString("id"), "");
    }

    /** Without script, and as soon as the directory knows them. */
    private void set_a_password_by_link() throws Exception {
        String path = "people/" + somebody() + "/password-link";
        String link = json(call("admin", "POST", path, "")).getString("secret");
        secrets.add(link);
        Optional<String> password = Optional.of(secret("vier ruhige Boote "));
        PlainBrowser browser = new PlainBrowser(at("/"));
        Form asked = browser.open("password").form("open-link");
        Form guessed = asked.with("link", Optional.of("geraten"));
        assertThat(browser.send(guessed, "open-link").page()).doesNotContain("set-password");
        Form whole = asked.with("link", Optional.of(at("password") + "#" + link));
        Answer open = browser.send(whole, "open-link");
        assertThat(open.page()).doesNotContain("link%3D").doesNotContain("link=");
        Form opened = open.form("set-password").with("password", password);
        Form different = opened.with("again", Optional.of(secret("anders ")));
        Answer answer = browser.send(different, "set-password");
        for (int tries = 0; tries < 120 && !answer.from().getPath().equals("/signin"); tries++) {
            Thread.sleep(tries == 0 ? 0 : 1_000);
            Form same =
                    answer.form("set-password").with("password", password).with("again", password);
            answer = browser.send(same, "set-password");
        }
        assertThat(answer.from().getPath()).isEqualTo("/signin");
    }

    /** Who belongs to a district without logins of the sandbox, once they are loaded. */
    private String somebody() throws Exception {
        for (int tries = 0; tries < 180; tries++) {
            HttpResponse<String> answer = call("office", "GET", "units/sn-14625/members", "");
            JsonArray members =
                    answer.statusCode() == 200
                            ? json(answer).getJsonArray("members")
                            : JsonValue.EMPTY_JSON_ARRAY;
            if (!members.isEmpty()) {
                return members.getJsonObject(members.size() - 1).getString("id");
            }
            Thread.sleep(1_000);
        }
        throw new AssertionError("nobody was loaded");
    }

    private void write_to_people() throws Exception {
        String email = secret("geheim-") + "@example.org";
        call("lead", "POST", "units/ag-002/members", "{\"address\":\"" + email + "\"}");
        PlainBrowser lead = new PlainBrowser(at("/"));
        lead.signIn("lead");
        Form invitation = lead.open("group?key=ag-002").form("invite-somebody");
        String invited = secret("heimlich-") + "@example.org";
        Answer answer =
                lead.send(invitation.with("address", Optional.of(invited)), "invite-somebody");
        assertThat(answer.page()).contains(invited);
        call("lead", "GET", "units?q=" + email, "");
        call("office", "POST", "rosters?profile=sage", "Nummer;E-Mail\n1;" + email + "\n");
    }

    /** Patiently: tests before this one may have slowed this address down by wrong passwords. */
    private HttpResponse<String> call(String login, String method, String path, String body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at("api/" + path))
                        .header("X-Freihafen", "test")
                        .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", body.startsWith("{") ? "application/json" : "text/csv");
        }
        if (!login.isEmpty()) {
            String name = login + ":" + Tour.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)));
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (int tries = 0; answer.statusCode() == SLOWED && tries < 30; tries++) {
            Thread.sleep(2_000);
            answer = HTTP.send(request.build(), BodyHandlers.ofString());
        }
        return answer;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
