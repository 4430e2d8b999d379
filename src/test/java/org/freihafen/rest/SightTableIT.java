package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

import org.freihafen.access.Standing;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.membership.SightTable;
import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of who sees whom, walked cell by cell as every persona, by REST and on the pages. */
class SightTableIT extends OnTheServer {
    private final List<String> wrong = new ArrayList<>();
    private int looked;

    @Test
    void whoever_looks_wherever_sees_what_the_table_says() throws Exception {
        Client client = new Client(HTTP, at(""), Optional.empty());
        Example example = new Example(client);
        example.await();
        List<Personas.Persona> personas =
                Personas.all(
                        example.groupThatNobodyLeads(),
                        example.groupOfAnotherLead(),
                        example.districtIn("by"));
        for (Personas.Persona persona : personas) {
            String held = persona.duty().map(duty -> give(client, persona, duty)).orElse("");
            Client as = client.as(persona.login());
            Client visitor = visitor(as);
            for (var unit : persona.standings().entrySet()) {
                String page = page(visitor, unit.getKey());
                look(as, persona, unit.getKey(), unit.getValue(), page);
            }
            if (!held.isEmpty()) {
                client.as("admin").call("DELETE", "/duties?" + held, "");
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(150);
    }

    private static String give(Client client, Personas.Persona persona, String duty) {
        String id = client.as(persona.login()).get("/me").text("id");
        String given = "{\"person\":\"%s\",\"duty\":\"%s\",\"unit\":\"by\"}".formatted(id, duty);
        assertThat(client.as("admin").post("/duties", given).status()).isEqualTo(201);
        return "person=" + id + "&duty=" + duty + "&unit=by";
    }

    private void look(
            Client as, Personas.Persona persona, String key, Set<Standing> standings, String page) {
        Client.Answer unit = as.get("/units/" + key);
        Client.Answer members = as.get("/units/" + key + "/members");
        boolean byRegister = !key.startsWith("ag-") && !key.startsWith("projekt-");
        JsonObject whole = unit.status() == 200 ? unit.json() : JsonObject.EMPTY_JSON_OBJECT;
        boolean named = members.status() == 200 && members.json().containsKey("members");
        for (Field field : Field.values()) {
            boolean expected = SightTable.sees(field, standings, byRegister);
            String cell = persona.name() + ", " + field + " of " + key;
            switch (field) {
                case UNIT -> {
                    compare(cell, expected, unit.status() == 200);
                    compare(cell + " on its page", expected, page.contains("<h1"));
                }
                case NUMBER_OF_PEOPLE -> compare(cell, expected, whole.containsKey("people"));
                case LEADS -> {
                    compare(cell, expected, whole.containsKey("leads"));
                    if (key.equals("ag-002")) {
                        compare(cell + " on its page", expected, page.contains("Lea Lang"));
                    }
                }
                case NAMES -> {
                    compare(cell, expected, named);
                    if (key.equals("ag-002")) {
                        compare(cell + " on its page", expected, page.contains("Max Meer"));
                    }
                }
                case REGISTER_DATA -> registerData(as, members, cell, expected);
            }
        }
    }

    /** Of whomever the viewer finds named; whoever finds nobody sees nothing of them. */
    private void registerData(Client as, Client.Answer members, String cell, boolean expected) {
        boolean named =
                members.status() == 200
                        && members.json().containsKey("members")
                        && !members.json().getJsonArray("members").isEmpty();
        if (named) {
            String me = as.get("/me").text("id");
            members.json().getJsonArray("members").stream()
                    .map(member -> member.asJsonObject().getString("id"))
                    .filter(id -> !id.equals(me))
                    .findFirst()
                    .ifPresent(id ->
                            compare(
                                    cell,
                                    expected,
                                    as.get("/people/" + id).json().containsKey("register")));
        }
    }

    private void compare(String cell, boolean expected, boolean seen) {
        looked++;
        if (expected != seen) {
            wrong.add(cell + (seen ? ": seen" : ": not seen"));
        }
    }

    /** What stands on the group's page itself, without the visitor's own name above it. */
    private static String page(Client visitor, String key) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(visitor.server().resolve("/group?key=" + key)).build();
        String page = visitor.http().send(request, BodyHandlers.ofString()).body();
        return page.substring(Math.max(0, page.indexOf("<main")));
    }

    /** As a browser does: signed in once, known by a cookie from then on. */
    private static Client visitor(Client as) {
        Client visitor =
                new Client(
                        HttpClient.newBuilder().cookieHandler(new CookieManager()).build(),
                        as.server(),
                        Optional.empty());
        Client.Answer answer =
                visitor.post(
                        "/session",
                        "{\"login\":\"%s\",\"password\":\"sandbox\"}"
                                .formatted(as.login().orElseThrow()));
        assertThat(answer.status()).isEqualTo(200);
        return visitor;
    }
}
