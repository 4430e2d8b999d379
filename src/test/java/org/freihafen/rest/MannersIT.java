package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every program can rely on: problems, tokens, sessions, repetitions, preconditions. */
class MannersIT extends OnTheServer {
    private Client client = new Client(HTTP, URI.create("http://127.0.0.1/"), Optional.empty());

    @BeforeEach
    void with_the_example() throws Exception {
        client = new Client(HTTP, at(""), Optional.empty());
        new Example(client).await();
    }

    private HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
            throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder json(String path, String body) throws Exception {
        return HttpRequest.newBuilder(at("api" + path))
                .header("X-Freihafen", "test")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void a_problem_says_what_was_refused_by_which_rule_and_what_would_be_allowed() {
        Client.Answer refused =
                client.as("member")
                        .post(
                                "/units",
                                "{\"kind\":\"board\",\"parent\":\"bund\",\"name\":\"Rat\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.response().headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonObject problem = refused.json();
        assertThat(problem.getString("type")).isEqualTo("urn:freihafen:problem:refused");
        assertThat(problem.getString("rule")).isEqualTo("KIND_NOT_FOUNDED");
        assertThat(problem.getString("cure"))
                .isEqualTo("You can found working groups and project groups.");
    }

    @Test
    void what_cannot_be_read_is_named_field_by_field() {
        Client.Answer malformed =
                client.as("member").post("/tokens", "{\"scope\":\"all\",\"until\":\"tomorrow\"}");

        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().getJsonArray("fields").toString())
                .contains("\"name\"", "\"scope\"", "\"until\"");
        assertThat(client.as("member").post("/tokens", "{\"scope\":").status()).isEqualTo(400);
        assertThat(client.as("member").get("/grants/17").status()).isEqualTo(400);
        assertThat(client.as("member").get("/nowhere").status()).isEqualTo(404);
        assertThat(client.as("member").call("PUT", "/me", "{}").status()).isEqualTo(405);
        assertThat(client.as("member").post("/tokens", "{}").status()).isEqualTo(422);
        Client.Answer halved =
                client.as("lead")
                        .post(
                                "/units/ag-002/members",
                                "{\"address\":\"a\\u0000\\ud83d@example.org\"}");
        assertThat(halved.status()).isEqualTo(422);
        assertThat(halved.json().getJsonArray("fields").toString()).contains("\"address\"");
    }

    @Test
    void a_write_without_our_header_is_turned_away() throws Exception {
        HttpResponse<String> answer =
                send(
                        HTTP,
                        HttpRequest.newBuilder(at("api/session"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:freihafen:problem:header");
    }

    /** Another test may have slowed this address down by wrong passwords. */
    private HttpResponse<String> patiently(HttpClient http, HttpRequest.Builder request)
            throws Exception {
        HttpResponse<String> answer = send(http, request);
        for (int tries = 0; tries < 10 && answer.statusCode() == 429; tries++) {
            Thread.sleep(1_000L * answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            answer = send(http, request);
        }
        return answer;
    }

    private static final byte[] LARGE =
            "{\"login\":\"%s\"}".formatted("x".repeat(128 << 10)).getBytes(UTF_8);

    @Test
    void a_body_of_json_is_small() throws Exception {
        refuses_as_too_large(BodyPublishers.ofByteArray(LARGE));
        String csv = "x".repeat(129 << 10);
        assertThat(client.as("office").post("/rosters?profile=sage", csv).status())
                .isNotEqualTo(413);
    }

    @Test
    void a_body_whose_length_is_not_said_is_small_as_well() throws Exception {
        refuses_as_too_large(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)));
    }

    private void refuses_as_too_large(HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest.Builder request =
                json("/session", "").version(HttpClient.Version.HTTP_1_1).POST(body);
        HttpResponse<String> answer = send(HTTP, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:freihafen:problem:large").contains("128 kB");
    }

    @Test
    void a_session_begins_with_a_new_id_and_ends() throws Exception {
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            HttpResponse<String> in =
                    patiently(
                            browser,
                            json("/session", "{\"login\":\"Member\",\"password\":\"sandbox\"}"));
            String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> me = send(browser, HttpRequest.newBuilder(at("api/me")).GET());
            String first = session(cookies);
            patiently(browser, json("/session", "{\"login\":\"lead\",\"password\":\"sandbox\"}"));

            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
            assertThat(me.body()).contains("\"login\":\"member\"");
            assertThat(me.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(session(cookies)).isNotEqualTo(first);

            send(
                    browser,
                    HttpRequest.newBuilder(at("api/session"))
                            .header("X-Freihafen", "test")
                            .DELETE());
            assertThat(send(browser, HttpRequest.newBuilder(at("api/me")).GET()).statusCode())
                    .isEqualTo(401);
        }
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_token_makes_and_ends_no_tokens() {
        LocalDate nextMonth =
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC).plusMonths(1);
        String wish = "{\"name\":\"Test\",\"scope\":\"write\",\"until\":\"" + nextMonth + "\"}";
        JsonObject token = client.as("member").post("/tokens", wish).json();
        String bearer = "Bearer " + token.getString("secret");
        String path = "/tokens/" + token.getString("id");

        assertThat(client.call("POST", "/tokens", wish, "Authorization", bearer).status())
                .isEqualTo(403);
        assertThat(client.call("DELETE", path, "", "Authorization", bearer).status())
                .isEqualTo(403);
        assertThat(client.as("member").call("DELETE", path, "").status()).isEqualTo(204);
    }

    @Test
    void a_token_does_what_its_scope_allows_until_it_is_ended() {
        LocalDate nextMonth =
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC).plusMonths(1);
        Client member = client.as("member");
        JsonObject token =
                member.post(
                                "/tokens",
                                "{\"name\":\"Test\",\"scope\":\"read\",\"until\":\""
                                        + nextMonth
                                        + "\"}")
                        .json();
        String bearer = "Bearer " + token.getString("secret");

        assertThat(client.call("GET", "/me", "", "Authorization", bearer).text("login"))
                .isEqualTo("member");
        assertThat(client.call("POST", "/tokens", "{}", "Authorization", bearer).status())
                .isEqualTo(403);
        assertThat(member.get("/tokens").body())
                .contains(token.getString("id"))
                .doesNotContain(token.getString("secret"));
        assertThat(member.call("DELETE", "/tokens/" + token.getString("id"), "").status())
                .isEqualTo(204);
        assertThat(client.call("GET", "/me", "", "Authorization", bearer).status()).isEqualTo(401);
    }

    @Test
    void a_post_is_carried_out_once_for_its_idempotency_key() {
        String key = "key-" + System.nanoTime();
        String body = "{\"path\":\"" + key + "\"}";
        Client lead = client.as("lead");
        Client.Answer first =
                lead.call("POST", "/units/ag-002/folders", body, "Idempotency-Key", key);
        Client.Answer again =
                lead.call("POST", "/units/ag-002/folders", body, "Idempotency-Key", key);
        Client.Answer other =
                lead.call(
                        "POST",
                        "/units/ag-002/folders",
                        "{\"path\":\"other\"}",
                        "Idempotency-Key",
                        key);

        assertThat(first.status()).isEqualTo(201).isEqualTo(again.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(lead.post("/units/ag-002/folders", body).status()).isEqualTo(409);
        for (String header : List.of("content-type", "location")) {
            assertThat(again.response().headers().allValues(header))
                    .isEqualTo(first.response().headers().allValues(header));
        }
    }

    @Test
    void an_answer_that_shows_a_secret_is_given_once() {
        String key = "token-" + System.nanoTime();
        LocalDate nextMonth =
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC).plusMonths(1);
        String wish = "{\"name\":\"Test\",\"scope\":\"read\",\"until\":\"" + nextMonth + "\"}";
        Client member = client.as("member");
        Client.Answer first = member.call("POST", "/tokens", wish, "Idempotency-Key", key);
        Client.Answer again = member.call("POST", "/tokens", wish, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).doesNotContain(first.text("secret"));
        member.call("DELETE", "/tokens/" + first.text("id"), "");
    }

    @Test
    void an_update_of_what_has_changed_meanwhile_is_refused() {
        Client lead = client.as("lead");
        String tag =
                lead.get("/units/ag-002/leads")
                        .response()
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
        String body = "{\"leads\":[\"" + lead.get("/me").text("id") + "\"]}";

        assertThat(lead.call("PUT", "/units/ag-002/leads", body, "If-Match", "\"old\"").status())
                .isEqualTo(412);
        assertThat(lead.call("PUT", "/units/ag-002/leads", body, "If-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void a_name_that_has_changed_meanwhile_is_not_overwritten() {
        Client lead = client.as("lead");
        Client.Answer before = lead.get("/people/me");
        String tag = before.response().headers().firstValue("ETag").orElseThrow();
        String same = "{\"name\":\"" + before.text("name") + "\"}";

        assertThat(lead.call("PATCH", "/people/me", same, "If-Match", "\"old\"").status())
                .isEqualTo(412);
        assertThat(lead.call("PATCH", "/people/me", same, "If-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void of_two_changes_that_rest_on_the_same_state_one_is_carried_out() throws Exception {
        Client lead = client.as("lead");
        String group = "/units/" + new Example(client).groupOfLead();
        String grant =
                "/grants/"
                        + lead.post(
                                        group + "/grants",
                                        "{\"to\":{\"unit\":\"ag-004\"},\"permissions\":[\"read\"],"
                                                + "\"reason\":\"Test\"}")
                                .text("id");
        String name = lead.get("/people/me").text("name");
        String leads =
                "{\"leads\":[\"%s\",\"%s\"]}"
                        .formatted(
                                lead.get("/me").text("id"),
                                client.as("member").get("/me").text("id"));

        for (int round = 0; round < 5; round++) {
            oneOfTwo("PATCH", group, "{\"name\":\"Projekt Ebbe %d\"}".formatted(round));
            oneOfTwo("PATCH", grant, "{\"until\":\"2099-01-1%d\"}".formatted(round));
            oneOfTwo("PATCH", "/people/me", "{\"name\":\"Lea %d\"}".formatted(round));
        }
        oneOfTwo("PUT", "/units/ag-002/leads", leads);
        lead.call("PUT", "/units/ag-002/leads", leads.replaceFirst(",[^]]*", ""));
        lead.call("PATCH", "/people/me", "{\"name\":\"%s\"}".formatted(name));
        lead.call("DELETE", grant, "");
    }

    /** The change is one by which the state becomes another. */
    private void oneOfTwo(String method, String path, String change) throws Exception {
        Client lead = client.as("lead");
        String tag = lead.get(path).response().headers().firstValue("ETag").orElseThrow();
        Callable<Integer> sent = () -> lead.call(method, path, change, "If-Match", tag).status();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = both.invokeAll(List.of(sent, sent));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .as(path)
                    .containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void lists_are_read_in_parts() {
        Client lead = client.as("lead");
        lead.post("/units/ag-002/folders", "{\"path\":\"Erste\"}");
        lead.post("/units/ag-002/folders", "{\"path\":\"Zweite\"}");
        Client.Answer first = lead.get("/units/ag-002/folders?limit=1");
        Client.Answer rest =
                lead.get(
                        "/units/ag-002/folders?after="
                                + URLEncoder.encode(first.text("next"), StandardCharsets.UTF_8));

        assertThat(first.json().getJsonArray("folders")).hasSize(1);
        assertThat(rest.json().getJsonArray("folders")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(rest.body()).doesNotContain(first.text("next"));
    }

    @Test
    void wrong_passwords_are_slowed_and_then_heard_again() {
        String body = "{\"login\":\"nobody.here\",\"password\":\"wrong\"}";
        Client.Answer answer = client.post("/session", body);
        for (int i = 0; i < 8 && answer.status() == 401; i++) {
            answer = client.post("/session", body);
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(client.as("member").get("/me").status()).isEqualTo(200);
    }

    @Test
    void foreign_pages_are_kept_out_by_headers() throws Exception {
        var headers = get("api/me").headers();

        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void monitoring_sees_numbers() throws Exception {
        assertThat(get("metrics").body()).contains("freihafen_units");
    }
}
