package org.freihafen.settings;

import org.freihafen.structure.Kinds;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The kinds that the product ships. */
public final class ShippedKinds {
    private ShippedKinds() {}

    public static Kinds read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/kinds.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Kinds.read(properties);
    }
}
