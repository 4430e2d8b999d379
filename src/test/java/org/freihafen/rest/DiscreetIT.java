package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import jakarta.json.JsonObject;

import org.freihafen.web.OnTheServer;
import org.freihafen.web.PlainBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.Reader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** A confidential group, seen from all sides: its people know it, others learn nothing. */
class DiscreetIT extends OnTheServer {
    private static final String NAME = "Vertrauensrat Elbe";
    private static final String BASE = "dc=example,dc=org";

    private Client client = new Client(HTTP, URI.create("http://127.0.0.1/"), Optional.empty());
    private String key = "";
    private String neutral = "";

    @BeforeEach
    void founded_by_a_member() throws Exception {
        client = new Client(HTTP, at(""), Optional.empty());
        new Example(client).await();
        key = known("member").orElseGet(this::found);
        neutral =
                "Gruppe "
                        + key.substring("gruppe-".length(), "gruppe-".length() + 4)
                                .toUpperCase(Locale.ROOT)
                        + "-"
                        + key.substring("gruppe-".length() + 4).toUpperCase(Locale.ROOT);
    }

    @Test
    void by_rest_and_pages_it_is_there_for_its_people_only() throws Exception {
        assertThat(key).matches("gruppe-[0-9a-f]{8}");
        assertThat(client.as("member").get("/units/" + key).text("name")).isEqualTo(NAME);
        assertThat(page("member", "group?key=" + key)).contains(NAME, neutral);

        Client.Answer hidden = client.as("guest-group").get("/units/" + key);
        Client.Answer nowhere = client.as("guest-group").get("/units/gruppe-00000000");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(nowhere.body());
        assertThat(known("guest-group")).isEmpty();
        assertThat(page("guest-group", "organisation?q=Vertrauensrat")).doesNotContain(NAME, key);
        assertThat(page("guest-group", "group?key=" + key)).doesNotContain(NAME);
    }

    @Test
    void the_clouds_account_in_the_directory_reads_a_name_that_says_nothing() throws Exception {
        List<SearchResultEntry> groups = List.of();
        for (int tries = 0; tries < 60 && groups.stream().filter(this::ours).count() < 2; tries++) {
            Thread.sleep(500);
            groups = groupsAsTheCloudReadsThem();
        }

        assertThat(groups).filteredOn(this::ours).hasSize(2);
        assertThat(groups)
                .filteredOn(this::ours)
                .allSatisfy(group -> {
                    assertThat(group.getAttributeValue("fhName")).startsWith(neutral);
                    assertThat(group.getAttributeValue("fhKind")).isEqualTo("group");
                    assertThat(group.hasAttribute("fhParent")).isFalse();
                });
        assertThat(groups)
                .noneMatch(group ->
                        group.toLDIFString().toLowerCase(Locale.ROOT).contains("vertrauensrat"));
    }

    @Test
    void in_the_cloud_its_people_find_its_folder_under_that_name() throws Exception {
        String files = "";
        for (int tries = 0; tries < 60 && !files.contains(neutral.replace(" ", "%20")); tries++) {
            Thread.sleep(500);
            files = filesOf("member");
        }

        assertThat(files).contains(neutral.replace(" ", "%20")).doesNotContain("Vertrauensrat");
        assertThat(filesOf("guest-group")).doesNotContain(neutral.replace(" ", "%20"));
    }

    private boolean ours(SearchResultEntry group) {
        return Objects.requireNonNullElse(group.getAttributeValue("cn"), "").startsWith(key);
    }

    private Optional<String> known(String login) {
        return client
                .as(login)
                .get("/units?q=vertrauensrat")
                .json()
                .getJsonArray("units")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(unit -> unit.getString("key"))
                .findFirst();
    }

    private String found() {
        return client.as("member")
                .post(
                        "/units",
                        "{\"kind\":\"confidential-group\",\"parent\":\"sn-14626\",\"name\":\"%s\"}"
                                .formatted(NAME))
                .text("key");
    }

    private String page(String login, String path) throws Exception {
        PlainBrowser browser = new PlainBrowser(at("/"));
        browser.signIn(login);
        return browser.open(path).page();
    }

    private List<SearchResultEntry> groupsAsTheCloudReadsThem() throws Exception {
        Path data = Path.of(System.getProperty("freihafen.data"));
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("sandbox/secrets.properties"))) {
            secrets.load(file);
        }
        try (LDAPConnection cloud =
                new LDAPConnection(
                        "127.0.0.1",
                        Integer.getInteger("it.ldap.port"),
                        "cn=cloud-working,ou=services," + BASE,
                        secrets.getProperty("cloud-working"))) {
            return Objects.requireNonNull(
                    cloud.search(
                                    "ou=groups," + BASE,
                                    SearchScope.ONE,
                                    "(objectClass=fhGroup)",
                                    "*",
                                    "+")
                            .getSearchEntries());
        }
    }

    private String filesOf(String login) throws Exception {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((login + ":sandbox").getBytes(StandardCharsets.UTF_8));
        String id = client.as(login).get("/me").text("id");
        return HTTP.send(
                        HttpRequest.newBuilder(at("cloud/remote.php/dav/files/" + id + "/"))
                                .header("Authorization", "Basic " + credentials)
                                .header("Depth", "1")
                                .method("PROPFIND", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
