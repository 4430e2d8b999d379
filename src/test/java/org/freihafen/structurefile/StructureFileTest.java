package org.freihafen.structurefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.structurefile.StructureFault.*;

import org.freihafen.example.Example;
import org.freihafen.structure.Builders;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every way in which a structure file can be broken, on the example federation. */
class StructureFileTest {
    private static final String FILE = Example.text("structure.csv");
    private static final String CHEMNITZ = "SN-14511;Kreisverband Chemnitz;district;SN;14511";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("nothing at all", _ -> "", EMPTY_FILE, 0),
                fault("only a header", _ -> "key;name;kind;parent;ags\n", EMPTY_FILE, 0),
                fault(
                        "a quotation mark that stays open",
                        f -> f + "\"X;Y;state;BUND;\n",
                        NOT_CSV,
                        0),
                fault("a letter that is none", f -> f + "X;a\0b;state;BUND;\n", NOT_UTF8, 0),
                fault("commas", f -> f.replace(';', ','), MISSING_COLUMN, 1),
                fault("no column parent", f -> f.replaceFirst("parent", "up"), MISSING_COLUMN, 1),
                fault("two columns key", f -> f.replaceFirst("ags", "key"), DOUBLE_COLUMN, 1),
                fault("a short line", f -> f.replace(CHEMNITZ, "SN-14511;Chemnitz"), SHORT_LINE),
                fault(
                        "a last line cut off",
                        f -> f.stripTrailing() + "\nLAG-99;LA",
                        SHORT_LINE,
                        680),
                fault("a long line", f -> f.replace(CHEMNITZ, CHEMNITZ + ";x"), LONG_LINE),
                fault("a key with an umlaut", f -> f + "SÜD;Süd;state;BUND;\n", BAD_KEY, 680),
                fault("an empty key", f -> f + ";Süd;state;BUND;\n", BAD_KEY, 680),
                fault(
                        "a key of 41 letters",
                        f -> f + "x".repeat(41) + ";S;state;BUND;\n",
                        BAD_KEY,
                        680),
                fault("a line twice", f -> f + CHEMNITZ + "\n", DOUBLE_KEY, 680),
                fault(
                        "a key twice, in capitals",
                        f -> f + "sh;Nord;state;BUND;\n",
                        DOUBLE_KEY,
                        680),
                fault("a file twice", f -> f + f.substring(f.indexOf('\n') + 1), DOUBLE_KEY),
                fault("no name", f -> f.replace("Kreisverband Chemnitz", "  "), EMPTY_NAME),
                fault(
                        "a name of 121",
                        f -> f + "X;" + "x".repeat(121) + ";state;BUND;\n",
                        BAD_NAME,
                        680),
                fault(
                        "a name with a line break",
                        f -> f + "X;\"a\nb\";state;BUND;\n",
                        BAD_NAME,
                        680),
                fault(
                        "a name that reads backwards",
                        f -> f + "X;a\u202Eb;state;BUND;\n",
                        BAD_NAME,
                        680),
                fault("an unknown kind", f -> f + "X;X;county;BUND;\n", UNKNOWN_KIND, 680),
                fault("a kind in capitals", f -> f + "X;X;State;BUND;\n", UNKNOWN_KIND, 680),
                fault("no root", f -> f.replace("federation;;", "federation;SN;"), NO_ROOT, 0),
                fault("two roots", f -> f + "X;X;federation;;\n", SECOND_ROOT, 680),
                fault("another root", f -> f.replace("BUND;", "BUND2;"), OTHER_ROOT, 2),
                fault("an unknown parent", f -> f + "X;X;state;EU;\n", MISSING_PARENT, 680),
                fault("a parent that is no key", f -> f + "X;X;state;?;\n", MISSING_PARENT, 680),
                fault("its own parent", f -> f + "X;X;state;X;\n", CYCLE, 680),
                fault(
                        "a circle of three",
                        f -> f + "X;X;state;Z;\nY;Y;region;X;\nZ;Z;district;Y;\n",
                        CYCLE,
                        680),
                fault("a state in a state", f -> f + "X;X;state;SN;\n", KIND_NOT_UNDER_PARENT, 680),
                fault(
                        "a unit below a board",
                        f -> f + "X;X;board;SN-VORSTAND;\n",
                        KIND_NOT_UNDER_PARENT,
                        680),
                fault(
                        "an official key twice",
                        f -> f + "X;X;district;SN;14511\n",
                        DOUBLE_OFFICIAL_KEY,
                        680),
                fault(
                        "an official key of 41",
                        f -> f + "X;X;district;SN;" + "1".repeat(41) + "\n",
                        BAD_OFFICIAL_KEY,
                        680),
                fault(
                        "a founded unit's key",
                        f -> f + "ag-meer;X;working-group;SN;\n",
                        KEY_OF_FOUNDED_UNIT,
                        680),
                fault(
                        "an ended unit's key",
                        f -> f + "old;X;state;BUND;\n",
                        KEY_OF_ENDED_UNIT,
                        680),
                fault(
                        "another kind",
                        f ->
                                f.replace(
                                        "SG-01;SG Mitglieder;service-group",
                                        "SG-01;SG Mitglieder;working-group"),
                        KIND_CHANGED),
                fault(
                        "a founded unit below one that goes",
                        f -> f.replace(CHEMNITZ + "\n", ""),
                        FOUNDED_UNIT_BELOW,
                        0),
                fault(
                        "people in a unit that goes",
                        f -> f.replace("SH-01002;Kreisverband Kiel;district;SH;01002\n", ""),
                        PEOPLE_PLACED,
                        0));
    }

    private static Arguments fault(String what, UnaryOperator<String> how, StructureFault fault) {
        return Arguments.of(what, how, fault, -1);
    }

    private static Arguments fault(
            String what, UnaryOperator<String> how, StructureFault fault, int line) {
        return Arguments.of(what, how, fault, line);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("faults")
    void a_broken_file_changes_nothing_and_says_where(
            String what, UnaryOperator<String> how, StructureFault fault, int line) {
        Builders builders = federation();
        List<Unit> before = builders.units.structure().living();

        List<FileProblem> problems = builders.problems(how.apply(FILE));

        assertThat(problems).extracting(FileProblem::fault).contains(fault);
        assertThat(problems)
                .filteredOn(problem -> problem.fault() == fault)
                .allSatisfy(problem -> {
                    assertThat(problem.said(Locale.ENGLISH)).doesNotContain("{");
                    assertThat(problem.cure(Locale.GERMAN)).doesNotContain("{");
                });
        if (line >= 0) {
            assertThat(problems)
                    .anySatisfy(p -> {
                        assertThat(p.fault()).isEqualTo(fault);
                        assertThat(p.line()).isEqualTo(line);
                    });
        }
        assertThat(builders.units.structure().living()).isEqualTo(before);
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        Structuring.Answer answer = federation().plan(FILE.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Structuring.Answer.Broken.class,
                        broken ->
                                assertThat(broken.problems())
                                        .extracting(FileProblem::fault)
                                        .containsExactly(NOT_UTF8));
    }

    @Test
    void a_file_beyond_all_measure_is_refused() {
        Structuring.Answer answer = federation().plan(new byte[(16 << 20) + 1]);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Structuring.Answer.Broken.class,
                        broken ->
                                assertThat(broken.problems())
                                        .extracting(FileProblem::fault)
                                        .containsExactly(FILE_TOO_LONG));
    }

    @Test
    void every_problem_is_reported_at_once() {
        List<FileProblem> problems =
                new Builders()
                        .problems(
                                """
                                key;name;kind;parent;ags
                                BUND;Bund;federation;;
                                ?;Frage;state;BUND;
                                SN;;county;EU;
                                """);

        assertThat(problems)
                .extracting(FileProblem::fault)
                .containsExactlyInAnyOrder(BAD_KEY, EMPTY_NAME, UNKNOWN_KIND, MISSING_PARENT);
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_has_words_in_both_languages(StructureFault fault) {
        FileProblem problem = FileProblem.ofFile(fault, "a", "2", "3");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            assertThat(problem.said(locale)).isNotBlank().doesNotContain("{");
            assertThat(problem.cure(locale)).isNotBlank().doesNotContain("{");
        }
        assertThat(problem.said(Locale.GERMAN)).isNotEqualTo(problem.said(Locale.ENGLISH));
    }

    @Test
    void one_person_is_said_as_one_and_many_as_many() {
        FileProblem one = FileProblem.ofFile(PEOPLE_PLACED, "Kiel", "1");
        FileProblem many = FileProblem.ofFile(PEOPLE_PLACED, "Kiel", "1200");

        assertThat(one.said(Locale.GERMAN)).contains("ordnet ihr eine Person zu");
        assertThat(many.said(Locale.GERMAN)).contains("ordnet ihr 1.200 Personen zu");
    }

    @Test
    void a_picture_is_named_as_what_it_is() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

        assertThat(federation().plan(picture))
                .isInstanceOfSatisfying(
                        Structuring.Answer.Broken.class,
                        broken ->
                                assertThat(broken.problems())
                                        .containsExactly(FileProblem.ofFile(NO_TABLE, "PNG")));
    }

    /** With a working group that Chemnitz founded, people in Kiel, and a unit that ended. */
    private static Builders federation() {
        Builders builders = new Builders();
        builders.build(FILE + "old;Alt;state;BUND;\n");
        builders.build(FILE);
        builders.placed.put(builders.unit("sh-01002").id(), 12);
        builders.units.add(
                new Unit(
                        builders.ids.unit(),
                        new UnitKey("ag-meer"),
                        Example.kinds().named("working-group").orElseThrow(),
                        "AG Meer",
                        Optional.of(builders.unit("sn-14511").id()),
                        Optional.empty(),
                        Unit.Origin.FOUNDED,
                        false));
        return builders;
    }
}
