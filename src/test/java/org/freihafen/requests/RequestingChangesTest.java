package org.freihafen.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.privacy.DataOffice.as;
import static org.freihafen.privacy.DataOffice.done;

import org.freihafen.access.Denied;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.membership.MemberNumber;
import org.freihafen.privacy.DataOffice;
import org.freihafen.requests.ChangeRequest.Kind;
import org.freihafen.requests.ChangeRequest.Stage;
import org.junit.jupiter.api.Test;

import java.util.List;

class RequestingChangesTest {
    private final DataOffice data = new DataOffice();
    private final RequestingChanges changes = data.requestingChanges();

    private ChangeRequest asked() {
        return done(
                changes.ask(
                        as(data.board),
                        data.harbour.goerlitz.id(),
                        new MemberNumber("103"),
                        Kind.MOVED,
                        "nach Leipzig, Hafenstraße 1"));
    }

    @Test
    void a_board_asks_for_its_branch_and_all_below_and_others_do_not() {
        assertThat(asked().stage()).isEqualTo(Stage.WAITING);
        assertThatThrownBy(() ->
                        changes.ask(
                                as(data.harbour.ada),
                                data.harbour.goerlitz.id(),
                                new MemberNumber("103"),
                                Kind.DIED,
                                "-"))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() ->
                        changes.ask(
                                as(data.board),
                                data.harbour.federation.id(),
                                new MemberNumber("103"),
                                Kind.DIED,
                                "-"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void the_member_office_takes_it_into_its_sheet_and_says_what_came_of_it() {
        ChangeRequest request = asked();

        assertThat(changes.export(as(data.office)))
                .singleElement()
                .extracting(ChangeRequest::stage)
                .isEqualTo(Stage.EXPORTED);
        assertThat(done(changes.end(as(data.office), request.id(), true, "")).stage())
                .isEqualTo(Stage.DONE);
        assertThat(changes.open(as(data.office))).isEmpty();
        assertThat(changes.end(as(data.office), request.id(), false, "doch nicht").refusal())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(Rule.ANSWERED_ALREADY));
        assertThat(changes.own(data.board)).hasSize(1);
    }

    @Test
    void others_see_and_take_nothing() {
        asked();

        assertThat(changes.open(as(data.board))).isEmpty();
        assertThat(changes.export(as(data.board))).isEmpty();
    }

    @Test
    void no_cell_of_a_sheet_is_taken_for_a_formula() {
        assertThat(
                        ChangeSheet.of(
                                List.of(
                                        List.of("=1+1", "+49", "-1", "@SUM", "\tx"),
                                        List.of("sagt \"ja\"", "a;b", "zwei\nZeilen", "", "1"))))
                .isEqualTo(
                        "\"'=1+1\";\"'+49\";\"'-1\";\"'@SUM\";\"'\tx\"\r\n"
                                + "\"sagt \"\"ja\"\"\";\"a;b\";\"zwei\nZeilen\";\"\";\"1\"\r\n");
    }
}
