package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.policy.CloudPolicy;
import org.freihafen.structure.Structure;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contract over a real Nextcloud: {@code -Dnextcloud.url= -Dnextcloud.user=
 * -Dnextcloud.password=}, with the service account's local group in {@code -Dnextcloud.group=}, the
 * labels of two groups in {@code -Dnextcloud.groups=}, somebody in the first in {@code
 * -Dnextcloud.member=}, somebody in neither in {@code -Dnextcloud.person=} and an account on
 * another cloud in {@code -Dnextcloud.remote=}.
 */
@EnabledIfSystemProperty(named = "nextcloud.url", matches = "http.+")
class RealNextcloudIT extends CloudContract {
    private final InMemoryCloudIds known = new InMemoryCloudIds();

    @Override
    NextcloudTarget connect(Map<GroupId, String> labels) {
        Cloud cloud =
                new Cloud(
                        "real",
                        URI.create(System.getProperty("nextcloud.url", "")),
                        System.getProperty("nextcloud.user", ""),
                        System.getProperty("nextcloud.password", ""),
                        4,
                        Duration.ofMinutes(3),
                        new CloudPolicy(
                                false,
                                System.getProperty("nextcloud.group", "freihafen"),
                                "working",
                                Set.of()));
        return new NextcloudTarget(
                cloud,
                known,
                () -> labels,
                () -> new Structure(List.of()),
                passwords,
                shownAnew,
                Runnable::run,
                InstantSource.system(),
                new SecureRandom());
    }

    private static String property(String name, String otherwise) {
        return System.getProperty("nextcloud." + name, otherwise);
    }

    /** {@code -Dnextcloud.member=id,login,password}. */
    @Override
    Member member() {
        String[] said = property("member", ",,").split(",", 3);
        return new Member(URI.create(property("url", "")), said[0], said[1], said[2]);
    }

    @Override
    String remote() {
        return property("remote", "");
    }

    @Override
    Session service() {
        return EmbeddedNextcloud.session(
                URI.create(property("url", "")), property("user", ""), property("password", ""));
    }

    @Override
    String idOf(CloudKey key) {
        return known.of("real", List.of(key)).getFirst().id().orElseThrow();
    }

    @Override
    String gid(GroupId group) {
        return known.groups("real").getOrDefault(group, "");
    }

    @Override
    void forgetInMemory(CloudKey key) {
        known.forget("real", key);
    }

    @Override
    List<String> groupLabels() {
        return List.of(
                System.getProperty("nextcloud.groups", "ag-umwelt,ag-digital").split(",", 2));
    }

    /** {@code -Dnextcloud.person=}, the id of an account there. */
    @Override
    PersonId person() {
        return PersonId.of(System.getProperty("nextcloud.person", ""));
    }

    @Override
    void removeMark() throws Exception {
        String user = System.getProperty("nextcloud.user", "");
        String password = System.getProperty("nextcloud.password", "");
        String basic =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String file =
                System.getProperty("nextcloud.url", "")
                        + "/remote.php/dav/files/"
                        + user
                        + "/.freihafen";
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest delete =
                    HttpRequest.newBuilder(URI.create(file))
                            .header("Authorization", "Basic " + basic)
                            .DELETE()
                            .build();
            assertThat(client.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
    }

    @Override
    Instant now() {
        return InstantSource.system().instant();
    }
}
