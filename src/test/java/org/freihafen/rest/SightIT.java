package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Who sees whom, by REST: the table of {@code SightRule}, seen from outside. */
class SightIT extends OnTheServer {
    private Client client = new Client(HTTP, URI.create("http://127.0.0.1/"), Optional.empty());

    @BeforeEach
    void with_the_example() throws Exception {
        client = new Client(HTTP, at(""), Optional.empty());
        new Example(client).await();
    }

    private String id(String login) {
        return client.as(login).get("/me").text("id");
    }

    @Test
    void in_a_group_that_they_joined_people_see_each_others_names() {
        JsonObject members = client.as("member").get("/units/ag-002/members").json();

        assertThat(members.getJsonArray("members").toString())
                .contains("Lea Lang", "Max Meer")
                .doesNotContain("login", "email", "number");
        assertThat(client.as("guest-group").get("/units/ag-002/members").status()).isEqualTo(403);
        assertThat(client.as("admin").get("/units/ag-002/members").status()).isEqualTo(403);
    }

    @Test
    void where_people_belong_by_register_members_see_numbers_and_those_who_lead() {
        JsonObject members = client.as("member").get("/units/sn-14626/members").json();

        assertThat(members.getInt("number")).isGreaterThanOrEqualTo(5);
        assertThat(members.containsKey("members")).isFalse();
        assertThat(client.as("office").get("/units/sn-14626/members").json().toString())
                .contains("Max Meer");
        assertThat(client.as("member").get("/units/by/members").status()).isEqualTo(403);
    }

    @Test
    void a_person_is_seen_by_those_who_share_a_group_and_by_the_member_office() {
        String member = id("member");

        JsonObject byLead = client.as("lead").get("/people/" + member).json();
        assertThat(byLead.getString("name")).isEqualTo("Max Meer");
        assertThat(byLead.keySet()).doesNotContain("login", "account", "register");
        assertThat(byLead.getJsonArray("units").toString())
                .contains("ag-002")
                .doesNotContain("sn-14626");

        JsonObject byOffice = client.as("office").get("/people/" + member).json();
        assertThat(byOffice.getString("login")).isEqualTo("member");
        assertThat(byOffice.getJsonObject("register").getString("familyName")).isEqualTo("Meer");

        JsonObject byThemselves = client.as("member").get("/people/me").json();
        assertThat(byThemselves.getJsonArray("units").toString()).contains("ag-002", "sn-14626");
    }

    @Test
    void of_somebody_unseen_nobody_learns_that_they_are_there() {
        String member = id("member");
        String nobody = "018f0000-0000-7000-8000-000000000000";

        for (String stranger : new String[] {"guest-group", "admin"}) {
            Client.Answer unseen = client.as(stranger).get("/people/" + member);
            Client.Answer nowhere = client.as(stranger).get("/people/" + nobody);
            assertThat(unseen.status()).isEqualTo(404);
            assertThat(unseen.body()).isEqualTo(nowhere.body());
        }
    }

    @Test
    void those_who_lead_a_group_are_named_to_everybody() {
        assertThat(client.as("guest-group").get("/units/ag-002").json().toString())
                .contains("Lea Lang")
                .doesNotContain("Max Meer");
        assertThat(client.as("guest-group").get("/people/" + id("lead")).text("name"))
                .isEqualTo("Lea Lang");
    }

    @Test
    void inviting_answers_the_same_whether_somebody_is_there_or_not() {
        Client lead = client.as("lead");
        Client.Answer known = lead.post("/units/ag-002/members", "{\"address\":\"office\"}");
        Client.Answer unknown = lead.post("/units/ag-002/members", "{\"address\":\"offize\"}");

        assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
        assertThat(known.body().replace("office", "offize")).isEqualTo(unknown.body());
        assertThat(known.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
        assertThat(client.as("member").get("/invitations?unit=ag-002").status()).isEqualTo(403);
        String open = lead.get("/invitations?unit=ag-002").body();
        assertThat(open).contains("\"office\"", "\"offize\"").doesNotContain(id("office"));
        assertThat(client.as("office").get("/invitations").body()).contains("ag-002");
    }

    @Test
    void who_looks_after_runs_does_not_read_in_them_who_is_a_member() throws Exception {
        Client guest = client.as("guest-group");
        String name = guest.get("/people/me").text("name");
        String renamed = "Unbenannt " + System.nanoTime();
        guest.call("PATCH", "/people/me", "{\"name\":\"" + renamed + "\"}");

        String line = "Change account " + id("guest-group") + " \\(.*name.*\\)";
        List<String> texts = List.of();
        for (int tries = 0;
                tries < 120 && texts.stream().noneMatch(t -> t.matches(line));
                tries++) {
            Thread.sleep(500);
            texts = lines(client.as("admin"));
        }
        guest.call("PATCH", "/people/me", "{\"name\":\"" + name + "\"}");

        assertThat(texts).anyMatch(text -> text.matches(line));
        assertThat(texts)
                .filteredOn(text -> text.contains(" account "))
                .allMatch(text ->
                        text.matches("[A-Z][a-z]+ account [0-9a-f-]{36}( \\([a-z, ]+\\))?"));
        assertThat(texts).noneMatch(text -> text.contains(renamed) || text.contains("guest-group"));
    }

    private static List<String> lines(Client admin) {
        return admin
                .get("/targets")
                .json()
                .getJsonArray("targets")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(target ->
                        target.getJsonArray("runs").getValuesAs(JsonObject.class).stream())
                .filter(run -> run.getString("target").equals("ldap"))
                .flatMap(run ->
                        admin
                                .get("/runs/" + run.getString("id"))
                                .json()
                                .getJsonArray("lines")
                                .getValuesAs(JsonObject.class)
                                .stream())
                .map(text -> text.getString("text"))
                .toList();
    }
}
