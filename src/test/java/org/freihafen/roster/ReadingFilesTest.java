package org.freihafen.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.example.Example;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.roster.RosterProfile.Column;
import org.freihafen.roster.csv.FileRosterReader;
import org.freihafen.structure.Builders;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of every sort, read by profiles of every sort. */
class ReadingFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final String STRUCTURE =
            """
            key;name;kind;parent;ags
            b;Bund;federation;;
            s;Sachsen;state;b;14
            d0;Chemnitz;district;s;14511
            d1;Dresden;district;s;14612
            """;
    private static final String STATE =
            """
            date=dd.MM.uuuu
            placing=branch, postcode
            postcodes=plz.csv
            optional=email, status, branch
            column.number=Nr
            column.given=Vorname
            column.family=Name
            column.email=E-Mail
            column.joined=Eintritt
            column.status=Status
            column.branch=Kreis
            column.postcode=PLZ
            column.birthday=Geboren
            """;

    @TempDir private Path profiles;

    private final Builders builders = new Builders();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    @BeforeEach
    void a_branch_keeps_its_own_list() throws IOException {
        builders.build(STRUCTURE);
        Files.writeString(profiles.resolve("state.properties"), STATE);
        Files.writeString(profiles.resolve("plz.csv"), "plz;ags\n09111;14511\n01067;14612\n");
    }

    private RosterProfile profile(String name) {
        return new RosterProfiles(Optional.of(profiles.toString())).named(name).orElseThrow();
    }

    private RosterFile read(String profile, byte[] file) {
        try {
            return new FileRosterReader(Example.settings().statuses())
                    .read(
                            new ByteArrayInputStream(file),
                            profile(profile),
                            new Placing(builders.units.structure()),
                            TODAY,
                            plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RosterFile.Read usable(String profile, String file) {
        return usable(profile, file.getBytes(StandardCharsets.UTF_8));
    }

    private RosterFile.Read usable(String profile, byte[] file) {
        return switch (read(profile, file)) {
            case RosterFile.Read read -> read;
            case RosterFile.Unusable unusable -> throw new AssertionError(unusable.toString());
        };
    }

    private RosterFault fault(byte[] file) {
        return switch (read("state", file)) {
            case RosterFile.Read read -> throw new AssertionError(read.toString());
            case RosterFile.Unusable(FileProblem problem, _) -> (RosterFault) problem.fault();
        };
    }

    private static RosterEntry entry(RosterFile.Read read, String number) {
        return read.entries().get(new MemberNumber(number)).orElseThrow();
    }

    private UnitId unit(String key) {
        return builders.units.byKey(new UnitKey(key)).orElseThrow().id();
    }

    @Test
    void the_branch_counts_before_the_residence() {
        RosterFile.Read read =
                usable(
                        "state",
"""
Nr;Vorname;Name;Eintritt;Kreis;PLZ
1;Rosa;Weiß;01.02.2003;Dresden;09111
2;Karl;Weiß;01.02.2003;;09111
3;Eva;Eis;01.02.2003;Atlantis;09111
4;Ute;Uhr;01.02.2003;;99999
""");

        assertThat(entry(read, "1").place()).contains(unit("d1"));
        assertThat(entry(read, "2").place()).contains(unit("d0"));
        assertThat(read.problems())
                .extracting(FileProblem::fault)
                .containsExactly(RosterFault.UNKNOWN_BRANCH, RosterFault.UNKNOWN_POSTCODE);
    }

    @Test
    void the_exports_words_say_what_somebody_is() {
        RosterFile.Read read =
                usable(
                        "state",
"""
Nr;Vorname;Name;Eintritt;PLZ;Status
1;Rosa;Weiß;01.02.2003;09111;ruhend
2;Karl;Weiß;01.02.2003;09111;verstorben
3;Eva;Eis;01.02.2003;09111;GAST
4;Ute;Uhr;01.02.2003;09111;im Rückstand
5;Udo;Uhr;01.02.2003;09111;eigentlich schon
""");

        assertThat(entry(read, "1").status()).isEqualTo(Status.RIGHTS_SUSPENDED);
        assertThat(entry(read, "2").status()).isEqualTo(Status.DECEASED);
        assertThat(entry(read, "3").status()).isEqualTo(Status.GUEST);
        assertThat(entry(read, "3").place()).isEmpty();
        assertThat(entry(read, "4").status()).isEqualTo(Status.MEMBER);
        assertThat(read.problems())
                .extracting(FileProblem::fault)
                .containsExactly(RosterFault.UNKNOWN_STATUS);
    }

    @Test
    void a_trial_tells_what_is_used_guessed_ignored_and_absent() {
        RosterFile.Look look =
                usable(
                                "state",
"""
Liste;Stand heute

NR;Vor-Name;Name;Eintritt;PLZ;Hobby
1;Rosa;Weiß;01.02.2003;09111;Segeln
""")
                        .look();

        assertThat(look.headerLine()).isEqualTo(3);
        assertThat(look.encoding()).isEqualTo("UTF-8");
        assertThat(look.used()).containsEntry(Column.GIVEN, "Vor-Name");
        assertThat(look.guessed()).containsExactly(Column.GIVEN);
        assertThat(look.ignored()).containsExactly("Hobby");
        assertThat(look.absent())
                .containsExactlyInAnyOrder(
                        Column.EMAIL, Column.STATUS, Column.BRANCH, Column.BIRTHDAY);
    }

    @Test
    void ages_are_counted_and_no_birthday_waits() {
        RosterFile.Read read =
                usable(
                        "state",
"""
Nr;Vorname;Name;Eintritt;PLZ;Geboren
1;Rosa;Weiß;01.02.2003;09111;02.10.2001
2;Karl;Weiß;01.02.2003;09111;01.10.2001
3;Eva;Eis;01.02.2003;01067;irgendwann
""");

        assertThat(read.ages())
                .isEqualTo(
                        Map.of(
                                unit("d0"),
                                Map.of(AgeBand.UP_TO_24, 1, AgeBand.FROM_25_TO_34, 1),
                                unit("d1"),
                                Map.of(AgeBand.UNKNOWN, 1)));
        assertThat(plain.toString(StandardCharsets.UTF_8)).doesNotContain("2001");
    }

    @Test
    void what_waits_is_read_again_as_it_was() {
        RosterFile.Read first =
                usable(
                        "state",
"""
Nr;Vorname;Name;Eintritt;PLZ;Hobby
1;"Rosa
Maria";Weiß;;09111;x
2;Karl;Weiß;;09111;x
Gesamt;2
""");
        byte[] waiting = plain.toByteArray();
        RosterFile again;
        try {
            again =
                    new FileRosterReader(Example.settings().statuses())
                            .read(
                                    new ByteArrayInputStream(waiting),
                                    profile("state").plain(),
                                    new Placing(builders.units.structure()),
                                    TODAY,
                                    new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(again)
                .isInstanceOfSatisfying(
                        RosterFile.Read.class,
                        read -> {
                            assertThat(read.entries()).isEqualTo(first.entries());
                            assertThat(read.look()).isEqualTo(first.look());
                            assertThat(read.problems()).isEqualTo(first.problems());
                        });
    }

    @Test
    void a_workbook_is_read_like_a_csv() {
        byte[] workbook =
                Workbook.of(
                                List.of(
                                        List.of("s:Mitgliederliste"),
                                        List.of(
                                                "s:Nr",
                                                "s:Vorname",
                                                "s:Name",
                                                "s:Eintritt",
                                                "s:PLZ",
                                                "s:E-Mail"),
                                        List.of(
                                                "n:1",
                                                "s:Rosa",
                                                "s:Weiß",
                                                "d:37653",
                                                "z:9111",
                                                "s:rosa@example.org"),
                                        List.of(),
                                        List.of("n:2", "s:Karl", "s:Weiß", "", "s:01067"),
                                        List.of("s:Anzahl", "n:2")))
                        .bytes();
        RosterFile.Read read = usable("state", workbook);

        assertThat(read.problems()).isEmpty();
        assertThat(read.look().encoding()).isEqualTo("xlsx");
        assertThat(entry(read, "1").joined()).contains(LocalDate.of(2003, 2, 1));
        assertThat(entry(read, "1").place()).contains(unit("d0"));
        assertThat(entry(read, "2").email()).isEmpty();
        assertThat(entry(read, "2").place()).contains(unit("d1"));
    }

    private static Workbook honest() {
        return Workbook.of(
                List.of(
                        List.of("s:Nr", "s:Vorname", "s:Name", "s:Eintritt", "s:PLZ"),
                        List.of("n:1", "s:Rosa", "s:Weiß", "d:37653", "z:9111")));
    }

    @Test
    void a_bomb_is_not_unpacked() {
        byte[] zeros = new byte[20 << 20];
        assertThat(fault(honest().with("xl/sharedStrings.xml", zeros).bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK_TOO_LARGE);
        assertThat(fault(honest().with("xl/media/picture.png", zeros).bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK_TOO_LARGE);
    }

    @Test
    void a_thousand_parts_are_too_many() {
        Workbook workbook = honest();
        for (int i = 0; i < 1000; i++) {
            workbook.with("xl/worksheets/more" + i + ".xml", "<x/>");
        }
        assertThat(fault(workbook.bytes())).isEqualTo(RosterFault.ROSTER_WORKBOOK_TOO_LARGE);
    }

    @Test
    void external_and_multiplying_entities_are_refused() {
        String entity =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                        + Workbook.sheet("<row r=\"1\"><c r=\"A1\"><v>&a;</v></c></row>");
        assertThat(fault(honest().with("xl/worksheets/sheet1.xml", entity).bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK_UNSAFE);
        assertThat(
                        fault(
                                honest().with(
                                                "xl/worksheets/sheet1.xml",
                                                entity.getBytes(StandardCharsets.UTF_16LE))
                                        .bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK_UNSAFE);
    }

    @Test
    void a_cell_beyond_the_last_column_is_refused() {
        String far = Workbook.sheet("<row r=\"1\"><c r = 'ZZZZZZ1'><v>1</v></c></row>");
        assertThat(fault(honest().with("xl/worksheets/sheet1.xml", far).bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK_UNSAFE);
    }

    @Test
    void a_damaged_workbook_is_refused() {
        byte[] whole = honest().bytes();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(fault(cut)).isEqualTo(RosterFault.ROSTER_WORKBOOK);
        assertThat(fault(honest().with("xl/worksheets/sheet1.xml", "<worksheet><row").bytes()))
                .isIn(RosterFault.ROSTER_WORKBOOK, RosterFault.ROSTER_EMPTY);
        assertThat(fault(honest().with("xl/workbook.xml", "no xml").bytes()))
                .isEqualTo(RosterFault.ROSTER_WORKBOOK);
    }

    @Test
    void a_workbook_of_before_2007_is_refused() {
        byte[] old = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertThat(fault(old)).isEqualTo(RosterFault.ROSTER_WORKBOOK);
    }

    @Test
    void a_wrong_profile_names_everything_with_its_cure() throws IOException {
        Files.writeString(
                profiles.resolve("wrong.properties"),
"""
placing=house
optional=number
column.number=Nr
column.given=V
column.family=N
column.postcode=PLZ
postcodes=none.csv
""");
        assertThatThrownBy(() -> profile("wrong"))
                .hasMessageContaining("placing: 'house'; write place, branch or postcode")
                .hasMessageContaining("optional: 'number'")
                .hasMessageContaining("postcodes: 'none.csv'");
    }
}
