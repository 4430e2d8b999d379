package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PathTableTest {
    @Test
    void every_path_stands_in_the_table() {
        Set<String> table =
                PathTable.rows().stream()
                        .map(row -> row.method() + " " + row.template())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table).isEqualTo(served());
    }

    private static Set<String> served() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.freihafen")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .flatMap(PathTableTest::served)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> served(JavaClass resource) {
        String path = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .flatMap(method ->
                        method.getAnnotations().stream()
                                .map(annotation -> annotation.getRawType())
                                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                                .map(type ->
                                        type.getAnnotationOfType(HttpMethod.class).value()
                                                + " "
                                                + path
                                                + below(method)));
    }

    private static String below(JavaMethod method) {
        return method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }
}
