package org.freihafen.retention;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The retention table that is shipped. */
public final class ShippedRetention {
    private ShippedRetention() {}

    public static Retention read() {
        return Retention.read(table());
    }

    /** With other days for some rows. */
    static Retention with(Map<String, String> days) {
        Properties table = table();
        days.forEach((name, number) -> table.setProperty(name + ".days", number));
        return Retention.read(table);
    }

    static Properties table() {
        Properties table = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/retention.properties"))) {
            table.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
