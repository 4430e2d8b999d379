package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever reads a page may not know of a discreet unit, whoever gave them something. */
class UnitsOnPagesTest {
    private static final Path ROOMS = Path.of("src/main/java/org/freihafen");
    private static final Pattern REAL_NAME_BY_ID =
            Pattern.compile("structure\\(\\)[^;]*byId[^;]*map\\(Unit::name\\)");

    @Test
    void a_unit_that_is_looked_up_is_called_as_the_visitor_may_read_it() throws IOException {
        try (Stream<Path> all = Files.walk(ROOMS)) {
            List<Path> pages =
                    all.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> ROOMS.relativize(file).toString().startsWith("pages"))
                            .toList();

            assertThat(pages).hasSizeGreaterThan(50);
            assertThat(pages.stream().filter(UnitsOnPagesTest::saysRealName)).isEmpty();
        }
    }

    private static boolean saysRealName(Path page) {
        try {
            return REAL_NAME_BY_ID.matcher(Files.readString(page)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
