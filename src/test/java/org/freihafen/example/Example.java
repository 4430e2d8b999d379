package org.freihafen.example;

import org.freihafen.settings.MapConfig;
import org.freihafen.settings.Settings;
import org.freihafen.structure.Kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** The example federation's files, and the kinds of unit as shipped. */
public final class Example {
    private Example() {}

    /** One of the files under {@code example/}, such as {@code structure.csv}. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(String name) {
        try (InputStream in = Example.class.getResourceAsStream("/example/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no example/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Kinds kinds() {
        return Kinds.read(properties("config/kinds.properties"));
    }

    /** As shipped. */
    public static Settings settings() {
        return new Settings(new MapConfig(defaults()));
    }

    /** The default of one setting, as it is written. */
    public static String shipped(String key) {
        return Objects.requireNonNull(defaults().getProperty(key), key);
    }

    private static Properties defaults() {
        return properties("src/main/resources/META-INF/microprofile-config.properties");
    }

    private static Properties properties(String path) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(path))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
