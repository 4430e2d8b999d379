package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Decision;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.example.Example;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterFault;
import org.freihafen.structurefile.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way in which an export can be broken, on the example federation: nobody is hurt by any. */
class BrokenRosterTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FILE = Example.text("members.csv");
    private static final String HEAD = FILE.substring(0, FILE.indexOf('\n') + 1);
    private static final String BODY = FILE.substring(HEAD.length());

    private static final Office OFFICE = new Office();

    @BeforeEach
    void everybody_is_enrolled() {
        OFFICE.calendar.turnTo(LocalDate.of(2026, 10, 1));
        if (OFFICE.everything().isEmpty()) {
            OFFICE.enroll(FILE);
        }
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                refused("nothing", RosterFault.ROSTER_EMPTY, _ -> ""),
                refused("only a header", RosterFault.ROSTER_EMPTY, _ -> HEAD),
                refused("only line ends", RosterFault.ROSTER_EMPTY, _ -> "\n\r\n\n"),
                refused(
                        "a quotation mark that stays open",
                        RosterFault.ROSTER_NO_CSV,
                        f -> f.replaceFirst("\n10000;", "\n\"10000;")),
                refused("commas", RosterFault.ROSTER_DELIMITER, f -> f.replace(';', '|')),
                refused(
                        "a web page",
                        RosterFault.ROSTER_NO_TABLE,
                        _ -> "\n<!DOCTYPE html>\n<html>\n<body>\n</html>\n"),
                refused("a printed list", RosterFault.ROSTER_NO_TABLE, f -> "%PDF-1.7\n" + f),
                refused("no header", RosterFault.ROSTER_COLUMN_MISSING, _ -> BODY),
                refused(
                        "the number's column renamed",
                        RosterFault.ROSTER_COLUMN_MISSING,
                        f -> f.replaceFirst("Mitgliedsnummer", "Nr")),
                refused(
                        "the e-mail column gone",
                        RosterFault.ROSTER_COLUMN_MISSING,
                        f -> without(f, 8)),
                refused(
                        "the leaving column gone",
                        RosterFault.ROSTER_COLUMN_MISSING,
                        f -> without(f, 11)),
                refused(
                        "a column twice",
                        RosterFault.ROSTER_COLUMN_TWICE,
                        f -> f.replaceFirst("Anrede", "Nachname")),
                refused(
                        "cut off inside a line",
                        RosterFault.ROSTER_CUT_OFF,
                        f -> f.substring(0, f.length() - 40)),
                refused(
                        "cut off in the middle",
                        RosterFault.ROSTER_CUT_OFF,
                        f -> f.substring(0, f.indexOf("\n17500;") + 30)),
                refused(
                        "a line of sums that counts others",
                        RosterFault.ROSTER_COUNT,
                        f -> f + "Anzahl;5012\n"),
                refused(
                        "lines missing, and a count that tells",
                        RosterFault.ROSTER_COUNT,
                        f -> f.replaceFirst("\n10003;[^\n]*", "") + "Anzahl: 5000\n"),
                refused("only sums", RosterFault.ROSTER_EMPTY, _ -> HEAD + "Summe;0,00\n"),
                refused(
                        "the header far below",
                        RosterFault.ROSTER_DELIMITER,
                        f -> "Vereinsliste\n".repeat(31) + f),
                refused(
                        "umlauts that were read wrongly before",
                        RosterFault.ROSTER_GARBLED,
                        f -> new String(f.getBytes(StandardCharsets.UTF_8), WINDOWS)));
    }

    static Stream<Arguments> unusableBytes() {
        byte[] mixed = FILE.getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length / 2] = (byte) 0xFC;
        byte[] workbook = FILE.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, workbook, 0, 4);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        byte[] openDocument =
                "PK\3\4--------------------------mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
                        .getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("a picture of the screen", RosterFault.ROSTER_NO_TABLE, picture),
                Arguments.of("an OpenDocument sheet", RosterFault.ROSTER_NO_TABLE, openDocument),
                Arguments.of("two encodings in one file", RosterFault.ROSTER_ENCODING, mixed),
                Arguments.of("a workbook", RosterFault.ROSTER_WORKBOOK, workbook));
    }

    private static Arguments refused(String what, RosterFault fault, UnaryOperator<String> how) {
        return Arguments.of(what, fault, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void a_file_that_is_broken_as_a_whole_is_refused(
            String what, RosterFault fault, UnaryOperator<String> how) {
        refuses(how.apply(FILE).getBytes(StandardCharsets.UTF_8), fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableBytes")
    void bytes_that_are_no_text_are_refused(String what, RosterFault fault, byte[] file) {
        refuses(file, fault);
    }

    private static void refuses(byte[] file, RosterFault fault) {
        String before = OFFICE.everything();

        assertThat(OFFICE.read(file))
                .isInstanceOfSatisfying(
                        Enrolling.Answer.Unusable.class,
                        unusable -> assertThat(unusable.problem().fault()).isEqualTo(fault));
        assertThat(OFFICE.everything()).isEqualTo(before);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                read("as it is", f -> bytes(f)),
                read("with a byte-order mark", f -> bytes("\uFEFF" + f)),
                read("in windows-1252", f -> representable(f).getBytes(WINDOWS)),
                read(
                        "in UTF-16 with a mark",
                        f -> ("\uFEFF" + f).getBytes(StandardCharsets.UTF_16LE)),
                read("with CRLF", f -> bytes(f.replace("\n", "\r\n"))),
                read("without a last line end", f -> bytes(f.stripTrailing())),
                read("with empty lines", f -> bytes(f.replace("\n", "\n\n"))),
                read("with everything quoted", f -> bytes(quoted(f))),
                read("with blanks around values", f -> bytes(f.replace(";", " ; "))),
                read("with line breaks in addresses", f -> bytes(brokenAddresses(f))),
                read("with its lines shuffled", _ -> bytes(shuffled())),
                read("with its columns turned round", f -> bytes(turned(f))),
                read(
                        "with other names for columns",
                        f ->
                                bytes(
                                        f.replace(
                                                "Eintritt;Austritt",
                                                "eintrittsdatum;AUSTRITTSDATUM"))),
                read(
                        "with words above and sums below",
                        f ->
                                bytes(
                                        "Mitgliederliste;Stand 01.10.2026\n\nAlle Verbände\n"
                                                + f
                                                + "Summe;;;240.000,00\nAnzahl Mitglieder: 5000\n")),
                read(
                        "with columns spelled a little differently",
                        f -> bytes(f.replaceFirst("Mitgliedsnummer", "MITGLIEDS NUMMER"))),
                read("with a column more", f -> bytes(f.replace("\n", ";x\n"))));
    }

    private static Arguments read(String what, Function<String, byte[]> how) {
        return Arguments.of(what, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void the_same_roster_in_another_dress_changes_nothing(
            String what, Function<String, byte[]> how) {
        RosterReport report = OFFICE.waiting(how.apply(FILE));

        assertThat(report.problems()).isEmpty();
        assertThat(report.plan().plan().changes())
                .filteredOn(change -> !what.contains("1252"))
                .isEmpty();
        assertThat(report.changes().map(RosterChange::kind))
                .doesNotContain(Kind.LEAVER, Kind.JOINER, Kind.MOVER, Kind.RETURNER);
        assertThat(report.roster().lines()).isEqualTo(5000);
    }

    static Stream<Arguments> lineFaults() {
        return Stream.of(
                line("no number", RosterFault.NO_NUMBER, 0, ""),
                line("a number from a spreadsheet", RosterFault.BAD_NUMBER, 0, "1,0003E+04"),
                line("a number without end", RosterFault.BAD_NUMBER, 0, "1".repeat(41)),
                line("another's number", RosterFault.DOUBLE_NUMBER, 0, "10000"),
                line("an unknown district", RosterFault.UNKNOWN_PLACE, 15, "99999"),
                line("no district", RosterFault.UNKNOWN_PLACE, 15, ""),
                line("a district without its zero", RosterFault.UNKNOWN_PLACE, 15, "9182"),
                line("a state instead of a district", RosterFault.UNKNOWN_PLACE, 15, "09"),
                line("a day that never is", RosterFault.BAD_DATE, 10, "30.02.2019"),
                line("a date in another form", RosterFault.BAD_DATE, 10, "2019-11-06"),
                line("a date with words", RosterFault.BAD_DATE, 11, "bald"),
                line("a date long ago", RosterFault.BAD_DATE, 10, "01.01.0001"),
                line("left before joined", RosterFault.LEFT_BEFORE_JOINED, 11, "05.11.2019"),
                line("joined tomorrow", RosterFault.JOINED_IN_FUTURE, 10, "02.10.2026"),
                line("half an address", RosterFault.BAD_EMAIL, 8, "michael@"),
                line("two addresses", RosterFault.BAD_EMAIL, 8, "a@example.org, b@example.org"),
                line("an address with its name", RosterFault.BAD_EMAIL, 8, "Ümit <a@example.org>"),
                line("an address with nothing in it", RosterFault.BAD_EMAIL, 8, "a\0@example.org"),
                line("a balance in words", RosterFault.BAD_AMOUNT, 17, "nichts"),
                line("a balance with a point", RosterFault.BAD_AMOUNT, 17, "12.50"),
                line("a balance without end", RosterFault.BAD_AMOUNT, 17, "99999999999,00"),
                line("reminders in words", RosterFault.BAD_REMINDERS, 18, "oft"),
                line("a name with a bell", RosterFault.BAD_PERSON_NAME, 4, "Schrö\u0007der"),
                line("a name without end", RosterFault.BAD_PERSON_NAME, 4, "x".repeat(201)));
    }

    private static Arguments line(String what, RosterFault fault, int column, String value) {
        return Arguments.of(what, fault, column, value);
    }

    /** Line 3 is Ümit Schröder's, number 10003. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lineFaults")
    void a_broken_line_is_reported_and_hurts_neither_its_person_nor_the_others(
            String what, RosterFault fault, int column, String value) {
        List<String> lines = new ArrayList<>(FILE.lines().toList());
        String[] fields = lines.get(2).split(";", -1);
        fields[column] = value.contains(";") ? "\"" + value + "\"" : value;
        lines.set(2, String.join(";", fields));
        RosterReport report = OFFICE.waiting(String.join("\n", lines));

        assertThat(report.problems())
                .filteredOn(problem -> problem.line() == 3)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.fault()).isEqualTo(fault);
                    assertThat(problem.value()).isEqualTo(value);
                    assertThat(problem.column()).isEqualTo(HEAD.strip().split(";", -1)[column]);
                });
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_line_without_any_name_is_reported() {
        RosterReport report =
                OFFICE.waiting(FILE.replace("10003;Divers;;Ümit;Schröder", "10003;Divers;;;"));

        assertThat(report.problems())
                .extracting(FileProblem::fault)
                .containsExactly(RosterFault.NO_PERSON_NAME);
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_separator_inside_a_value_makes_the_line_nobodys() {
        RosterReport report =
                OFFICE.waiting(
                        FILE.replace(
                                "10003;Divers;;Ümit;Schröder",
                                "10003;Divers;;Ümit;Schröder; geb. Meier"));

        assertThat(report.problems())
                .extracting(FileProblem::fault)
                .containsExactly(
                        RosterFault.ROSTER_ABSENCE_UNPROVEN, RosterFault.ROSTER_LINE_LENGTH);
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void the_problems_stay_with_their_lines_while_the_roster_waits() {
        RosterReport report =
                OFFICE.waiting(
                        FILE.replace("06.11.2019", "30.02.2019")
                                .replace("10006;Divers;;Michael", "10006;Divers;;Michael;x"));
        var again = OFFICE.enrolling.show(Office.HOST, report.roster().id());

        assertThat(again).isEqualTo(Decision.done(report));
        assertThat(report.problems()).extracting(FileProblem::line).contains(3, 4);
    }

    static Stream<Arguments> dangers() {
        return Stream.of(
                danger("half of it", RosterLimits.LEAVING, _ -> half()),
                danger(
                        "one line",
                        RosterLimits.LEAVING,
                        f -> HEAD + f.lines().skip(1).findFirst().orElseThrow()),
                danger(
                        "one state missing",
                        RosterLimits.LEAVING,
                        _ -> keep(line -> !line.contains(";Sachsen;"))),
                danger(
                        "one district missing",
                        RosterLimits.LEAVING_DISTRICT,
                        _ -> keep(line -> !line.contains(";08226;"))),
                danger(
                        "everybody under another number",
                        RosterLimits.ASKING,
                        f -> f.replaceAll("\n(\\d{5});", "\n9$1;")),
                danger(
                        "another organisation's",
                        RosterLimits.JOINING,
                        f ->
                                f.replaceAll(
                                        "\n(\\d{5});([^;]*;[^;]*);([^;]*);([^;]*);",
                                        "\n9$1;$2;$3 Otto;$4-X;")),
                danger("the last ten lines missing", RosterLimits.CUT, f -> shortened(f, 10)),
                danger(
                        "an older one",
                        RosterLimits.STALE,
                        _ -> keep(line -> !line.contains(".09.2026;"))),
                danger(
                        "five lines missing somewhere",
                        RosterLimits.VANISHING,
                        f -> f.replaceFirst("(\n1010\\d;[^\n]*)+(\n1011\\d;[^\n]*)+", "")),
                danger(
                        "an empty column of joining",
                        RosterLimits.FORGOTTEN,
                        f ->
                                f.replaceAll(
                                        ";(\\d\\d\\.\\d\\d\\.\\d{4});\\d\\d\\.\\d\\d\\.\\d{4};",
                                        ";$1;;")),
                danger(
                        "everybody owing",
                        RosterLimits.OWING,
                        f -> f.replaceAll(";-?[0-9.]+,\\d\\d;(\\d+)\n", ";-48,00;$1\n")),
                danger(
                        "everybody a guest",
                        RosterLimits.STATUS,
                        f ->
                                f.replaceFirst("Anrede", "Status")
                                        .replaceAll("\n(\\d{5});[^;]*;", "\n$1;Gast;")),
                danger(
                        "one state moved to another",
                        RosterLimits.MOVING_BRANCH,
                        f -> f.replaceAll(";14\\d{3};(-?\\d)", ";08226;$1")),
                danger(
                        "everybody left",
                        RosterLimits.LEAVING,
                        f -> f.replaceAll("(;\\d\\d\\.\\d\\d\\.\\d{4});;", "$1;30.09.2026;")),
                danger(
                        "nobody ever left",
                        RosterLimits.RETURNING,
                        f ->
                                f.replaceAll(
                                        "(;\\d\\d\\.\\d\\d\\.\\d{4};\\d\\d\\.\\d\\d\\.\\d{4});\\d\\d\\.\\d\\d\\.\\d{4};",
                                        "$1;;")),
                danger(
                        "no addresses",
                        RosterLimits.UNREACHABLE,
                        f -> f.replaceAll(";[^;\n]+@[^;]+;", ";;")),
                danger(
                        "names exchanged",
                        RosterLimits.RENAMING,
                        f -> f.replaceFirst("Vorname;Nachname", "Nachname;Vorname")),
                danger(
                        "all in one district",
                        RosterLimits.MOVING,
                        f -> f.replaceAll(";\\d{5};(\\d+,\\d\\d;)", ";14511;$1")),
                danger(
                        "all districts without their zero",
                        RosterLimits.SET_ASIDE,
                        f -> f.replaceAll(";0(\\d{4};\\d+,\\d\\d;)", ";$1")),
                danger("everybody twice", RosterLimits.SET_ASIDE, f -> f + BODY),
                danger(
                        "all dates in another form",
                        RosterLimits.SET_ASIDE,
                        f -> f.replaceAll("(\\d\\d)\\.(\\d\\d)\\.(\\d{4})", "$3-$2-$1")));
    }

    private static Arguments danger(String what, String sort, UnaryOperator<String> how) {
        return Arguments.of(what, sort, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dangers")
    void a_roster_that_would_do_suspiciously_much_is_held_and_names_the_evidence(
            String what, String sort, UnaryOperator<String> how) {
        String before = OFFICE.everything();
        RosterReport report = OFFICE.waiting(how.apply(FILE));

        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.NeedsApproval.class,
                        held -> assertThat(held.losses()).extracting(Loss::what).contains(sort));
        if (sort.equals(RosterLimits.SET_ASIDE)) {
            assertThat(report.changes().map(RosterChange::kind)).doesNotContain(Kind.LEAVER);
        }
        assertThat(OFFICE.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_has_words_in_both_languages(RosterFault fault) {
        FileProblem problem = FileProblem.ofFile(fault, "a", "2", "3");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(problem.said(locale)).isNotBlank().doesNotContain("{");
            assertThat(problem.cure(locale)).isNotBlank().doesNotContain("{");
        }
        assertThat(problem.said(Locale.GERMAN)).isNotEqualTo(problem.said(Locale.ENGLISH));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Names with letters that windows-1252 lacks lose them, as they do in a real export. */
    private static String representable(String text) {
        return new String(text.getBytes(WINDOWS), WINDOWS);
    }

    private static String without(String file, int column) {
        return file.lines()
                .map(line -> {
                    List<String> fields = new ArrayList<>(List.of(line.split(";", -1)));
                    fields.remove(column);
                    return String.join(";", fields);
                })
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String file) {
        return file.lines()
                .map(line -> "\"" + line.replace(";", "\";\"") + "\"")
                .collect(Collectors.joining("\n"));
    }

    private static String brokenAddresses(String file) {
        return file.replace(";Große Straße", ";\"Hinterhaus\n\n; bei \"\"Meier\"\"\nStraße\";")
                .replace("Straße\";", "Straße\"#")
                .replaceAll("#[^;\n]*", "");
    }

    private static String shuffled() {
        List<String> lines = new ArrayList<>(BODY.lines().toList());
        Collections.shuffle(lines, new Random(3));
        return HEAD + String.join("\n", lines);
    }

    private static String turned(String file) {
        return file.lines()
                .map(line -> String.join(";", List.of(line.split(";", -1)).reversed()))
                .collect(Collectors.joining("\n"));
    }

    private static String half() {
        return HEAD + BODY.lines().limit(2500).collect(Collectors.joining("\n"));
    }

    private static String shortened(String file, int lines) {
        List<String> all = file.lines().toList();
        return String.join("\n", all.subList(0, all.size() - lines)) + "\n";
    }

    private static String keep(Predicate<String> which) {
        return HEAD + BODY.lines().filter(which).collect(Collectors.joining("\n"));
    }
}
