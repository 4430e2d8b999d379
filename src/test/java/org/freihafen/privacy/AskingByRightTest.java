package org.freihafen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.privacy.DataOffice.as;
import static org.freihafen.privacy.DataOffice.done;
import static org.freihafen.privacy.DataOffice.rule;

import org.freihafen.access.Denied;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.mail.Template;
import org.freihafen.privacy.RightsRequest.Right;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class AskingByRightTest {
    private final DataOffice data = new DataOffice();
    private final AskingByRight asking = data.askingByRight();

    private RightsRequest asked() {
        return done(asking.ask(data.harbour.ada, Right.CORRECTION, "Weiß statt Weiss"));
    }

    @Test
    void the_answer_is_due_within_one_month() {
        RightsRequest request = asked();

        assertThat(request.due()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(request.overdue(LocalDate.of(2026, 11, 1))).isFalse();
        assertThat(request.overdue(LocalDate.of(2026, 11, 2))).isTrue();
    }

    @Test
    void one_of_a_sort_is_open_at_a_time() {
        asked();

        assertThat(rule(asking.ask(data.harbour.ada, Right.CORRECTION, "noch einmal")))
                .isEqualTo(Rule.ASKED_ALREADY);
        assertThat(done(asking.ask(data.harbour.ada, Right.ERASURE, "")).text()).isEmpty();
    }

    @Test
    void a_correction_says_what_is_wrong() {
        assertThat(rule(asking.ask(data.harbour.ada, Right.CORRECTION, " ")))
                .isEqualTo(Rule.REASON_NEEDED);
    }

    @Test
    void the_member_office_sees_the_most_urgent_first_and_nobody_else_does() {
        RightsRequest request = asked();

        assertThat(asking.open(as(data.office))).containsExactly(request);
        assertThatThrownBy(() -> asking.open(as(data.board))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> asking.answer(as(data.harbour.ada), request.id(), true, ""))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_refusal_has_a_reason_and_nothing_is_answered_twice() {
        RightsRequest request = asked();

        assertThat(rule(asking.answer(as(data.office), request.id(), false, " ")))
                .isEqualTo(Rule.REASON_NEEDED);
        done(asking.answer(as(data.office), request.id(), false, "steht so im Ausweis"));
        assertThat(rule(asking.answer(as(data.office), request.id(), true, "")))
                .isEqualTo(Rule.ANSWERED_ALREADY);
        assertThat(asking.own(data.harbour.ada))
                .singleElement()
                .satisfies(own ->
                        assertThat(own.answered().orElseThrow().reason())
                                .isEqualTo("steht so im Ausweis"));
        assertThat(asking.open(as(data.office))).isEmpty();
    }

    @Test
    void a_granted_erasure_begins_at_once_and_ends_a_day_later() {
        RightsRequest request = done(asking.ask(data.harbour.ada, Right.ERASURE, "bitte"));
        done(asking.answer(as(data.office), request.id(), true, ""));
        assertThat(data.pier.erased).isEmpty();
        assertThat(data.pier.post.letters(Template.ERASURE_GRANTED)).hasSize(1);

        data.pier.lookUntil(data.harbour.today.plusDays(2));

        assertThat(data.pier.erased).containsExactly(data.harbour.ada);
    }

    @Test
    void a_refused_erasure_and_a_granted_correction_erase_nobody() {
        RightsRequest erasure = done(asking.ask(data.harbour.ada, Right.ERASURE, ""));
        done(asking.answer(as(data.office), erasure.id(), false, "Sie sind Mitglied."));
        done(asking.answer(as(data.office), asked().id(), true, ""));

        data.pier.lookUntil(data.harbour.today.plusDays(9));

        assertThat(data.pier.erased).isEmpty();
    }

    @Test
    void nobody_answers_themselves() {
        RightsRequest own = done(asking.ask(data.office, Right.CORRECTION, "Bo heißt Bo"));

        assertThat(rule(asking.answer(as(data.office), own.id(), true, "")))
                .isEqualTo(Rule.NOT_BY_ONESELF);
    }
}
