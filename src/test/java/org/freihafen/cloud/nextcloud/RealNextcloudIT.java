package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.groups.GroupId;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The contract over a real Nextcloud: {@code -Dnextcloud.url= -Dnextcloud.user=
 * -Dnextcloud.password=}, with the service account's local group in {@code -Dnextcloud.group=} and
 * the labels of two groups in {@code -Dnextcloud.groups=}.
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
                        System.getProperty("nextcloud.group", "freihafen"),
                        4,
                        Duration.ofMinutes(3));
        return new NextcloudTarget(
                cloud,
                known,
                () -> labels,
                Runnable::run,
                InstantSource.system(),
                new SecureRandom());
    }

    @Override
    List<String> groupLabels() {
        return List.of(
                System.getProperty("nextcloud.groups", "ag-umwelt,ag-digital").split(",", 2));
    }

    @Override
    Instant now() {
        return InstantSource.system().instant();
    }
}
