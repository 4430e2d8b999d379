package org.freihafen;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class HouseTest {

    @TestFactory
    Stream<DynamicTest> in_this_house() {
        JavaClasses house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.freihafen");
        return new House("org.freihafen")
                .rules().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(house)));
    }
}
