package org.freihafen.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The profiles that there are: files named {@code <profile>.properties} in the directory that was
 * configured, and those that are shipped.
 */
@ApplicationScoped
public class RosterProfiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,60}\\.csv");

    /** What stands in the product itself. */
    static final List<String> SHIPPED = List.of("sage");

    private static final String SUFFIX = ".properties";

    private final Optional<String> directory;

    /** For the container's proxy. */
    protected RosterProfiles() {
        this(Optional.empty());
    }

    @Inject
    public RosterProfiles(@ConfigProperty(name = "freihafen.rosters") Optional<String> directory) {
        this.directory = directory;
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException if its file is wrong; the message says how to mend it
     */
    public Optional<RosterProfile> named(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream file = open(name + SUFFIX).orElse(null)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(ProfileFile.read(name, properties, this::table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<List<String>> table(String file) {
        if (!TABLE.matcher(file).matches()) {
            return Optional.empty();
        }
        try (InputStream found = open(file).orElse(null)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(found.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that can be asked for, by name. */
    public List<String> names() {
        return Stream.concat(SHIPPED.stream(), own().stream()).distinct().sorted().toList();
    }

    private List<String> own() {
        Optional<Path> there =
                directory.filter(d -> !d.isBlank()).map(Path::of).filter(Files::isDirectory);
        if (there.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<InputStream> open(String file) throws IOException {
        if (directory.isPresent() && !directory.get().isBlank()) {
            Path path = Path.of(directory.get()).resolve(file);
            if (Files.exists(path)) {
                return Optional.of(Files.newInputStream(path));
            }
        }
        return Optional.ofNullable(
                RosterProfiles.class.getResourceAsStream("/config/rosters/" + file));
    }
}
