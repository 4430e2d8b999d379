package org.freihafen;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of the house, for the rooms directly under a root package. {@link HouseTest} holds the
 * product to them, {@link HouseBreachTest} shows that each of them can go red.
 */
record House(String root) {
    private static final String[] PAGES = {
        "pages", "pagesadmin", "pagesgroup", "pageshome", "pagesoffice"
    };
    private static final String[] REST = {
        "rest", "restadmin", "restasking", "restgrant", "restgroup", "restoffice", "restperson"
    };

    List<ArchRule> rules() {
        return List.of(
                rooms_use_only_what_they_declare(),
                rooms_form_no_cycle(),
                every_package_is_a_declared_room_or_an_adapter_in_one(),
                allow(
                                "only the directory's adapter and the sandbox's speak LDAP",
                                "com.unboundid..")
                        .in("directory.ldap", "sandbox", "sandsight.ldap"),
                allow(
                                "only the cloud's adapter speaks WebDAV through Sardine",
                                "com.github.sardine..")
                        .in("cloud.nextcloud"),
                allow(
                                "only the store knows the database",
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "org.flywaydb..",
                                "org.h2..",
                                "org.postgresql..")
                        .in("store"),
                allow("only the mail's adapter knows mail servers", "jakarta.mail..")
                        .in("mail.smtp"),
                allow("nobody uses JPA", "jakarta.persistence..").in(),
                allow("only pages know Faces", "jakarta.faces..", "org.primefaces..").in(PAGES),
                allow("only the REST interface knows JAX-RS", "jakarta.ws.rs..").in(REST),
                allow(
                                "only the web, its pages, its REST interface and the sandbox know servlets",
                                "jakarta.servlet..")
                        .in(
                                Stream.of(
                                                Stream.of("web", "sandbox", "sandcloud"),
                                                Stream.of(PAGES),
                                                Stream.of(REST))
                                        .flatMap(rooms -> rooms)
                                        .toArray(String[]::new)),
                rules_and_designs_are_plain_java(),
                time_is_read_from_a_clock_that_was_handed_in(),
                ids_are_not_made_at_random(),
                only_the_sandbox_and_the_host_command_print(),
                every_use_case_asks_access(),
                names_say_what_a_thing_is());
    }

    ArchRule rooms_use_only_what_they_declare() {
        return classes()
                .that(resideInAnyPackage(root + ".*.."))
                .should(new UseOnlyDeclaredRooms(root))
                .allowEmptyShould(true)
                .as("rooms use only what they declare");
    }

    ArchRule rooms_form_no_cycle() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("rooms form no cycle");
    }

    ArchRule every_package_is_a_declared_room_or_an_adapter_in_one() {
        return classes()
                .that(resideInAnyPackage(root + ".*.."))
                .should(new StandInARoom(root))
                .allowEmptyShould(true)
                .as("every package is a declared room or an adapter in one");
    }

    ArchRule rules_and_designs_are_plain_java() {
        return noClasses()
                .that(simpleNameEndingWith("Rule").or(simpleNameEndingWith("Design")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
                .allowEmptyShould(true)
                .as("rules and designs are plain Java");
    }

    ArchRule time_is_read_from_a_clock_that_was_handed_in() {
        return noClasses()
                .should()
                .accessTargetWhere(access("the machine's clock", House::readsMachineClock))
                .allowEmptyShould(true)
                .as("time is read from a clock that was handed in");
    }

    private static boolean readsMachineClock(JavaAccess<?> at) {
        if (at.getTargetOwner().isEquivalentTo(System.class)) {
            return at.getName().equals("currentTimeMillis");
        }
        return at.getTargetOwner().getPackageName().startsWith("java.time")
                && at.getName().equals("now")
                && at.getTarget() instanceof CodeUnitAccessTarget now
                && now.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo(InstantSource.class));
    }

    ArchRule ids_are_not_made_at_random() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        access(
                                "UUID.randomUUID",
                                at ->
                                        at.getTargetOwner().isEquivalentTo(UUID.class)
                                                && at.getName().equals("randomUUID")))
                .allowEmptyShould(true)
                .as("ids are made by the ids room, never at random");
    }

    ArchRule only_the_sandbox_and_the_host_command_print() {
        return noClasses()
                .that(not(resideInAnyPackage(inRooms("sandbox", "host"))))
                .should()
                .accessTargetWhere(
                        access(
                                "System.out or System.err",
                                at ->
                                        at.getTargetOwner().isEquivalentTo(System.class)
                                                && List.of("out", "err").contains(at.getName())))
                .allowEmptyShould(true)
                .as("only the sandbox and the host command print");
    }

    ArchRule every_use_case_asks_access() {
        return methods()
                .that(UseCases.under(root))
                .should(new AskAccess())
                .allowEmptyShould(true)
                .as("every use case asks whether its actor may");
    }

    ArchRule names_say_what_a_thing_is() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Service|Manager|Util|Utils|Helper|Dto)")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..service..", "..dto..", "..core..")
                .allowEmptyShould(true)
                .as("names say what a thing is");
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String what, Predicate<JavaAccess<?>> where) {
        return DescribedPredicate.describe(what, where);
    }

    private Technology allow(String sentence, String... packages) {
        return new Technology(sentence, packages);
    }

    private String[] inRooms(String... rooms) {
        return Stream.of(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private final class Technology {
        private final String sentence;
        private final String[] packages;

        private Technology(String sentence, String... packages) {
            this.sentence = sentence;
            this.packages = packages;
        }

        private ArchRule in(String... rooms) {
            return noClasses()
                    .that(not(resideInAnyPackage(inRooms(rooms))))
                    .and(not(simpleName("package-info")))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages))
                    .allowEmptyShould(true)
                    .as(sentence);
        }
    }
}
