package org.freihafen.sandbox;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sandbox has brought about in its directory and its clouds, with names where ids stand, and
 * without times and passwords: two that were brought to the same are equal.
 */
record Landscape(List<String> entries, List<String> workspaces, List<String> shares) {
    private static final String BASE = "dc=example,dc=org";
    private static final Set<String> DIFFERENT_EVERYWHERE =
            Set.of("fhid", "fhunit", "userpassword");
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    static Landscape of(SandboxProcess server)
            throws LDAPException, IOException, InterruptedException {
        return new Landscape(entries(server), workspaces(server), shares(server));
    }

    private static List<String> entries(SandboxProcess server) throws LDAPException {
        List<SearchResultEntry> found = new ArrayList<>();
        try (LDAPConnection connection = server.directory()) {
            for (String below : List.of("ou=people,", "ou=groups,")) {
                found.addAll(
                        Objects.requireNonNull(
                                connection
                                        .search(below + BASE, SearchScope.ONE, "(objectClass=*)")
                                        .getSearchEntries()));
            }
        }
        Map<String, String> names = new HashMap<>();
        found.forEach(entry ->
                names.put(
                        String.valueOf(entry.getAttributeValue("fhId")),
                        String.valueOf(
                                entry.hasAttribute("uid")
                                        ? entry.getAttributeValue("uid")
                                        : entry.getAttributeValue("fhName"))));
        return found.stream().map(entry -> line(entry, names)).sorted().toList();
    }

    private static String line(SearchResultEntry entry, Map<String, String> names) {
        return entry.getAttributes().stream()
                .filter(attribute ->
                        !DIFFERENT_EVERYWHERE.contains(
                                attribute.getBaseName().toLowerCase(Locale.ROOT)))
                .map(attribute -> attribute.getBaseName() + "=" + values(attribute, names))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String values(Attribute attribute, Map<String, String> names) {
        return Arrays.stream(attribute.getValues())
                .map(value ->
                        ID.matcher(value).replaceAll(id -> names.getOrDefault(id.group(), "an id")))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static List<String> workspaces(SandboxProcess server)
            throws IOException, InterruptedException {
        return everywhere(server, "/index.php/apps/groupfolders/folders?format=json")
                .map(JsonValue::asJsonObject)
                .map(folder ->
                        folder.getString("mount_point")
                                + folder.getJsonObject("group_details").values().stream()
                                        .map(JsonValue::asJsonObject)
                                        .map(group ->
                                                group.getString("displayName")
                                                        + "="
                                                        + group.get("permissions"))
                                        .sorted()
                                        .toList())
                .sorted()
                .toList();
    }

    private static List<String> shares(SandboxProcess server)
            throws IOException, InterruptedException {
        return everywhere(server, "/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json")
                .map(JsonValue::asJsonObject)
                .map(share ->
                        Stream.of("path", "share_with_displayname", "permissions", "expiration")
                                .map(name -> name + "=" + share.get(name))
                                .collect(Collectors.joining("; ")))
                .sorted()
                .toList();
    }

    /** What every cloud lists there. */
    private static Stream<JsonValue> everywhere(SandboxProcess server, String path)
            throws IOException, InterruptedException {
        List<JsonValue> listed = new ArrayList<>();
        for (String cloud : List.of("/cloud", "/cloud-board")) {
            try (JsonReader reader =
                    Json.createReader(new StringReader(server.askCloud(cloud, path).body()))) {
                JsonObject ocs = reader.readObject().getJsonObject("ocs");
                listed.addAll(
                        ocs.get("data") instanceof JsonObject folders
                                ? folders.values()
                                : ocs.getJsonArray("data"));
            }
        }
        return listed.stream();
    }
}
