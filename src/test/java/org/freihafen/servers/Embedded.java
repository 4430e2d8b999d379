package org.freihafen.servers;

import org.freihafen.sandbox.ldap.EmbeddedDirectory;
import org.freihafen.sandbox.ldap.EmbeddedDirectory.Settings;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The sandbox's own directory, for tests that want an LDAP server within milliseconds. */
public final class Embedded implements LdapServer {

    private static final Map<String, String> PASSWORDS =
            Map.of(
                    "freihafen", "freihafen",
                    "cloud-working", "cloud-working",
                    "cloud-board", "cloud-board");

    private static @Nullable Embedded shared;

    private final Path home;
    private final int port = Daemon.freePort();
    private EmbeddedDirectory directory;

    private Embedded(Path home) {
        this.home = home;
        this.directory = start();
    }

    /** The one that all tests of this JVM share; whoever uses it tidies up behind itself. */
    public static synchronized Embedded shared() {
        if (shared == null) {
            shared = started(Daemon.directory("embedded"));
        }
        return shared;
    }

    /** One of its own, on data that may be there already. */
    public static Embedded started(Path home) {
        return new Embedded(home);
    }

    private EmbeddedDirectory start() {
        try {
            Settings settings =
                    new Settings(InetAddress.ofLiteral("127.0.0.1"), port, home, PASSWORDS);
            return EmbeddedDirectory.start(settings, new SecureRandom(), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Optional<Integer> tlsPort() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> authority() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        directory.close();
    }

    @Override
    public void restart() {
        directory = start();
    }
}
