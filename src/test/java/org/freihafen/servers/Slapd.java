package org.freihafen.servers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's slapd with the configuration that we ship. */
public final class Slapd implements LdapServer {

    /** A line that needs our schema. */
    private static final String OURS = "(?m)^(include: .*/freihafen\\.|olcDbIndex: fh).*\\n";

    private static final String ACCOUNT_OF_OTHERS =
            "applicationProcess\nobjectClass: simpleSecurityObject";

    private static final Pattern ACCESS = Pattern.compile("(?m)^olcAccess: .*\\n(?: {2}.*\\n)+");

    private static @Nullable Slapd shared;

    private final Path home;
    private final int port;
    private final int tlsPort;
    private final Daemon daemon;

    private Slapd(Path home) {
        this.home = home;
        this.port = Daemon.freePort();
        this.tlsPort = Daemon.freePort();
        this.daemon =
                new Daemon(
                        List.of(
                                Servers.program("slapd", 0).toString(),
                                "-d",
                                "0",
                                "-F",
                                home.resolve("slapd.d").toString(),
                                "-h",
                                "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort),
                        home.resolve("log"),
                        () -> Daemon.answers(port) && Daemon.answers(tlsPort),
                        "TERM");
    }

    /** The one that all tests of this JVM share; whoever uses it tidies up behind itself. */
    public static synchronized Slapd shared() {
        if (shared == null) {
            shared = started();
        }
        return shared;
    }

    /** One of its own, for tests that break it. */
    public static Slapd started() {
        return started(UnaryOperator.identity());
    }

    /** One whose configuration is not quite the one that we ship. */
    public static Slapd started(UnaryOperator<String> configuration) {
        Servers.require("slapd");
        Slapd slapd = new Slapd(Daemon.directory("slapd"));
        slapd.load(configuration);
        slapd.daemon.start();
        return slapd;
    }

    /** One that was not told of our object classes and attributes. */
    public static Slapd withoutSchema() {
        return started(text ->
                ACCESS.matcher(
                                text.replace("fhServiceAccount", ACCOUNT_OF_OTHERS)
                                        .replaceAll(OURS, ""))
                        .replaceAll(rule ->
                                rule.group().contains("fh")
                                        ? ""
                                        : Matcher.quoteReplacement(rule.group())));
    }

    private void load(UnaryOperator<String> configuration) {
        try {
            Path schema = Path.of("ldap-schema/openldap/freihafen.ldif").toAbsolutePath();
            String config =
                    Files.readString(Path.of("ldap-schema/openldap/config.ldif"))
                            .replace("/etc/ldap/schema/freihafen.ldif", schema.toString())
                            .replace("/var/lib/ldap", home.resolve("db").toString())
                            .replace("/run/slapd", home.toString())
                            .replace("#olcTLS", "olcTLS")
                            .replace("/etc/ldap/tls", home.toString());
            Files.createDirectory(home.resolve("slapd.d"));
            Files.createDirectory(home.resolve("db"));
            Files.writeString(home.resolve("config.ldif"), configuration.apply(config));
            Files.writeString(
                    home.resolve("tree.ldif"),
                    configuration.apply(
                            Files.readString(Path.of("ldap-schema/tree.ldif"))
                                    .replaceAll("(?m)^cn: (.*)$", "cn: $1\nuserPassword: $1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        certify();
        add(0, "config.ldif");
        add(1, "tree.ldif");
    }

    private void certify() {
        Daemon.run(
                List.of(
                        Servers.program("slapd", 2).toString(),
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + HOST,
                        "-addext",
                        "subjectAltName=DNS:" + HOST + ",IP:127.0.0.1",
                        "-keyout",
                        home.resolve("server.key").toString(),
                        "-out",
                        home.resolve("server.crt").toString()));
    }

    private void add(int database, String ldif) {
        Daemon.run(
                List.of(
                        Servers.program("slapd", 1).toString(),
                        "-n",
                        String.valueOf(database),
                        "-F",
                        home.resolve("slapd.d").toString(),
                        "-l",
                        home.resolve(ldif).toString()));
    }

    /** Changes one setting of its database, as its administrator would, and starts it again. */
    public void change(String setting, String value) {
        Path ldif = home.resolve("change.ldif");
        try {
            Files.writeString(
                    ldif,
                    """
                    dn: olcDatabase={1}mdb,cn=config
                    changetype: modify
                    replace: %1$s
                    %1$s: %2$s
                    """
                            .formatted(setting, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reconfigure("/usr/sbin/slapmodify", ldif);
    }

    /** Loads what we ship, as its administrator would, and starts it again. */
    public void loadSchema() {
        reconfigure(
                Servers.program("slapd", 1).toString(),
                Path.of("ldap-schema/openldap/freihafen.ldif"));
    }

    private void reconfigure(String program, Path ldif) {
        daemon.stop();
        Daemon.run(
                List.of(
                        program,
                        "-n",
                        "0",
                        "-F",
                        home.resolve("slapd.d").toString(),
                        "-l",
                        ldif.toString()));
        daemon.start();
    }

    /** Everything it keeps, as LDIF. */
    public String dump() {
        Path dump = home.resolve("dump.ldif");
        Daemon.run(
                List.of(
                        "/usr/sbin/slapcat",
                        "-F",
                        home.resolve("slapd.d").toString(),
                        "-n",
                        "1",
                        "-l",
                        dump.toString()));
        try {
            return Files.readString(dump);
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
        return Optional.of(tlsPort);
    }

    @Override
    public Optional<Path> authority() {
        return Optional.of(home.resolve("server.crt"));
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
