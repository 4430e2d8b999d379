package org.freihafen.sandbox;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.sandbox.ldap.EmbeddedDirectory;
import org.freihafen.sandcloud.EmbeddedCloud;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ldap.LdapCloudUsers;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Starts the sandbox's directory and file clouds before anything asks for them, and ends them. */
@ApplicationScoped
public class SandboxServers {
    static final String WORKING_PATH = "/cloud";
    static final String BOARD_PATH = "/cloud-board";

    private static final int CLOUD_CONNECTIONS = 4;
    private static final Duration GROUPS_REMEMBERED = Duration.ofMillis(200);

    @Inject
    @ConfigProperty(name = "freihafen.sandbox")
    private boolean sandbox;

    @Inject
    @ConfigProperty(name = "freihafen.sandbox.ldap.port")
    private int ldapPort;

    @Inject
    @ConfigProperty(name = "freihafen.data")
    private String data;

    @Inject private Clock clock;

    private final FutureTask<EmbeddedDirectory> beginning = new FutureTask<>(this::directory);
    private @Nullable EmbeddedDirectory directory;
    private final List<Closeable> users = new ArrayList<>();
    private final Map<String, EmbeddedCloud> clouds = new ConcurrentHashMap<>();

    /** While the database is opened: neither needs the other. */
    void begin(@Observes @Priority(0) Startup startup) {
        if (sandbox) {
            Thread.ofPlatform().name("sandbox-directory").start(beginning);
        }
    }

    private EmbeddedDirectory directory() throws IOException, LDAPException {
        return EmbeddedDirectory.start(
                new EmbeddedDirectory.Settings(
                        InetAddress.ofLiteral("127.0.0.1"),
                        ldapPort,
                        own().resolve("directory"),
                        SandboxSecrets.in(Path.of(data), new SecureRandom()).all()),
                new SecureRandom(),
                clock);
    }

    private Path own() {
        return Path.of(data).resolve("sandbox");
    }

    void start(@Observes @Priority(100) Startup startup)
            throws ExecutionException, InterruptedException, IOException, LDAPException {
        if (!sandbox) {
            return;
        }
        EmbeddedDirectory started = beginning.get();
        directory = started;
        SandboxSecrets secrets = SandboxSecrets.in(Path.of(data), new SecureRandom());
        Path own = own();
        clouds.put(
                WORKING_PATH,
                open(
                        CloudSettings.sandbox(own.resolve("cloud")),
                        users(started, secrets, SandboxSecrets.CLOUD)));
        clouds.put(
                BOARD_PATH,
                open(
                        CloudSettings.internalOnly(own.resolve("cloud-board")),
                        users(started, secrets, SandboxSecrets.BOARD_CLOUD)));
    }

    /** The people whom the cloud's own bind account sees. */
    private LdapCloudUsers users(
            EmbeddedDirectory started, SandboxSecrets secrets, String bindAccount)
            throws LDAPException {
        LDAPConnection connection =
                new LDAPConnection(
                        "127.0.0.1",
                        started.port(),
                        "cn=" + bindAccount + ",ou=services," + EmbeddedDirectory.BASE,
                        secrets.of(bindAccount));
        LdapCloudUsers seen =
                new LdapCloudUsers(
                        new LDAPConnectionPool(connection, 1, CLOUD_CONNECTIONS),
                        EmbeddedDirectory.BASE,
                        GROUPS_REMEMBERED,
                        clock);
        users.add(seen);
        return seen;
    }

    private EmbeddedCloud open(CloudSettings settings, LdapCloudUsers seen) throws IOException {
        return EmbeddedCloud.open(settings, seen, clock, new SecureRandom(), SandboxServers::pause);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The file cloud below a path; there is none outside the sandbox. */
    Optional<EmbeddedCloud> cloud(String path) {
        return Optional.ofNullable(clouds.get(path));
    }

    @PreDestroy
    void stop() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() throws IOException {
        for (Closeable cloud : clouds.values()) {
            cloud.close();
        }
        for (Closeable seen : users) {
            seen.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
