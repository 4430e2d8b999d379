package org.freihafen.settings;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Settings from the file that {@code freihafen.config} names ({@code FREIHAFEN_CONFIG} in the
 * environment), and any setting from a file of its own: {@code LDAP_PASSWORD_FILE=/run/secrets/x}
 * gives {@code ldap.password}. Both are weaker than system properties and the environment.
 */
public final class ConfigFiles implements ConfigSource {
    private static final int BELOW_ENVIRONMENT = 250;
    private static final String SUFFIX = "_FILE";

    private final Map<String, String> fromFile;
    private final Map<String, Path> secrets = new HashMap<>();

    /** Found by the server through {@code META-INF/services}. */
    public ConfigFiles() {
        this(System.getProperty("freihafen.config", ""), System.getenv());
    }

    ConfigFiles(String file, Map<String, String> environment) {
        String named = file.isEmpty() ? environment.getOrDefault("FREIHAFEN_CONFIG", "") : file;
        fromFile = named.isEmpty() ? Map.of() : read(Path.of(named));
        environment.forEach((name, value) -> {
            if (name.endsWith(SUFFIX) && !value.isBlank()) {
                secrets.put(name.substring(0, name.length() - SUFFIX.length()), Path.of(value));
            }
        });
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "freihafen.config is '" + file + "'; name a readable file.", e);
        }
        Map<String, String> read = new HashMap<>();
        properties.stringPropertyNames().forEach(k -> read.put(k, properties.getProperty(k)));
        return Map.copyOf(read);
    }

    @Override
    public @Nullable String getValue(String key) {
        Path secret = secrets.get(environmentName(key));
        return secret == null ? fromFile.get(key) : content(secret);
    }

    private static String content(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "'" + secret + "' should hold a setting; make it a readable file.", e);
        }
    }

    /** As MicroProfile Config maps names for the environment. */
    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public Set<String> getPropertyNames() {
        return fromFile.keySet();
    }

    @Override
    public Map<String, String> getProperties() {
        return fromFile;
    }

    @Override
    public int getOrdinal() {
        return BELOW_ENVIRONMENT;
    }

    @Override
    public String getName() {
        return "freihafen.config";
    }
}
