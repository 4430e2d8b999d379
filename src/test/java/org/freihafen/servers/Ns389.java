package org.freihafen.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

/**
 * Debian's 389 Directory Server with the files that we ship. Making an instance takes twelve
 * seconds, so one is kept below the system's temporary directory for every state of those files,
 * and used by one JVM at a time.
 */
public final class Ns389 implements LdapServer {

    private static final String INSTANCE = "slapd-freihafen";
    private static final String MANAGER = "cn=Directory Manager";
    private static final String MANAGER_PASSWORD = "directory-manager";
    private static final List<String> ACCOUNTS =
            List.of("freihafen", "cloud-working", "cloud-board");

    private static @Nullable Ns389 shared;

    private final Path home;
    private final int port = Daemon.freePort();
    private final int tlsPort = Daemon.freePort();
    private final Daemon daemon;

    private Ns389(Path home) {
        this.home = home;
        this.daemon =
                new Daemon(
                        asDirsrv(
                                "/usr/sbin/ns-slapd",
                                "-d",
                                "0",
                                "-D",
                                config().toString(),
                                "-i",
                                home.resolve("root/run/dirsrv/freihafen.pid").toString()),
                        home.resolve("log"),
                        () -> Daemon.answers(port) && Daemon.answers(tlsPort),
                        "TERM");
    }

    /** The one that all tests of this JVM share; whoever uses it tidies up behind itself. */
    public static synchronized Ns389 shared() {
        if (shared == null) {
            Servers.require("389ds");
            shared = started();
        }
        return shared;
    }

    private static Ns389 started() {
        try {
            Path kept = Path.of(System.getProperty("java.io.tmpdir"), "freihafen-389ds-" + state());
            Ns389 server = new Ns389(lock(kept) ? kept : Daemon.directory("389ds"));
            if (Files.exists(server.home.resolve("ready"))) {
                server.listen();
                server.daemon.start();
            } else {
                server.make();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the kept instance for as long as this JVM lives. */
    private static boolean lock(Path kept) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        kept.resolveSibling(kept.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Files.createDirectories(kept);
                return true;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return false;
        }
        channel.close();
        return false;
    }

    private static String state() throws IOException {
        CRC32C crc = new CRC32C();
        for (String file : List.of("freihafen.schema.ldif", "tree.ldif", "389ds/instance.inf")) {
            crc.update(Files.readAllBytes(Path.of("ldap-schema", file)));
        }
        crc.update(Files.readAllBytes(Path.of("ldap-schema/389ds/access.ldif")));
        return Long.toHexString(crc.getValue());
    }

    private void make() throws IOException {
        Daemon.empty(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Daemon.hand(home, "dirsrv");
        Daemon.run(
                asDirsrv(
                        "/usr/sbin/dscreate",
                        "ds-root",
                        home.resolve("root").toString(),
                        home.resolve("bin").toString()));
        Path share = home.resolve("root/share/dirsrv");
        rewrite(
                share.resolve("inf/defaults.inf"),
                "(?m)^lib_dir = .*$",
                "lib_dir = /usr/lib/x86_64-linux-gnu",
                "(?m)^plugin_dir = .*$",
                "plugin_dir = /usr/lib/x86_64-linux-gnu/dirsrv/plugins");
        rewrite(
                share.resolve("data/template-dse.ldif"),
                "(?m)^nsslapd-port: .*$",
                "$0\nnsslapd-listenhost: 127.0.0.1\nnsslapd-securelistenhost: 127.0.0.1");
        Path inf = home.resolve("instance.inf");
        Files.copy(
                Path.of("ldap-schema/389ds/instance.inf"),
                inf,
                StandardCopyOption.REPLACE_EXISTING);
        rewrite(
                inf,
                "CHANGE-ME",
                MANAGER_PASSWORD,
                "(?m)^port = .*$",
                "port = " + port,
                "(?m)^secure_port = .*$",
                "secure_port = " + tlsPort,
                "(?m)^strict_host_checking",
                "full_machine_name = " + HOST + "\nstrict_host_checking");
        Daemon.run(asDirsrv(home.resolve("bin/dscreate").toString(), "from-file", inf.toString()));
        stopCreated();
        Files.copy(
                Path.of("ldap-schema/freihafen.schema.ldif"),
                schema(),
                StandardCopyOption.REPLACE_EXISTING);
        daemon.start();
        load();
        Files.createFile(home.resolve("ready"));
    }

    private void load() throws IOException {
        StringBuilder ldif = new StringBuilder();
        ldif.append(
                Files.readString(Path.of("ldap-schema/tree.ldif"))
                        .replaceAll("(?m)^(dn: .*)$", "$1\nchangetype: add"));
        ldif.append('\n').append(Files.readString(Path.of("ldap-schema/389ds/access.ldif")));
        for (String account : ACCOUNTS) {
            ldif.append(
                    """

                    dn: cn=%1$s,ou=services,%2$s
                    changetype: modify
                    replace: userPassword
                    userPassword: %1$s
                    """
                            .formatted(account, BASE));
        }
        load(ldif.toString());
    }

    private void load(String ldif) throws IOException {
        try (LDAPConnection connection =
                        new LDAPConnection("127.0.0.1", port, MANAGER, MANAGER_PASSWORD);
                LDIFReader reader =
                        new LDIFReader(new ByteArrayInputStream(ldif.getBytes(UTF_8)))) {
            LDIFChangeRecord change;
            while ((change = reader.readChangeRecord()) != null) {
                process(change, connection);
            }
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 389 DS has an index or two of ours already, and a test that was killed left its rule. */
    private static void process(LDIFChangeRecord change, LDAPConnection connection)
            throws LDAPException {
        try {
            change.processChange(connection);
        } catch (LDAPException e) {
            boolean there =
                    e.getResultCode().equals(ResultCode.ATTRIBUTE_OR_VALUE_EXISTS)
                            || (e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)
                                    && change.getDN().endsWith("cn=config"));
            if (!there) {
                throw e;
            }
        }
    }

    /** Stops the server that {@code dscreate} left running. */
    private void stopCreated() throws IOException {
        Path pid = home.resolve("root/run/dirsrv/" + INSTANCE + ".pid");
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit().join();
                });
    }

    /** A kept instance takes the ports of this JVM. */
    private void listen() throws IOException {
        rewrite(
                config().resolve("dse.ldif"),
                "(?m)^nsslapd-port: .*$",
                "nsslapd-port: " + port,
                "(?m)^nsslapd-securePort: .*$",
                "nsslapd-securePort: " + tlsPort);
    }

    private static void rewrite(Path file, String... replacements) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < replacements.length; i += 2) {
            text = text.replaceAll(replacements[i], replacements[i + 1]);
        }
        Files.writeString(file, text);
    }

    private Path config() {
        return home.resolve("root/etc/dirsrv").resolve(INSTANCE);
    }

    private List<String> asDirsrv(String... command) {
        List<String> whole =
                new ArrayList<>(
                        List.of(
                                "env",
                                "HOME=" + home,
                                "PATH=" + home.resolve("bin") + ":/usr/sbin:/usr/bin:/bin"));
        whole.addAll(List.of(command));
        return Daemon.as("dirsrv", whole);
    }

    /** Lets its database take changes or not, as its administrator would. */
    public void readOnly(boolean now) {
        set(
                "cn=userRoot,cn=ldbm database,cn=plugins,cn=config",
                "nsslapd-readonly",
                now ? "on" : "off");
    }

    /** Tells it to keep more room free on its disk than there is, until {@link #roomy}. */
    public void crowded() {
        set("cn=config", "nsslapd-disk-monitoring-readonly-on-threshold", "on");
        set("cn=config", "nsslapd-disk-monitoring", "on");
        restart();
        set("cn=config", "nsslapd-disk-monitoring-threshold", String.valueOf(1L << 60));
        await(() -> !takesChanges());
    }

    public void roomy() {
        set("cn=config", "nsslapd-disk-monitoring-threshold", String.valueOf(2L << 20));
        await(this::takesChanges);
        set("cn=config", "nsslapd-disk-monitoring", "off");
        restart();
    }

    /** Lets it keep when people last bound by the file that we ship, or no longer. */
    public void keepLastUse(boolean now) {
        try {
            String file = Files.readString(Path.of("ldap-schema/389ds/last-use.ldif"));
            load(
                    now
                            ? file
                            : file.replace("Enabled: on", "Enabled: off")
                                    .replace("add: aci", "delete: aci"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    private boolean takesChanges() {
        try {
            set(BASE, "description", "takes changes");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("389 DS does not look at its disk");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Takes our schema out of its configuration or puts it back. */
    public void withoutSchema(boolean now) {
        daemon.stop();
        Path aside = home.resolve("98freihafen.ldif");
        try {
            Files.move(now ? schema() : aside, now ? aside : schema());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon.start();
    }

    private Path schema() {
        return config().resolve("schema/98freihafen.ldif");
    }

    private void set(String entry, String attribute, String value) {
        try (LDAPConnection connection =
                new LDAPConnection("127.0.0.1", port, MANAGER, MANAGER_PASSWORD)) {
            connection.modify(entry, new Modification(ModificationType.REPLACE, attribute, value));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Optional<Integer> tlsPort() {
        return Optional.of(tlsPort);
    }

    @Override
    public Optional<Path> authority() {
        return Optional.of(config().resolve("ca.crt"));
    }

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void restart() {
        daemon.stop();
        daemon.start();
    }

    /** Ends it as {@code kill -9} would; {@link #restart} brings it back. */
    public void kill() {
        daemon.kill();
    }
}
