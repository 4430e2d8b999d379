package org.freihafen.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.recovery.Moorings.NEW;
import static org.freihafen.recovery.Moorings.OLD;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account.State;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Addressee.Desk;
import org.freihafen.mail.Envelope;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Template;
import org.freihafen.recovery.AddressClaim.Stage;
import org.freihafen.signin.Secret;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RecoveringTest {
    private final Moorings moorings = new Moorings();
    private final Recovering recovering = moorings.recovering;
    private final Actor office = Actor.of(moorings.office);

    private Secret asked() {
        moorings.moves(moorings.ada, NEW);
        assertThat(recovering.askNext(9)).isOne();
        return moorings.linkTo(NEW);
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().orElseThrow().rule();
    }

    @Test
    void a_new_address_is_asked_the_old_one_is_told_and_still_holds() {
        asked();

        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(OLD);
        assertThat(moorings.post.delivered)
                .extracting(Envelope::address)
                .containsExactlyInAnyOrder(NEW, OLD);
        assertThat(moorings.post.delivered)
                .filteredOn(letter -> letter.address().equals(OLD))
                .allSatisfy(letter -> assertThat(letter.text()).doesNotContain(NEW, "#"));
        assertThat(recovering.askNext(9)).isZero();
    }

    @Test
    void its_reader_confirms_it_once_and_the_old_one_learns_of_it() {
        Secret link = asked();
        assertThat(recovering.holder(link)).isPresent();

        assertThat(recovering.confirm(link)).isEqualTo(Decision.done(Stage.TAKEN));

        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(NEW);
        moorings.post.send();
        assertThat(moorings.post.letters(Template.ADDRESS_TAKEN))
                .singleElement()
                .satisfies(letter ->
                        assertThat(moorings.post.delivered.getLast().address()).isEqualTo(OLD));
        assertThat(rule(recovering.confirm(link))).isEqualTo(Rule.LINK_CLOSED);
        assertThat(recovering.holder(link)).isEmpty();
        assertThat(recovering.askNext(9)).isZero();
    }

    @Test
    void a_link_closes_after_a_week_with_another_address_and_with_the_account() {
        Secret link = asked();
        moorings.moves(moorings.ada, "third@example.net");
        assertThat(rule(recovering.confirm(link))).isEqualTo(Rule.LINK_CLOSED);
        moorings.moves(moorings.ada, NEW);
        moorings.harbour.accounts.saveStates(
                List.of(
                        moorings.harbour
                                .accounts
                                .byId(moorings.ada)
                                .orElseThrow()
                                .in(State.SUSPENDED)));
        assertThat(rule(recovering.confirm(link))).isEqualTo(Rule.LINK_CLOSED);
        moorings.harbour.accounts.saveStates(
                List.of(
                        moorings.harbour
                                .accounts
                                .byId(moorings.ada)
                                .orElseThrow()
                                .in(State.ACTIVE)));
        moorings.now = moorings.now.plus(Recovering.OPEN);
        assertThat(rule(recovering.confirm(link))).isEqualTo(Rule.LINK_CLOSED);
        assertThat(rule(recovering.confirm(new Secret("guessed")))).isEqualTo(Rule.LINK_CLOSED);
        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(OLD);
    }

    @Test
    void for_people_with_duties_a_second_person_agrees() {
        moorings.give(moorings.ada, Duty.ADMINISTRATOR);
        Secret link = asked();

        assertThat(recovering.confirm(link)).isEqualTo(Decision.done(Stage.CONFIRMED));

        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(OLD);
        assertThat(moorings.post.letters(Template.ADDRESS_WAITS)).hasSize(1);
        AddressClaim waiting = recovering.waiting(office).getFirst();
        assertThat(rule(recovering.answer(Actor.of(moorings.ada), waiting.id(), true)))
                .isEqualTo(Rule.NOT_BY_ONESELF);
        assertThatThrownBy(
                        () -> recovering.answer(Actor.of(moorings.harbour.dan), waiting.id(), true))
                .isInstanceOf(Denied.class);
        assertThat(recovering.answer(office, waiting.id(), true))
                .isEqualTo(Decision.done(waiting.in(Stage.TAKEN)));
        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(NEW);
        assertThat(rule(recovering.answer(office, waiting.id(), false))).isEqualTo(Rule.NOT_FOUND);
    }

    private AddressClaim waiting(Duty duty) {
        moorings.give(moorings.ada, duty);
        recovering.confirm(asked());
        return recovering.waiting(office).getFirst();
    }

    @Test
    void whoever_read_or_approved_a_roster_agrees_to_no_address_but_may_say_no() {
        PersonId first = moorings.harbour.dan;
        PersonId second = moorings.harbour.lea;
        moorings.give(first, Duty.MEMBER_OFFICE);
        moorings.give(second, Duty.MEMBER_OFFICE);
        moorings.roster(moorings.office, first, second);
        AddressClaim waiting = waiting(Duty.ADMINISTRATOR);

        for (PersonId hand : List.of(moorings.office, first, second)) {
            assertThat(rule(recovering.answer(Actor.of(hand), waiting.id(), true)))
                    .isEqualTo(Rule.HAND_IN_ROSTERS);
        }

        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(OLD);
        PersonId max = moorings.harbour.max;
        moorings.give(max, Duty.MEMBER_OFFICE);
        assertThat(recovering.objection(Actor.of(max), waiting)).isEmpty();
        assertThat(recovering.answer(office, waiting.id(), false).refusal()).isEmpty();
    }

    @Test
    void where_there_is_another_administrator_that_one_agrees_and_is_told() {
        PersonId admin = moorings.harbour.dan;
        moorings.give(admin, Duty.ADMINISTRATOR);
        AddressClaim waiting = waiting(Duty.ADMINISTRATOR);

        assertThat(moorings.post.letters(Template.ADDRESS_WAITS))
                .extracting(Letter::to)
                .containsExactly(new Addressee.ToDesk(Desk.ADMINISTRATORS));
        assertThat(rule(recovering.answer(office, waiting.id(), true)))
                .isEqualTo(Rule.BY_AN_ADMINISTRATOR);
        assertThat(recovering.answer(Actor.of(admin), waiting.id(), true).refusal()).isEmpty();
        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(NEW);
    }

    @Test
    void administrators_see_of_an_address_its_first_letter_and_its_domain() {
        Actor admin = Actor.of(moorings.harbour.dan);
        moorings.give(moorings.harbour.dan, Duty.ADMINISTRATOR);
        AddressClaim waiting = waiting(Duty.AUDITOR);

        assertThat(waiting.address()).isEqualTo(NEW);
        assertThat(recovering.waiting(admin))
                .extracting(AddressClaim::address)
                .containsExactly("a…@example.net");
        assertThat(recovering.answer(admin, waiting.id(), true))
                .isEqualTo(Decision.done(waiting.masked().in(Stage.TAKEN)));
        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(NEW);
    }

    @Test
    void what_the_second_person_refuses_never_holds_and_is_not_asked_again() {
        moorings.give(moorings.ada, Duty.AUDITOR);
        recovering.confirm(asked());
        AddressClaim waiting = recovering.waiting(office).getFirst();

        recovering.answer(office, waiting.id(), false);

        assertThat(moorings.post.confirmed.of(moorings.ada)).contains(OLD);
        assertThat(recovering.waiting(office)).isEmpty();
        assertThat(recovering.askNext(9)).isZero();
    }

    @Test
    void nothing_is_agreed_to_that_the_register_does_not_say_any_more() {
        moorings.give(moorings.ada, Duty.ADMINISTRATOR);
        recovering.confirm(asked());
        AddressClaim waiting = recovering.waiting(office).getFirst();
        moorings.moves(moorings.ada, "third@example.net");

        assertThat(rule(recovering.answer(office, waiting.id(), true)))
                .isEqualTo(Rule.CHANGED_SINCE_SHOWN);
    }

    @Test
    void a_link_is_sent_again_a_few_times_a_day_and_only_the_latest_works() {
        Secret first = asked();
        assertThat(rule(recovering.askAgain(moorings.harbour.dan)))
                .isEqualTo(Rule.NOTHING_TO_CONFIRM);

        assertThat(recovering.askAgain(moorings.ada).refusal()).isEmpty();

        assertThat(recovering.holder(first)).isEmpty();
        assertThat(recovering.holder(moorings.linkTo(NEW))).isPresent();
        recovering.askAgain(moorings.ada);
        recovering.askAgain(moorings.ada);
        assertThat(rule(recovering.askAgain(moorings.ada))).isEqualTo(Rule.TOO_MANY_TODAY);
        moorings.now = moorings.now.plus(Duration.ofDays(2));
        assertThat(recovering.askAgain(moorings.ada).refusal()).isEmpty();
    }
}
