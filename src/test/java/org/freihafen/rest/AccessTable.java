package org.freihafen.rest;

import org.freihafen.access.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks every path as every persona, in each of their units, and compares what comes back with the
 * table of actions.
 */
final class AccessTable {
    private final Client client;
    private final Things things;
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    AccessTable(Client client, Things things) {
        this.client = client;
        this.things = things;
    }

    int asked() {
        return asked;
    }

    /** Everything that came back otherwise than the table has it. */
    List<String> walk(List<Personas.Persona> personas) {
        for (PathTable.Row row : PathTable.rows()) {
            Client.Answer answer = call(client, row, "ag-002");
            boolean open = row.about() == PathTable.About.ANYBODY;
            boolean turnedAway =
                    answer.status() == 401 && answer.body().contains("asks for a sign-in");
            note(turnedAway != open, "nobody", row, "ag-002", answer);
        }
        for (Personas.Persona persona : personas) {
            String held = persona.duty().map(duty -> give(persona, duty)).orElse("");
            walk(persona);
            if (!held.isEmpty()) {
                client.as("admin").call("DELETE", "/duties?" + held, "");
            }
        }
        return wrong;
    }

    private String give(Personas.Persona persona, String duty) {
        String id = client.as(persona.login()).get("/me").text("id");
        Client.Answer given =
                client.as("admin")
                        .post(
                                "/duties",
                                "{\"person\":\""
                                        + id
                                        + "\",\"duty\":\""
                                        + duty
                                        + "\",\"unit\":\"by\"}");
        note(given.status() == 201, "admin", PathTable.rows().getFirst(), "giving a duty", given);
        return "person=" + id + "&duty=" + duty + "&unit=by";
    }

    private void walk(Personas.Persona persona) {
        Client as = client.as(persona.login());
        Set<Standing> inFederation = persona.standings().getOrDefault("bund", Set.of());
        for (PathTable.Row row : PathTable.rows()) {
            switch (row.about()) {
                case UNIT ->
                        persona.standings()
                                .forEach((unit, standings) ->
                                        compare(persona, row, unit, standings, as));
                case FEDERATION -> compare(persona, row, "bund", inFederation, as);
                case ONESELF, ANYBODY -> compare(persona, row, "bund", inFederation, as);
            }
        }
    }

    private void compare(
            Personas.Persona persona,
            PathTable.Row row,
            String unit,
            Set<Standing> standings,
            Client as) {
        if (things.has(row.path(), unit)) {
            int expected = row.expected(standings);
            Client.Answer answer = call(as, row, unit);
            note(
                    answer.status() == expected,
                    persona.name() + " (" + expected + " expected)",
                    row,
                    unit,
                    answer);
        }
    }

    private Client.Answer call(Client as, PathTable.Row row, String unit) {
        asked++;
        Client.Answer answer =
                as.call(
                        row.method(),
                        things.fill(row.path(), unit),
                        row.body().replace("UNIT", unit));
        if (row.method().equals("DELETE") && answer.status() == 204) {
            things.deleted(row.path(), unit);
        }
        return answer;
    }

    private void note(
            boolean fits, String who, PathTable.Row row, String unit, Client.Answer answer) {
        if (!fits) {
            wrong.add(
                    "%s: %s %s in %s: %d %s"
                            .formatted(
                                    who,
                                    row.method(),
                                    row.path(),
                                    unit,
                                    answer.status(),
                                    answer.body()));
        }
    }
}
