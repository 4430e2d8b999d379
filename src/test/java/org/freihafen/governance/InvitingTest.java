package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import static java.util.Locale.ROOT;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.Trail.Question;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class InvitingTest {
    private final Harbour harbour = new Harbour();

    @ParameterizedTest
    @ValueSource(strings = {"ada", "103", " ADA ", "99999", "nobody@example.org", "keiner"})
    void the_answer_is_the_same_whether_the_address_fits_somebody_or_not(String address) {
        Decision<String> answer =
                harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), address);

        assertThat(answer).isEqualTo(Decision.done(address.strip()));
        assertThat(harbour.invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Beispiel", "Жанна", "ada@", "x", "nobody at all"})
    void a_name_as_people_write_it_means_nobody_for_certain_whether_there_is_one_or_not(
            String name) {
        Optional<Refusal> no =
                harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), name).refusal();

        assertThat(no).contains(Refusal.by(Rule.NOT_AN_ADDRESS, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody@example.org"})
    void the_same_address_invited_again_is_one_invitation_renewed(String address) {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), address);
        Invitation first = listed().getFirst();

        harbour.inviting()
                .invite(as(harbour.lea), harbour.umwelt.id(), " " + address.toUpperCase(ROOT));

        assertThat(listed()).singleElement().isNotEqualTo(first);
        assertThat(harbour.invitations.byId(first.id()))
                .hasValueSatisfying(old -> assertThat(old.withdrawn()).isTrue());
        assertThat(harbour.trail.entries().getLast().what()).isEqualTo("invitation.renewed");
    }

    @Test
    void who_is_invited_twice_is_asked_once() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");

        Decision<String> again =
                harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "103");

        assertThat(again).isEqualTo(Decision.done("103"));
        assertThat(harbour.answering().waiting(harbour.ada)).hasSize(1);
    }

    @Test
    void one_answer_settles_all_that_were_asked_into_the_same_unit() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "103");
        harbour.inviting().invite(as(harbour.dan), harbour.digital.id(), "ada");

        harbour.answering().answer(as(harbour.ada), openTo(harbour.ada), true);

        assertThat(harbour.answering().waiting(harbour.ada))
                .extracting(Invitation::unit)
                .containsExactly(harbour.digital.id());
        assertThat(listed()).extracting(Invitation::addressedTo).containsExactly("103");
    }

    @Test
    void who_leads_another_unit_withdraws_no_invitation() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        InvitationId id = openTo(harbour.ada);

        assertThatThrownBy(() -> harbour.inviting().withdraw(as(harbour.dan), id))
                .isInstanceOf(Denied.class);
        assertThat(openTo(harbour.ada)).isEqualTo(id);
    }

    @Test
    void nobody_belongs_before_accepting() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");

        assertThat(harbour.memberships.of(harbour.ada, harbour.umwelt.id(), harbour.today))
                .isEmpty();

        harbour.answering().answer(as(harbour.ada), openTo(harbour.ada), true);

        assertThat(harbour.memberships.of(harbour.ada, harbour.umwelt.id(), harbour.today))
                .isPresent();
    }

    @Test
    void everybody_who_shares_an_address_is_asked_and_answers_for_themselves() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "Couple@example.org");

        harbour.answering().answer(as(harbour.ada), openTo(harbour.ada), true);
        harbour.answering().answer(as(harbour.bo), openTo(harbour.bo), false);

        assertThat(harbour.memberships.of(harbour.ada, harbour.umwelt.id(), harbour.today))
                .isPresent();
        assertThat(harbour.memberships.of(harbour.bo, harbour.umwelt.id(), harbour.today))
                .isEmpty();
    }

    @Test
    void an_invitation_is_answered_once_and_only_by_the_invited() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        InvitationId id = openTo(harbour.ada);

        assertThat(harbour.answering().answer(as(harbour.bo), id, true).refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
        assertThat(harbour.answering().answer(as(harbour.ada), id, false).refusal()).isEmpty();
        assertThat(harbour.answering().answer(as(harbour.ada), id, true).refusal())
                .map(Refusal::rule)
                .contains(Rule.INVITATION_CLOSED);
    }

    @Test
    void whoever_invited_cannot_tell_declining_from_an_address_of_nobody() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "nobody");
        Question ofUnit =
                new Question(Optional.of(harbour.umwelt.id()), Optional.empty(), Optional.empty());
        int lines = harbour.trail.lines(ofUnit, 0, 100).size();

        harbour.answering().answer(as(harbour.ada), openTo(harbour.ada), false);

        assertThat(harbour.invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant()))
                .extracting(Invitation::addressedTo)
                .containsExactly("ada", "nobody");
        assertThat(harbour.trail.lines(ofUnit, 0, 100)).hasSize(lines);
    }

    @Test
    void a_withdrawn_invitation_cannot_be_accepted() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        InvitationId id = openTo(harbour.ada);
        harbour.inviting().withdraw(as(harbour.lea), id);

        assertThat(harbour.answering().answer(as(harbour.ada), id, true).refusal())
                .map(Refusal::rule)
                .contains(Rule.INVITATION_CLOSED);
    }

    @Test
    void all_that_an_address_meant_are_withdrawn_together_with_one_line_in_the_trail() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "couple@example.org");
        InvitationId id = openTo(harbour.ada);

        assertThat(harbour.inviting().withdraw(as(harbour.lea), id).refusal()).isEmpty();

        assertThat(harbour.invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant()))
                .isEmpty();
        assertThat(harbour.invitations.openTo(harbour.bo, harbour.clock.instant())).isEmpty();
        assertThat(harbour.trail.lines(Question.everything(), 0, 100))
                .filteredOn(line -> line.entry().what().equals("invitation.withdrawn"))
                .hasSize(1);
    }

    @Test
    void withdrawing_a_declined_invitation_looks_like_any_other() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        InvitationId id = openTo(harbour.ada);
        harbour.answering().answer(as(harbour.ada), id, false);

        assertThat(harbour.inviting().withdraw(as(harbour.lea), id).refusal()).isEmpty();
    }

    @Test
    void invitations_into_a_unit_that_ended_meanwhile_cannot_be_accepted() {
        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada");
        harbour.units.save(harbour.umwelt.end());

        assertThat(harbour.answering().answer(as(harbour.ada), openTo(harbour.ada), true).refusal())
                .map(Refusal::rule)
                .contains(Rule.UNIT_ENDED);
    }

    @Test
    void nobody_is_invited_where_people_belong_by_register_or_election() {
        harbour.belong(harbour.dan, harbour.board, Role.LEAD);

        assertThat(harbour.inviting().invite(as(harbour.dan), harbour.board.id(), "ada").refusal())
                .map(Refusal::rule)
                .contains(Rule.NO_INVITATIONS_HERE);
    }

    @Test
    void one_person_invites_only_so_many_a_day() {
        Inviting few = harbour.inviting(new Bounds(3, 2, Duration.ofDays(30)));
        for (String address : List.of("ada", "nobody")) {
            assertThat(few.invite(as(harbour.lea), harbour.umwelt.id(), address).refusal())
                    .isEmpty();
        }

        assertThat(few.invite(as(harbour.lea), harbour.umwelt.id(), "bo").refusal())
                .map(Refusal::rule)
                .contains(Rule.TOO_MANY_TODAY);
    }

    @Test
    void only_leads_invite() {
        assertThatThrownBy(() ->
                        harbour.inviting().invite(as(harbour.max), harbour.umwelt.id(), "ada"))
                .isInstanceOf(Denied.class);
    }

    private List<Invitation> listed() {
        return harbour.invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant());
    }

    private InvitationId openTo(PersonId person) {
        return harbour.invitations.openTo(person, harbour.clock.instant()).getFirst().id();
    }
}
