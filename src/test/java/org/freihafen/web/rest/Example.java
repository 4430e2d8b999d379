package org.freihafen.web.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import java.time.Duration;
import java.util.List;

/** The example federation on a running sandbox. */
record Example(Client client) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Until its logins are there. */
    void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the sandbox's logins did not come");
            }
            Thread.sleep(1_000);
        }
    }

    /** A server that is still busy with loading may drop a connection. */
    private boolean answers() {
        try {
            return client.as("member").get("/me").status() == 200;
        } catch (AssertionError dropped) {
            return false;
        }
    }

    /** A project group below {@code ag-002}, which its founder left at once. */
    String groupThatNobodyLeads() {
        Client lead = client.as("lead");
        List<JsonObject> there =
                lead.get("/units?parent=ag-002")
                        .json()
                        .getJsonArray("units")
                        .getValuesAs(JsonValue::asJsonObject);
        for (JsonObject unit : there) {
            if (unit.getString("name").equals("Projekt Wattenmeer")) {
                return unit.getString("key");
            }
        }
        String key =
                lead.post(
                                "/units",
                                "{\"kind\":\"project-group\",\"parent\":\"ag-002\","
                                        + "\"name\":\"Projekt Wattenmeer\"}")
                        .text("key");
        lead.call("DELETE", "/units/" + key + "/members/me", "");
        return key;
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
