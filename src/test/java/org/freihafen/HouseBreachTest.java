package org.freihafen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The rules of the house, applied to rooms that were built to break them. */
class HouseBreachTest {

    private static final House BREACHED = new House("org.freihafen.breach");
    private static final JavaClasses ROOMS =
            new ClassFileImporter().importPackages("org.freihafen.breach");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rooms use only what they declare | room 'crane' does not declare 'quay'
                    rooms use only what they declare | breach.crane.pulley.Pulley
                    rooms form no cycle | Slice ship
                    every package is a declared room or an adapter in one | Rope lies deeper than an adapter package
                    every package is a declared room or an adapter in one | Box stands in a package without package-info
                    every package is a declared room or an adapter in one | Shelf stands in a room without a @Room
                    every package is a declared room or an adapter in one | Pulley stands in an adapter package that calls itself a room
                    every package is a declared room or an adapter in one | Bollard stands in a package that is not @NullMarked
                    only the directory's adapter and the sandbox's speak LDAP | LdapOnTheQuay
                    only the cloud's adapter speaks WebDAV through Sardine | SardineOnTheQuay
                    only the store knows the database | SqlOnTheQuay
                    nobody uses JPA | JpaInTheStore
                    only pages know Faces | PageOnTheQuay
                    only the REST interface knows JAX-RS | ResourceOnTheQuay
                    only the web, its pages, its REST interface and the sandbox know servlets | ServletOnTheQuay
                    rules and designs are plain Java | WiredRule
                    time is read from a clock that was handed in | WallClock.<init>()
                    time is read from a clock that was handed in | WallClock.today
                    time is read from a clock that was handed in | WallClock.millis
                    ids are made by the ids room, never at random | RandomId
                    only the sandbox and the host command print | Crier
                    every use case asks whether its actor may | Unloading.anything
                    names say what a thing is | QuayManager
                    """)
    void a_planted_breach_is_reported(String rule, String breach) {
        assertThat(reportOf(named(rule))).contains(breach);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_rule_stays_green_over_the_breached_rooms(ArchRule rule) {
        assertThat(rule.evaluate(ROOMS).hasViolation()).isTrue();
    }

    @Test
    void what_keeps_the_rules_is_not_reported() {
        assertThat(rules())
                .allSatisfy(rule ->
                        assertThat(reportOf(rule)).doesNotContain("HandedInClock", "whatIsTheirs"));
    }

    static List<ArchRule> rules() {
        return BREACHED.rules();
    }

    private static ArchRule named(String sentence) {
        return rules().stream()
                .filter(rule -> rule.getDescription().equals(sentence))
                .findFirst()
                .orElseThrow();
    }

    private static String reportOf(ArchRule rule) {
        return rule.evaluate(ROOMS).getFailureReport().toString();
    }
}
