package org.freihafen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.governance.Bounds;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class SettingsTest {
    private static final Pattern DOCUMENTED = Pattern.compile("#([a-z][A-Za-z0-9.<>-]*)=(.*)");

    private static Properties shipped() throws IOException {
        Properties shipped = new Properties();
        Path file = Path.of("src/main/resources/META-INF/microprofile-config.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            shipped.load(reader);
        }
        return shipped;
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> documented = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Path.of("config/freihafen.properties"));
        for (int i = 1; i < lines.size(); i++) {
            Matcher setting = DOCUMENTED.matcher(lines.get(i));
            if (setting.matches()) {
                assertThat(lines.get(i - 1)).as("the line above %s", lines.get(i)).matches("# .+");
                documented.put(setting.group(1), setting.group(2));
            }
        }
        return documented;
    }

    private static Set<String> injected() {
        Stream<JavaClass> classes =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.freihafen")
                                .stream();
        return classes.flatMap(
                        each -> {
                            List<ConfigProperty> found = new ArrayList<>();
                            each.getFields()
                                    .forEach(field ->
                                            field.tryGetAnnotationOfType(ConfigProperty.class)
                                                    .ifPresent(found::add));
                            each.getCodeUnits().stream()
                                    .flatMap(unit -> unit.getParameters().stream())
                                    .forEach(parameter ->
                                            parameter
                                                    .tryGetAnnotationOfType(ConfigProperty.class)
                                                    .ifPresent(found::add));
                            return found.stream().map(ConfigProperty::name);
                        })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_default_stands_in_the_configuration_file_as_in_the_product() throws IOException {
        Map<String, String> documented = documented();

        shipped()
                .forEach((key, value) -> {
                    if (!key.toString().startsWith("mp.")) {
                        assertThat(documented).containsEntry(key.toString(), value.toString());
                    }
                });
    }

    @Test
    void every_setting_that_code_asks_for_stands_in_the_configuration_file() throws IOException {
        assertThat(documented().keySet()).containsAll(injected());
    }

    @Test
    void a_wrong_setting_is_named_with_its_cure() {
        assertThatThrownBy(() -> settings("freihafen.zone", "Berlin").zone())
                .hasMessage("freihafen.zone is 'Berlin'; write a time zone such as Europe/Berlin.");
        assertThatThrownBy(() -> settings("freihafen.limits.upload-megabytes", "0").uploadBytes())
                .hasMessage(
                        "freihafen.limits.upload-megabytes is '0'; write a whole number of 1 or"
                                + " more.");
        assertThatThrownBy(() -> settings("freihafen.kinds", "/nowhere").kinds())
                .hasMessage("freihafen.kinds is '/nowhere'; write the path of a readable file.");
        assertThatThrownBy(() -> settings("freihafen.sandbox", "yes").sandbox())
                .hasMessage("freihafen.sandbox is 'yes'; write true or false.");
    }

    @Test
    void the_shipped_defaults_are_sound() throws IOException {
        Settings settings = new Settings(new MapConfig(shipped()));

        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(settings.language().getLanguage()).isEqualTo("de");
        assertThat(settings.kinds().named("working-group")).isPresent();
        assertThat(settings.bounds()).isEqualTo(Bounds.USUAL);
        assertThat(settings.uploadBytes()).isEqualTo(50L << 20);
        assertThat(settings.proxies()).isEmpty();
    }

    private static Settings settings(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return new Settings(new MapConfig(properties));
    }
}
