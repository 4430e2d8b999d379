package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Refusal;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.structure.InMemoryUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class GivingDutiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UnitId WHOLE = Standings.FEDERATION;

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(1));
    private final InMemoryDuties duties = new InMemoryDuties();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryTrail trail = new InMemoryTrail(clock);
    private final Access access =
            new Access(
                    new FederationStandings(
                            new InMemoryUnits(), new InMemoryMemberships(), duties, clock));
    private final GivingDuties giving =
            new GivingDuties(
                    access,
                    new InMemoryUnits(),
                    duties,
                    accounts,
                    new Administrators(access, duties, accounts, clock),
                    trail,
                    clock);
    private final PersonId ada = person("ada");
    private final PersonId bea = person("bea");

    private PersonId person(String login) {
        PersonId id = ids.person();
        accounts.add(
                List.of(new Account(id, new Username(login), login, Account.State.ACTIVE, false)));
        return id;
    }

    private static DutyHeld administrator(PersonId person) {
        return new DutyHeld(person, Duty.ADMINISTRATOR, WHOLE, Optional.empty());
    }

    @Test
    void an_administrator_gives_and_takes_duties_and_the_trail_says_so() {
        duties.give(administrator(ada));
        DutyHeld office = new DutyHeld(bea, Duty.MEMBER_OFFICE, WHOLE, Optional.empty());

        assertThat(giving.give(Actor.of(ada), office).refusal()).isEmpty();
        assertThat(duties.of(bea)).containsExactly(office);
        assertThat(giving.end(Actor.of(ada), bea, Duty.MEMBER_OFFICE, WHOLE).refusal()).isEmpty();
        assertThat(duties.of(bea)).noneMatch(held -> held.holdsAt(NOON));
        assertThat(trail.entries())
                .extracting(AuditEntry::what)
                .containsExactly("duty.given", "duty.ended");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void nobody_holds_two_different_duties(Duty first) {
        PersonId carl = person("carl");
        duties.give(administrator(ada));
        duties.give(new DutyHeld(bea, first, ids.unit(), Optional.empty()));
        duties.give(new DutyHeld(carl, first, WHOLE, Optional.of(NOON.minusSeconds(1))));

        for (Duty second : Duty.values()) {
            assertThat(given(bea, second))
                    .isEqualTo(
                            first == second
                                    ? Optional.empty()
                                    : Optional.of(Refusal.Rule.DUTIES_EXCLUDE_EACH_OTHER));
        }
        assertThat(given(carl, Duty.AUDITOR)).isEmpty();
    }

    @Test
    void who_is_alone_stands_in_for_another_duty_for_a_day_and_no_longer() {
        duties.give(administrator(ada));
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        assertThat(given(ada, Duty.MEMBER_OFFICE, Optional.of(tomorrow.plusSeconds(1))))
                .contains(Refusal.Rule.DUTIES_EXCLUDE_EACH_OTHER);
        assertThat(given(ada, Duty.MEMBER_OFFICE, Optional.of(tomorrow))).isEmpty();
    }

    private Optional<Refusal.Rule> given(PersonId person, Duty duty) {
        return given(person, duty, Optional.empty());
    }

    private Optional<Refusal.Rule> given(PersonId person, Duty duty, Optional<Instant> until) {
        return giving.give(Actor.of(ada), new DutyHeld(person, duty, WHOLE, until))
                .refusal()
                .map(Refusal::rule);
    }

    @Test
    void nobody_else_does() {
        duties.give(new DutyHeld(ada, Duty.MEMBER_OFFICE, WHOLE, Optional.empty()));

        assertThatThrownBy(() -> giving.give(Actor.of(ada), administrator(ada)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> giving.end(Actor.of(bea), ada, Duty.MEMBER_OFFICE, WHOLE))
                .isInstanceOf(Denied.class);
    }

    @Test
    void the_last_administrator_stays() {
        duties.give(administrator(ada));
        duties.give(
                new DutyHeld(
                        bea,
                        Duty.ADMINISTRATOR,
                        WHOLE,
                        Optional.of(NOON.plus(Duration.ofDays(1)))));

        assertThat(giving.end(Actor.of(bea), ada, Duty.ADMINISTRATOR, WHOLE).refusal())
                .contains(Refusal.by(Refusal.Rule.LAST_ADMINISTRATOR));
        assertThat(
                        giving.give(
                                        Actor.of(bea),
                                        new DutyHeld(
                                                ada,
                                                Duty.ADMINISTRATOR,
                                                WHOLE,
                                                Optional.of(NOON.plusSeconds(1))))
                                .refusal())
                .contains(Refusal.by(Refusal.Rule.LAST_ADMINISTRATOR));

        giving.give(Actor.of(ada), administrator(bea));

        assertThat(giving.end(Actor.of(bea), ada, Duty.ADMINISTRATOR, WHOLE).refusal()).isEmpty();
    }

    @Test
    void whose_account_is_suspended_administers_nothing() {
        duties.give(administrator(ada));
        duties.give(administrator(bea));
        accounts.saveStates(List.of(accounts.byId(bea).orElseThrow().in(Account.State.SUSPENDED)));

        assertThat(giving.end(Actor.of(ada), ada, Duty.ADMINISTRATOR, WHOLE).refusal())
                .contains(Refusal.by(Refusal.Rule.LAST_ADMINISTRATOR));
        assertThat(giving.end(Actor.of(ada), bea, Duty.ADMINISTRATOR, WHOLE).refusal()).isEmpty();
    }

    @Test
    void a_duty_is_not_given_for_the_past_nor_to_nobody() {
        duties.give(administrator(ada));

        assertThat(
                        giving.give(
                                        Actor.of(ada),
                                        new DutyHeld(bea, Duty.AUDITOR, WHOLE, Optional.of(NOON)))
                                .refusal())
                .map(Refusal::rule)
                .contains(Refusal.Rule.END_IN_THE_PAST);
        assertThat(giving.give(Actor.of(ada), administrator(ids.person())).refusal())
                .map(Refusal::rule)
                .contains(Refusal.Rule.NOT_FOUND);
    }
}
