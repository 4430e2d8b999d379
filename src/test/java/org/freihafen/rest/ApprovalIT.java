package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What waits for a person's approval, really approved, by REST; each test tidies up after it. */
class ApprovalIT extends OnTheServer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STRUCTURE = org.freihafen.example.Example.text("structure.csv");
    private static final String MEMBERS = org.freihafen.example.Example.text("members.csv");
    private static final String BERLIN = ";11000;";

    private Client client = new Client(HTTP, URI.create("http://127.0.0.1/"), Optional.empty());
    private Client admin = client;
    private Client office = client;

    @BeforeEach
    void with_the_example() throws Exception {
        client = new Client(HTTP, at(""), Optional.empty());
        new Example(client).await();
        admin = client.as("admin");
        office = client.as("office");
    }

    @Test
    void a_structure_file_is_applied_by_the_hash_that_was_shown() {
        as_in_the_file();
        String key = "sn-" + System.nanoTime();
        JsonObject plan = planned(STRUCTURE + key + ";Kreisverband Neuland;district;SN;\n").json();
        String approval = "/structure/" + plan.getString("plan") + "/approval";

        assertThat(plan.getJsonArray("changes")).hasSize(1);
        assertThat(admin.get("/units/" + key).status()).isEqualTo(404);
        assertThat(admin.post(approval, "{\"hash\":\"another\"}").status()).isEqualTo(409);
        assertThat(office.post(approval, hash(plan)).status()).isEqualTo(403);
        assertThat(admin.get("/units/" + key).status()).isEqualTo(404);

        assertThat(admin.post(approval, hash(plan)).json().getInt("created")).isOne();
        assertThat(admin.get("/units/" + key).text("name")).isEqualTo("Kreisverband Neuland");
        assertThat(admin.post(approval, hash(plan)).status()).isEqualTo(404);
        assertThat(audited(admin, key)).contains("unit.added");

        assertThat(as_in_the_file()).isEqualTo(1);
    }

    /** Undoes what has been changed since the example was loaded, and says how many units ended. */
    private int as_in_the_file() {
        JsonObject back = planned(STRUCTURE).json();
        return back.getJsonArray("changes").isEmpty()
                ? 0
                : admin.post("/structure/" + back.getString("plan") + "/approval", hash(back))
                        .json()
                        .getInt("ended");
    }

    @Test
    void a_roster_is_applied_by_the_hash_that_was_shown() {
        String number = "9" + System.nanoTime() % 10_000_000;
        String somebody = MEMBERS.lines().skip(1).findFirst().orElseThrow();
        String joiner =
                number + somebody.substring(somebody.indexOf(';')).replace("Rüdiger", "Zoe");
        JsonObject report = read(MEMBERS + joiner + "\n");
        String approval = approval(report);

        assertThat(changes(report)).containsExactly("joiner " + number);
        assertThat(office.post(approval, "{\"hash\":\"another\"}").status()).isEqualTo(409);
        assertThat(admin.post(approval, hash(report)).status()).isEqualTo(403);

        assertThat(office.post(approval, hash(report)).text("stage")).isEqualTo("applied");
        assertThat(office.post(approval, hash(report)).status()).isEqualTo(404);

        JsonObject back = read(MEMBERS);
        assertThat(changes(back)).containsExactly("leaver " + number);
        assertThat(office.post(approval(back), hash(back)).status()).isEqualTo(200);
    }

    @Test
    void a_question_of_identity_shows_both_and_an_unknown_unit_those_that_are_near() {
        JsonObject report = read(MEMBERS.replaceFirst("\n10000;", "\n99998;"));
        String roster = "/rosters/" + report.getJsonObject("roster").getString("id");
        JsonObject question = report.getJsonArray("questions").getJsonObject(0);

        assertThat(question.getString("other")).isEqualTo("10000");
        assertThat(question.getJsonObject("listed").getString("familyName"))
                .isEqualTo(question.getJsonObject("held").getString("familyName"));
        assertThat(question.getJsonArray("common").toString()).contains("name", "joined", "place");
        assertThat(question.getString("proposed")).isEqualTo("same");
        assertThat(question.getString("why")).isNotBlank();

        assertThat(office.get(roster + "?unit=sn-14626").status()).isEqualTo(200);
        assertThat(office.get(roster + "?unit=sn-14626x").status()).isEqualTo(422);
        assertThat(office.get(roster + "?unit=sn-14626x").body()).contains("sn-14626");
        assertThat(office.call("DELETE", roster, "").status()).isEqualTo(204);
    }

    @Test
    void a_merger_and_a_dissolution_are_done_by_the_hash_that_was_shown() {
        String night = "" + System.nanoTime();
        String tide = founded("AG Flut " + night);
        String ebb = founded("AG Ebbe " + night);
        String merger = "/units/" + tide + "/merger";
        JsonObject shown = admin.post(merger, "{\"into\":\"" + ebb + "\"}").json();

        assertThat(shown.getBoolean("done")).isFalse();
        assertThat(shown.getJsonArray("sentences").toString()).contains("AG Flut", "AG Ebbe");
        String into = "{\"into\":\"" + ebb + "\",\"hash\":\"%s\"}";
        assertThat(admin.post(merger, into.formatted("another")).status()).isEqualTo(409);
        assertThat(admin.post(merger, into.formatted(shown.getString("hash"))).json())
                .containsEntry("done", JsonValue.TRUE);
        assertThat(admin.get("/units/" + tide).json().getBoolean("ended")).isTrue();
        assertThat(admin.get("/access?workspace=" + tide).body()).contains("AG Ebbe");

        for (String change : List.of("dissolution", "restoration")) {
            String path = "/units/" + ebb + "/" + change;
            JsonObject first = admin.post(path, "{}").json();
            assertThat(admin.post(path, hash(first)).json()).containsEntry("done", JsonValue.TRUE);
        }
        assertThat(admin.get("/units/" + ebb).json().getBoolean("ended")).isFalse();
        assertThat(audited(admin, ebb)).contains("unit.dissolved", "unit.restored");
    }

    private String founded(String name) {
        return client.as("guest-group")
                .post(
                        "/units",
                        "{\"kind\":\"working-group\",\"parent\":\"bund\",\"name\":\""
                                + name
                                + "\"}")
                .text("key");
    }

    @Test
    void a_held_run_is_let_go_by_the_hash_that_was_shown() {
        JsonObject leaving =
                read(
                        MEMBERS.lines()
                                .filter(line -> !line.contains(BERLIN))
                                .collect(Collectors.joining("\n", "", "\n")));
        assertThat(leaving.getString("verdict")).isEqualTo("needs-approval");
        assertThat(office.post(approval(leaving), hash(leaving)).text("stage"))
                .isEqualTo("waiting");
        assertThat(office.post(approval(leaving), hash(leaving)).status()).isEqualTo(409);
        Client second = client.as("guest-group");
        String duty = memberOffice(second);
        second.post(approval(leaving), hash(leaving));

        JsonObject held = await(this::held);
        String approval = "/runs/" + held.getString("id") + "/approval";
        assertThat(held.getJsonArray("losses").toString()).contains("suspensions");
        assertThat(admin.post(approval, "{\"hash\":\"another\"}").status()).isEqualTo(409);
        assertThat(office.post(approval, hash(held)).status()).isEqualTo(403);
        assertThat(
                        admin.get("/runs/" + held.getString("id"))
                                .json()
                                .getJsonObject("run")
                                .getString("phase"))
                .isEqualTo("held");

        Client.Answer let = admin.post(approval, hash(held));
        assertThat(let.status()).isEqualTo(202);
        JsonObject done = await(() -> over(let.text("run")));
        assertThat(done.getString("phase")).isEqualTo("done");
        assertThat(done.getString("hash")).isEqualTo(held.getString("hash"));
        assertThat(done.getJsonObject("counts").getInt("applied")).isGreaterThan(200);
        assertThat(held()).isEmpty();

        JsonObject asking = read(MEMBERS);
        assertThat(asking.getJsonArray("questions")).isNotEmpty();
        String id = asking.getJsonObject("roster").getString("id");
        JsonObject back = office.post("/rosters/" + id + "/answers", "{}").json();
        assertThat(office.post(approval(back), hash(back)).text("stage")).isEqualTo("waiting");
        assertThat(second.post(approval(back), hash(back)).text("stage")).isEqualTo("applied");
        assertThat(office.get("/rosters/" + id + "/outcome").body()).startsWith("\uFEFF\"");
        admin.call("DELETE", "/duties?" + duty, "");
        assertThat(read(MEMBERS).getJsonArray("changes")).isEmpty();
    }

    /** A second person, and by what their duty is taken from them again. */
    private String memberOffice(Client second) {
        String id = second.get("/me").text("id");
        String given = "{\"person\":\"%s\",\"duty\":\"member-office\"}".formatted(id);
        assertThat(admin.post("/duties", given).status()).isEqualTo(201);
        return "person=" + id + "&duty=member-office";
    }

    private Client.Answer planned(String file) {
        return admin.call("PUT", "/structure", file);
    }

    private JsonObject read(String file) {
        return office.call("POST", "/rosters?profile=sage", file).json();
    }

    private static String approval(JsonObject report) {
        return "/rosters/" + report.getJsonObject("roster").getString("id") + "/approval";
    }

    private static String hash(JsonObject shown) {
        return "{\"hash\":\"" + shown.getString("hash") + "\"}";
    }

    private static List<String> changes(JsonObject report) {
        return report.getJsonArray("changes").getValuesAs(JsonValue::asJsonObject).stream()
                .map(change -> change.getString("kind") + " " + change.getString("number"))
                .toList();
    }

    private static String audited(Client as, String unit) {
        return as.get("/audit?unit=" + unit).body();
    }

    private Optional<JsonObject> held() {
        return admin
                .get("/targets")
                .json()
                .getJsonArray("targets")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(target -> target.getString("name").equals("ldap"))
                .filter(target -> target.containsKey("held"))
                .map(target -> target.getJsonObject("held"))
                .findFirst();
    }

    private Optional<JsonObject> over(String run) {
        return Optional.of(admin.get("/runs/" + run))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.json().getJsonObject("run"))
                .filter(found -> found.containsKey("ended"));
    }

    private static <T> T await(Supplier<Optional<T>> expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = expected.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it did not come");
    }
}
