package org.freihafen.settings;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Settings out of properties, as text only. */
public final class MapConfig implements Config {
    private final Properties properties;

    public MapConfig(Properties properties) {
        this.properties = properties;
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
        return getOptionalValue(key, type).orElseThrow();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return Optional.ofNullable(properties.getProperty(key)).map(type::cast);
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return properties.stringPropertyNames();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException(type.getName());
    }
}
