package org.freihafen.rest;

import jakarta.json.JsonValue;

import java.time.Duration;
import java.util.Optional;

/** The example federation on a running sandbox. */
record Example(Client client) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Until its logins and its people are there. */
    void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the sandbox's people did not come");
            }
            Thread.sleep(1_000);
        }
    }

    /** A server that is still busy with loading may drop a connection. */
    private boolean answers() {
        try {
            return client.as("member").get("/me").status() == 200
                    && client.as("office")
                                    .get("/units/sn-14626/members")
                                    .json()
                                    .getJsonArray("members")
                                    .size()
                            > 1;
        } catch (AssertionError dropped) {
            return false;
        }
    }

    /** A project group below {@code ag-002}, which its founder left at once. */
    String groupThatNobodyLeads() {
        return group("lead", "ag-002", "Projekt Wattenmeer")
                .orElseGet(() -> {
                    String key = found("lead", "ag-002", "Projekt Wattenmeer");
                    client.as("lead").call("DELETE", "/units/" + key + "/members/me", "");
                    return key;
                });
    }

    /** A project group that {@code guest-group} founded and leads. */
    String groupOfAnotherLead() {
        return group("guest-group", "ag-004", "Projekt Deich")
                .orElseGet(() -> found("guest-group", "ag-004", "Projekt Deich"));
    }

    /** A new project group that {@code lead} leads. */
    String groupOfLead() {
        return found("lead", "ag-002", "Projekt Ebbe");
    }

    private Optional<String> group(String login, String parent, String name) {
        return client
                .as(login)
                .get("/units?parent=" + parent)
                .json()
                .getJsonArray("units")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(unit -> unit.getString("name").equals(name))
                .map(unit -> unit.getString("key"))
                .findFirst();
    }

    private String found(String login, String parent, String name) {
        return client.as(login)
                .post(
                        "/units",
                        "{\"kind\":\"project-group\",\"parent\":\"%s\",\"name\":\"%s\"}"
                                .formatted(parent, name))
                .text("key");
    }

    String districtIn(String state) {
        return client
                .as("member")
                .get("/units?q=" + state + "-")
                .json()
                .getJsonArray("units")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(unit -> unit.getString("kind").equals("district"))
                .map(unit -> unit.getString("key"))
                .findFirst()
                .orElseThrow();
    }
}
