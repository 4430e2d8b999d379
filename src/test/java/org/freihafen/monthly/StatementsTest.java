package org.freihafen.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.cloud.Filing.Paper;
import org.freihafen.governance.Harbour;
import org.freihafen.mail.Template;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Workspace;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** From the end of a month to a file in the board's workspace and a letter. */
class StatementsTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String FILE = "Monatsauszug 2026-10.csv";

    private final Printer printer = new Printer();

    @Test
    void a_month_that_is_over_is_filed_with_the_board_and_its_leads_are_told_once() {
        printer.look();
        printer.look();

        Paper paper = printer.papers.getFirst();
        assertThat(printer.papers).hasSize(1);
        assertThat(paper.unit()).isEqualTo(printer.harbour.board.id());
        assertThat(paper.folder()).isEqualTo("Monatsauszüge");
        assertThat(paper.name()).isEqualTo(FILE);
        assertThat(printer.told()).containsExactly(List.of("Landesverband Sachsen", "10/2026"));
        assertThat(printer.trail("statement.filed")).isOne();
        assertThat(printer.statements.open()).isEmpty();
        assertThat(printer.statements.since(OCTOBER))
                .allSatisfy(statement -> assertThat(statement.text()).isEmpty());
    }

    @Test
    void the_file_says_what_the_month_brought_and_spreadsheets_can_read_it() {
        printer.look();

        assertThat(printer.papers.getFirst().text().split("\r\n"))
                .startsWith(
                        "\ufeff\"Monatsauszug\";\"Landesverband Sachsen\"",
                        "\"Monat\";\"Oktober 2026\"",
                        "\"Erstellt am\";\"05.11.2026\"")
                .contains(
                        "\"Kreisverband Görlitz\";\"90\";\"8\";\"0\";\"6\";\"0\";\"92\";\"70\";\"22\";\"76\""
                                .replace("\"0\"", "\"verborgen\""),
                        "\"Offene Meldungen an die Mitgliederverwaltung\";\"keine\"",
                        "\"Ungeklärte Zeilen der Mitgliederdatei\";\"keine\"");
    }

    @Test
    void a_name_that_a_spreadsheet_would_take_for_a_formula_is_harmless() {
        printer.harbour.units.save(printer.harbour.saxony.named("=HYPERLINK(\"x\")"));
        printer.look();

        assertThat(printer.papers.getFirst().text()).contains(";\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void the_letter_holds_no_counts() {
        printer.look();
        printer.post.send();

        assertThat(printer.post.delivered)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.text()).contains("Monatsauszüge").doesNotContain("90", "92");
                });
    }

    @Test
    void before_its_day_nothing_is_written() {
        printer.clock.noonOf(LocalDate.of(2026, 11, 4));
        printer.look();

        assertThat(printer.statements.since(OCTOBER)).isEmpty();
        assertThat(printer.read().next()).isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void a_month_before_which_nobody_was_known_is_left_out() {
        printer.tallies.knownSince(LocalDate.of(2026, 10, 1));
        printer.look();
        assertThat(printer.papers).isEmpty();

        printer.clock.noonOf(LocalDate.of(2026, 12, 5));
        printer.look();
        assertThat(printer.papers)
                .extracting(Paper::name)
                .containsExactly("Monatsauszug 2026-11.csv");
    }

    @Test
    void months_in_which_freihafen_stood_still_are_made_good_without_who_is_paid_up() {
        printer.look();
        printer.clock.noonOf(LocalDate.of(2027, 1, 20));
        printer.look();

        assertThat(printer.papers)
                .extracting(Paper::name)
                .containsExactly(FILE, "Monatsauszug 2026-11.csv", "Monatsauszug 2026-12.csv");
        assertThat(printer.papers.get(1).text()).doesNotContain("Beitrag offen");
        assertThat(printer.papers.getLast().text()).contains("Beitrag offen");
    }

    @Test
    void after_a_crash_before_it_was_noted_the_same_text_is_filed_again_and_told_once() {
        printer.crashAfterFiling = true;
        assertThatThrownBy(printer::look).hasMessage("kill -9");
        assertThat(printer.told()).isEmpty();

        printer.clock.noonOf(LocalDate.of(2026, 11, 9));
        printer.look();

        assertThat(printer.papers).hasSize(2);
        assertThat(printer.papers.getLast()).isEqualTo(printer.papers.getFirst());
        assertThat(printer.told()).hasSize(1);
        assertThat(printer.trail("statement.filed")).isOne();
    }

    @Test
    void a_cloud_that_cannot_be_reached_is_tried_again_with_the_same_text() {
        printer.answer = new Outcome.Unavailable(Saying.of("cloud.stopped"));
        printer.look();
        assertThat(printer.waits()).containsExactly("cloud.stopped");
        assertThat(printer.told()).isEmpty();

        printer.clock.noonOf(LocalDate.of(2026, 11, 9));
        printer.answer = new Outcome.Applied();
        printer.look();

        assertThat(printer.waits()).isEmpty();
        assertThat(printer.papers.getLast()).isEqualTo(printer.papers.getFirst());
        assertThat(printer.told()).hasSize(1);
    }

    @Test
    void a_board_without_a_workspace_is_shown_and_gets_it_once_it_has_one() {
        printer.harbour.workspaces.save(new Workspace(printer.harbour.board.id(), "board", true));
        printer.look();
        assertThat(printer.papers).isEmpty();
        assertThat(printer.waits()).containsExactly("statement.no-workspace");

        printer.harbour.workspaces.save(new Workspace(printer.harbour.board.id(), "board", false));
        printer.look();
        assertThat(printer.told()).hasSize(1);
    }

    @Test
    void a_branch_without_a_board_is_shown() {
        printer.harbour.units.save(printer.harbour.board.end());
        printer.look();

        assertThat(printer.waits()).containsExactly("statement.no-board");
        assertThat(printer.read().boardless()).containsExactly(printer.harbour.saxony);
    }

    @Test
    void a_board_that_nobody_leads_is_told_as_a_whole_and_one_without_people_is_shown() {
        printer.harbour.memberships.end(
                printer.harbour.lea, printer.harbour.board.id(), printer.today());
        printer.look();
        assertThat(printer.papers).hasSize(1);
        assertThat(printer.waits()).containsExactly("statement.nobody");

        printer.harbour.belong(printer.harbour.max, printer.harbour.board, Role.MEMBER);
        printer.look();
        assertThat(printer.post.letters(Template.STATEMENT_FILED)).hasSize(1);
        assertThat(printer.papers).hasSize(1);
        assertThat(printer.trail("statement.filed")).isOne();
    }

    @Test
    void a_board_that_is_founded_late_gets_every_month_and_one_letter() {
        Unit board = printer.harbour.board;
        printer.harbour.units.save(board.end());
        printer.look();
        printer.clock.noonOf(LocalDate.of(2026, 12, 5));
        printer.look();
        printer.clock.noonOf(LocalDate.of(2027, 1, 5));
        printer.look();
        assertThat(printer.papers).isEmpty();

        printer.harbour.units.save(board);
        printer.look();
        printer.look();

        assertThat(printer.papers).hasSize(3);
        assertThat(printer.post.letters(Template.STATEMENT_FILED)).isEmpty();
        assertThat(printer.post.letters(Template.STATEMENTS_FILED))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.facts())
                                .containsExactly("Landesverband Sachsen", "10/2026", "12/2026"));
        assertThat(printer.statements.open()).isEmpty();
    }

    @Test
    void a_freihafen_that_only_reads_files_nothing() {
        printer.readOnly = true;
        printer.look();

        assertThat(printer.papers).isEmpty();
        assertThat(printer.waits()).containsExactly("statement.read-only");
    }

    @Test
    void how_far_they_came_is_shown_to_those_who_see_reports() {
        InMemoryDuties duties = printer.harbour.duties;
        assertThatThrownBy(() -> printer.reading().read(Harbour.as(printer.harbour.dan)))
                .isInstanceOf(Denied.class);

        Printer.give(duties, printer.harbour.dan, Duty.MEMBER_OFFICE, printer.harbour.federation);
        printer.look();
        assertThat(printer.reading().read(Harbour.as(printer.harbour.dan)).latest())
                .singleElement()
                .satisfies(told -> assertThat(told.branch()).isEqualTo(printer.harbour.saxony));
    }
}
