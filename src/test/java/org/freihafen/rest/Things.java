package org.freihafen.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What there is to meddle with: in each of some units a grant and an invitation, made anew as soon
 * as they were ended, and somebody whom the register knows.
 */
final class Things {
    static final String GRANT = "GRANT";
    static final String INVITATION = "INVITATION";
    static final String PERSON = "PERSON";

    private static final Set<String> SANDBOX =
            Set.of("Ada Admin", "Olaf Office", "Lea Lang", "Max Meer", "Gesa Gast");

    private final Client client;
    private final Map<String, String> leadOf;
    private final Map<String, String> grants = new HashMap<>();
    private final Map<String, String> invitations = new HashMap<>();
    private final String person;
    private int made;

    /**
     * Finds somebody, and makes the rest when it is asked for.
     *
     * @param leadOf who leads the units that have things
     */
    Things(Client client, Map<String, String> leadOf) {
        this.client = client;
        this.leadOf = leadOf;
        this.person = somebodyOf("sn-14626");
    }

    /** Whether there is something of this unit for a path with such a placeholder. */
    boolean has(String path, String unit) {
        return leadOf.containsKey(unit) || !(path.contains(GRANT) || path.contains(INVITATION));
    }

    String fill(String path, String unit) {
        String filled = path.replace("UNIT", unit).replace(PERSON, person);
        if (filled.contains(GRANT)) {
            return filled.replace(GRANT, grants.computeIfAbsent(unit, this::grant));
        }
        return filled.contains(INVITATION)
                ? filled.replace(INVITATION, invitations.computeIfAbsent(unit, this::invitation))
                : filled;
    }

    /** What was deleted is made anew next time. */
    void deleted(String path, String unit) {
        if (path.contains(GRANT)) {
            grants.remove(unit);
        }
        if (path.contains(INVITATION)) {
            invitations.remove(unit);
        }
    }

    private Client lead(String unit) {
        return client.as(leadOf.getOrDefault(unit, ""));
    }

    private String grant(String unit) {
        made++;
        String folder =
                lead(unit)
                        .post(
                                "/units/" + unit + "/folders",
                                "{\"path\":\"Tafel " + System.nanoTime() + "\"}")
                        .text("id");
        return lead(unit)
                .post(
                        "/units/" + unit + "/grants",
                        "{\"folder\":\""
                                + folder
                                + "\",\"to\":{\"unit\":\"ag-005\"},\"permissions\":[\"read\"],"
                                + "\"reason\":\"table\"}")
                .text("id");
    }

    private String invitation(String unit) {
        made++;
        String address = "nobody " + System.nanoTime();
        lead(unit)
                .post(
                        "/invitations",
                        "{\"unit\":\"" + unit + "\",\"address\":\"" + address + "\"}");
        return lead(unit)
                .get("/invitations?unit=" + unit)
                .json()
                .getJsonArray("invitations")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(each -> each.getString("address").equals(address))
                .map(each -> each.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    int made() {
        return made;
    }

    private String somebodyOf(String unit) {
        return client
                .as("office")
                .get("/units/" + unit + "/members")
                .json()
                .getJsonArray("members")
                .getValuesAs(JsonValue::asJsonObject)
                .stream()
                .filter(member -> !SANDBOX.contains(member.getString("name")))
                .map((JsonObject member) -> member.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
