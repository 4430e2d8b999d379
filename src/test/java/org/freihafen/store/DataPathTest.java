package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class DataPathTest {

    @Test
    void a_relative_directory_becomes_an_absolute_path() {
        assertThat(new DataPath(_ -> "harbour", Map.of()).getValue(DataPath.KEY))
                .isEqualTo(Path.of("harbour").toAbsolutePath().toString());
    }

    @Test
    void the_environment_is_asked_where_no_property_was_given() {
        var path = new DataPath(_ -> null, Map.of("FREIHAFEN_DATA", "/srv/harbour"));

        assertThat(path.getValue(DataPath.KEY)).isEqualTo("/srv/harbour");
    }

    @Test
    void where_nobody_named_a_directory_the_default_holds() {
        assertThat(new DataPath(_ -> null, Map.of()).getValue(DataPath.KEY)).isNull();
    }
}
