package org.freihafen.sandbox;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where {@code freihafen.sandbox} is true, connects the product with the sandbox's own directory
 * and file cloud: settings above the shipped defaults and below everything that somebody sets.
 */
public final class SandboxConfig implements ConfigSource {
    private static final Pattern CLOUD_PASSWORD = Pattern.compile("clouds\\.[a-z]+\\.password");
    private static final String SERVICE = "freihafen-svc";
    private static final int ABOVE_DEFAULTS = 150;

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "on");

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> environment;
    private @Nullable Map<String, String> settings;

    public SandboxConfig() {
        this(System::getProperty, System::getenv);
    }

    SandboxConfig(
            Function<String, @Nullable String> properties,
            Function<String, @Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public int getOrdinal() {
        return ABOVE_DEFAULTS;
    }

    @Override
    public String getName() {
        return "sandbox";
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        String value = settings().get(name);
        return value != null && CLOUD_PASSWORD.matcher(name).matches()
                ? read(Path.of(value))
                : value;
    }

    /** The file cloud makes its password at its first start, which may come later than this. */
    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private synchronized Map<String, String> settings() {
        if (settings == null) {
            boolean sandbox =
                    TRUE.contains(set("freihafen.sandbox", "false").toLowerCase(Locale.ROOT));
            settings = sandbox ? connected(Path.of(set("freihafen.data", "data"))) : Map.of();
        }
        return settings;
    }

    /** A system property, else the environment, as MicroProfile Config reads them. */
    private String set(String name, String otherwise) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_");
        String value = properties.apply(name);
        if (value == null) {
            value = environment.apply(variable);
        }
        if (value == null) {
            value = environment.apply(variable.toUpperCase(Locale.ROOT));
        }
        return value == null ? otherwise : value;
    }

    private Map<String, String> connected(Path data) {
        SandboxSecrets secrets = SandboxSecrets.in(data, new SecureRandom());
        String ldapPort = set("freihafen.sandbox.ldap.port", "1389");
        String httpPort = set("freihafen.sandbox.http.port", "8080");
        Map<String, String> set = new HashMap<>();
        set.put("ldap.url", "ldap://127.0.0.1:" + ldapPort);
        set.put("ldap.bind-dn", "cn=" + SandboxSecrets.WRITER + ",ou=services,dc=example,dc=org");
        set.put("ldap.timeout-seconds", "120");
        set.put("ldap.last-use", "authTimestamp");
        set.put("ldap.password", secrets.of(SandboxSecrets.WRITER));
        set.put("clouds", "working, board");
        String server = "http://127.0.0.1:" + httpPort;
        cloud("working", server + SandboxServers.WORKING_PATH, data.resolve("sandbox/cloud"), set);
        cloud(
                "board",
                server + SandboxServers.BOARD_PATH,
                data.resolve("sandbox/cloud-board"),
                set);
        set.put("clouds.board.units", "board");
        set.put("clouds.board.internal", "true");
        set.put("mail.folder", data.resolve("sandbox/letters").toString());
        return Map.copyOf(set);
    }

    private static void cloud(String name, String url, Path directory, Map<String, String> set) {
        String prefix = "clouds." + name + ".";
        set.put(prefix + "url", url);
        set.put(prefix + "login", SERVICE);
        set.put(prefix + "group", "freihafen");
        set.put(prefix + "pages", "none");
        set.put(prefix + "password", directory.resolve(SERVICE + ".app-password").toString());
    }
}
