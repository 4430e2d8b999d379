package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * An LDAP server inside this process, for a first try and for tests: our schema, our rules of
 * access, passwords only salted and hashed, and when people last bound. Every write that it
 * acknowledged survives a {@code kill -9}. It listens on loopback and nowhere else.
 */
public final class EmbeddedDirectory implements AutoCloseable {
    public static final String BASE = "dc=example,dc=org";

    private static final String SCHEMA = "/ldap-schema/freihafen.schema.ldif";
    private static final String TREE = "/ldap-schema/tree.ldif";

    private final FileChannel lock;
    private final Entries entries;
    private final InMemoryRequestHandler server;
    private final LDAPListener listener;

    /**
     * How it is set up.
     *
     * @param port 0 takes a free one
     * @param data a directory of its own, made if it is not there
     * @param passwords of the accounts below {@code ou=services}, by name; who is not named cannot
     *     bind
     */
    public record Settings(
            InetAddress address, int port, Path data, Map<String, String> passwords) {
        public Settings {
            if (!address.isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        "The embedded directory is for the sandbox and listens on 127.0.0.1 only, not on "
                                + address.getHostAddress()
                                + ". Use OpenLDAP or 389 Directory Server beyond it.");
            }
            passwords = Map.copyOf(passwords);
        }
    }

    private EmbeddedDirectory(
            FileChannel lock,
            Entries entries,
            InMemoryRequestHandler server,
            LDAPListener listener) {
        this.lock = lock;
        this.entries = entries;
        this.server = server;
        this.listener = listener;
    }

    /**
     * Starts it with everything that was kept.
     *
     * @throws IOException if the data cannot be read, another process uses it, or the port is taken
     */
    public static EmbeddedDirectory start(Settings settings, RandomGenerator random, Clock clock)
            throws IOException {
        FileChannel lock = lock(settings.data());
        try {
            Schema schema = schema();
            Entries entries = Entries.open(settings.data(), schema);
            InMemoryRequestHandler server = server(schema, random);
            load(server, entries.found().isEmpty() ? tree(schema) : entries.found(), settings);
            entries.snapshot(server);
            AccessRule rule = new AccessRule(new DN(BASE, schema), schema);
            LDAPListenerConfig config =
                    new LDAPListenerConfig(
                            settings.port(), new Gate(server, rule, entries, new LastUse(clock)));
            config.setListenAddress(settings.address());
            LDAPListener listener = new LDAPListener(config);
            listener.startListening();
            return new EmbeddedDirectory(lock, entries, server, listener);
        } catch (LDAPException e) {
            lock.close();
            throw new IOException("The embedded directory cannot start: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        FileChannel channel =
                FileChannel.open(
                        data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // It is another one in this very process.
        }
        channel.close();
        throw new IOException(
                "Another process uses " + data + ": stop it first, or set freihafen.data.");
    }

    private static Schema schema() throws IOException {
        try (InputStream ours = resource(SCHEMA)) {
            Schema read = Objects.requireNonNull(Schema.getSchema(ours));
            return Objects.requireNonNull(
                    Schema.mergeSchemas(Schema.getDefaultStandardSchema(), read, LastUse.schema()));
        } catch (LDAPException | LDIFException e) {
            throw new IOException(SCHEMA + " cannot be read", e);
        }
    }

    private static InMemoryRequestHandler server(Schema schema, RandomGenerator random)
            throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(schema);
        config.setEqualityIndexAttributes("objectClass", "fhId", "uid", "cn", "fhKey", "entryUUID");
        config.setPasswordEncoders(new SaltedPasswords(random));
        return new InMemoryRequestHandler(config);
    }

    private static Collection<Entry> tree(Schema schema) throws IOException {
        List<Entry> tree = new ArrayList<>();
        try (InputStream in = resource(TREE);
                LDIFReader reader = new LDIFReader(in)) {
            reader.setSchema(schema);
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                tree.add(entry);
            }
        } catch (LDIFException e) {
            throw new IOException(TREE + " cannot be read", e);
        }
        return tree;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EmbeddedDirectory.class.getResourceAsStream(name), name);
    }

    private static void load(
            InMemoryRequestHandler server, Collection<Entry> entries, Settings settings)
            throws LDAPException {
        for (Entry entry : entries) {
            if (entry.hasObjectClass("fhServiceAccount")) {
                entry.removeAttribute("userPassword");
                String password = settings.passwords().get(entry.getAttributeValue("cn"));
                if (password != null) {
                    entry.addAttribute(new Attribute("userPassword", password));
                }
            }
            server.addEntry(entry, true);
        }
    }

    public int port() {
        return listener.getListenPort();
    }

    /** Ends all connections and writes a snapshot. */
    @Override
    public void close() {
        listener.shutDown(true);
        try (lock;
                entries) {
            synchronized (entries) {
                entries.snapshot(server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
