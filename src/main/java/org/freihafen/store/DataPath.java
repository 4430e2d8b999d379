package org.freihafen.store;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells {@code freihafen.data.path}: the directory that a system property or the environment names
 * as {@code freihafen.data}, made absolute. H2 refuses a path such as {@code data}, which the
 * command line may well say.
 */
public final class DataPath implements ConfigSource {

    static final String KEY = "freihafen.data.path";

    private final Function<String, @Nullable String> properties;
    private final Map<String, String> environment;

    /** Found by the server through {@code META-INF/services}. */
    public DataPath() {
        this(System::getProperty, System.getenv());
    }

    DataPath(Function<String, @Nullable String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(KEY);
    }

    @Override
    public String getName() {
        return KEY;
    }

    @Override
    public int getOrdinal() {
        return 150;
    }

    @Override
    public @Nullable String getValue(String key) {
        return key.equals(KEY)
                ? Optional.ofNullable(properties.apply("freihafen.data"))
                        .or(() -> Optional.ofNullable(environment.get("FREIHAFEN_DATA")))
                        .map(data -> Path.of(data).toAbsolutePath().normalize().toString())
                        .orElse(null)
                : null;
    }
}
