package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.policy.CloudPolicy;
import org.freihafen.sandcloud.EmbeddedCloudServer;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.structure.Structure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

class EmbeddedCloudContractTest extends CloudContract {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final PersonId PERSON = new PersonId(new UUID(4, 2));
    private static final PersonId MEMBER = new PersonId(new UUID(4, 3));
    @TempDir static Path directory;
    private static @Nullable EmbeddedCloudServer server;
    private final InMemoryCloudIds known = new InMemoryCloudIds();

    @BeforeAll
    static void start() throws IOException {
        ScriptedUsers users =
                new ScriptedUsers()
                        .group("ag-umwelt", "AG Umwelt")
                        .group("ag-digital", "AG Digitales")
                        .person(PERSON.toString(), "geheim", "Rosa Fischer")
                        .person(MEMBER.toString(), "geheim", "Nils Beispiel")
                        .join("ag-umwelt", MEMBER.toString());
        server = EmbeddedCloudServer.start(CloudSettings.sandbox(directory), users, () -> NOW);
    }

    @AfterAll
    static void stop() throws IOException {
        Objects.requireNonNull(server).close();
    }

    @Override
    NextcloudTarget connect(Map<GroupId, String> labels) {
        EmbeddedCloudServer running = Objects.requireNonNull(server);
        Cloud cloud =
                new Cloud(
                        "working",
                        running.address(),
                        "freihafen-svc",
                        running.servicePassword(),
                        4,
                        Duration.ofSeconds(20),
                        new CloudPolicy(false, "freihafen", "working", Set.of()));
        return new NextcloudTarget(
                cloud,
                known,
                () -> labels,
                () -> new Structure(List.of()),
                passwords,
                shownAnew,
                Runnable::run,
                () -> NOW,
                new Random(3));
    }

    @Override
    PersonId person() {
        return PERSON;
    }

    @Override
    Member member() {
        URI address = Objects.requireNonNull(server).address();
        return new Member(address, MEMBER.toString(), MEMBER.toString(), "geheim");
    }

    @Override
    String remote() {
        return "paul@cloud.example.org";
    }

    @Override
    Session service() {
        EmbeddedCloudServer running = Objects.requireNonNull(server);
        return EmbeddedNextcloud.session(
                running.address(), "freihafen-svc", running.servicePassword());
    }

    @Override
    String idOf(CloudKey key) {
        return known.of("working", List.of(key)).getFirst().id().orElseThrow();
    }

    @Override
    String gid(GroupId group) {
        return known.groups("working").getOrDefault(group, "");
    }

    @Override
    void forgetInMemory(CloudKey key) {
        known.forget("working", key);
    }

    @Override
    List<String> groupLabels() {
        return List.of("AG Umwelt", "AG Digitales");
    }

    /** This cloud ends with the tests. */
    @Override
    void removeMark() {}

    @Override
    Instant now() {
        return NOW;
    }
}
