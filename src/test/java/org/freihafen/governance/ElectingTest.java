package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Role;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class ElectingTest {
    private final Harbour harbour = new Harbour();

    @BeforeEach
    void bo_is_the_member_office() {
        harbour.duties.give(
                new DutyHeld(
                        harbour.bo, Duty.MEMBER_OFFICE, harbour.saxony.id(), Optional.empty()));
    }

    @Test
    void the_member_office_records_an_election_and_the_term_ends_by_itself() {
        LocalDate lastDay = harbour.today.plusYears(2);

        record(harbour.board, "ada", Optional.of(lastDay));

        Optional<Membership> membership =
                harbour.memberships.of(harbour.ada, harbour.board.id(), lastDay);
        assertThat(membership).hasValueSatisfying(m -> assertThat(m.role()).isEqualTo(Role.LEAD));
        assertThat(harbour.memberships.of(harbour.ada, harbour.board.id(), lastDay.plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_second_term_prolongs_the_first() {
        record(harbour.board, "103", Optional.of(harbour.today.plusYears(2)));
        record(harbour.board, "ada", Optional.of(harbour.today.plusYears(4)));

        assertThat(harbour.memberships.in(harbour.board.id(), harbour.today))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.period().until())
                                .contains(harbour.today.plusYears(4).plusDays(1)));
    }

    @Test
    void one_address_must_mean_one_person() {
        assertThat(refusal(record(harbour.board, "couple@example.org", Optional.empty())))
                .contains(Rule.ADDRESS_AMBIGUOUS);
        assertThat(refusal(record(harbour.board, "nobody", Optional.empty())))
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void who_belongs_elsewhere_is_not_found_just_like_nobody() {
        harbour.memberships.end(harbour.max, harbour.goerlitz.id(), harbour.today);

        for (String address : List.of("max", "101", "max@example.org")) {
            assertThat(record(harbour.board, address, Optional.empty()).refusal())
                    .contains(Refusal.by(Rule.NOT_FOUND, address));
        }
    }

    @Test
    void an_address_shared_with_somebody_elsewhere_means_the_one_who_belongs() {
        harbour.memberships.end(harbour.bo, harbour.goerlitz.id(), harbour.today);

        assertThat(record(harbour.board, "couple@example.org", Optional.empty()).refusal())
                .isEmpty();
    }

    @Test
    void nobody_is_elected_into_a_working_group_or_into_the_past() {
        assertThat(refusal(record(harbour.umwelt, "ada", Optional.empty())))
                .contains(Rule.NOT_BY_ELECTION);
        assertThat(refusal(record(harbour.board, "ada", Optional.of(harbour.today.minusDays(1)))))
                .contains(Rule.END_IN_THE_PAST);
    }

    @Test
    void only_the_member_office_records_elections() {
        assertThatThrownBy(() ->
                        harbour.electing()
                                .record(
                                        as(harbour.lea),
                                        harbour.board.id(),
                                        new Electing.Result("ada", Role.MEMBER, Optional.empty())))
                .isInstanceOf(Denied.class);
    }

    private Decision<Membership> record(Unit into, String address, Optional<LocalDate> lastDay) {
        return harbour.electing()
                .record(
                        as(harbour.bo),
                        into.id(),
                        new Electing.Result(address, Role.LEAD, lastDay));
    }

    private static Optional<Rule> refusal(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule);
    }
}
