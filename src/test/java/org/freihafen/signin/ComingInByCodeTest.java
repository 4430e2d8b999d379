package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Refusal;
import org.freihafen.access.Standings;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ComingInByCodeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Username ADA = new Username("ada");

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final InMemoryOneTimeCodes codes = new InMemoryOneTimeCodes();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryDuties duties = new InMemoryDuties();
    private final InMemoryTrail trail = new InMemoryTrail(clock);
    private final SettingUp settingUp =
            new SettingUp(
                    codes,
                    new InMemoryPeople(),
                    accounts,
                    duties,
                    trail,
                    new Asleep(),
                    new Ids(clock, new Random(1)),
                    new SecureRandom(),
                    clock);
    private final HostGrant host = new HostGrant(codes, accounts, duties, trail, clock);

    private static final class Asleep implements Wake {
        @Override
        public void touched(Touched touched) {}

        @Override
        public void everything() {}
    }

    private PersonId ada() {
        Secret code = settingUp.open().orElseThrow();
        return switch (settingUp.redeem(code, ADA, "Ada")) {
            case Decision.Done<PersonId>(PersonId person) -> person;
            case Decision.Refused<PersonId>(Refusal why) -> throw new AssertionError(why);
        };
    }

    @Test
    void the_set_up_code_makes_one_administrator_and_then_none() {
        Secret code = settingUp.open().orElseThrow();
        settingUp.redeem(code, ADA, "Ada");

        assertThat(duties.all())
                .extracting(DutyHeld::duty, DutyHeld::in, DutyHeld::until)
                .containsExactly(tuple(Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));
        assertThat(settingUp.redeem(code, new Username("eve"), "Eve").refusal())
                .map(Refusal::rule)
                .contains(Refusal.Rule.LINK_CLOSED);
        assertThat(settingUp.open()).isEmpty();
        assertThat(trail.entries())
                .extracting(AuditEntry::what)
                .containsExactly("administrator.set-up");
    }

    @Test
    void the_first_administrator_is_named_by_the_rules_that_hold_for_all() {
        Secret code = settingUp.open().orElseThrow();

        assertThat(settingUp.redeem(code, new Username("root"), "Ada").refusal())
                .map(Refusal::rule)
                .contains(Refusal.Rule.LOGIN_NOT_ALLOWED);
        for (String name : List.of("", "  ", "Ada\u202e", "Vorstand", "x".repeat(61))) {
            assertThat(settingUp.redeem(code, ADA, name).refusal())
                    .map(Refusal::rule)
                    .contains(Refusal.Rule.NAME_NOT_ALLOWED);
        }
        assertThat(settingUp.redeem(code, ADA, " Ada  Adler ").refusal()).isEmpty();
        assertThat(accounts.byUsername(ADA))
                .hasValueSatisfying(ada -> assertThat(ada.displayName()).isEqualTo("Ada Adler"));
    }

    @Test
    void a_new_start_closes_the_set_up_code_before() {
        Secret old = settingUp.open().orElseThrow();
        Secret fresh = settingUp.open().orElseThrow();

        assertThat(settingUp.redeem(old, ADA, "Ada").refusal()).isPresent();
        assertThat(settingUp.redeem(fresh, ADA, "Ada").refusal()).isEmpty();
    }

    @Test
    void the_host_makes_somebody_an_administrator_for_a_day() {
        PersonId ada = ada();
        duties.end(
                new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()),
                NOON);
        Secret secret = Secret.fresh(new SecureRandom());
        host.open(ADA, secret.digest(), "the directory is down");

        assertThat(host.redeem(secret).refusal()).isEmpty();
        assertThat(duties.of(ada))
                .extracting(DutyHeld::until)
                .containsExactly(Optional.of(NOON.plus(Duration.ofDays(1))));
        assertThat(host.redeem(secret).refusal()).isPresent();
        assertThat(trail.entries())
                .extracting(AuditEntry::what)
                .contains("administrator.code-opened", "administrator.granted");
    }

    @Test
    void an_administrator_for_good_stays_one() {
        PersonId ada = ada();
        Secret secret = Secret.fresh(new SecureRandom());
        host.open(ADA, secret.digest(), "");
        host.redeem(secret);

        assertThat(duties.of(ada)).extracting(DutyHeld::until).containsExactly(Optional.empty());
    }

    @Test
    void an_administrator_for_a_month_stays_one_for_a_month() {
        PersonId ada = ada();
        DutyHeld forGood =
                new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty());
        Optional<Instant> month = Optional.of(NOON.plus(Duration.ofDays(30)));
        duties.end(forGood, NOON);
        duties.give(new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, month));
        Secret secret = Secret.fresh(new SecureRandom());
        host.open(ADA, secret.digest(), "");
        host.redeem(secret);

        assertThat(duties.of(ada)).extracting(DutyHeld::until).containsExactly(month);
    }

    @Test
    void the_host_names_only_accounts_that_are_there() {
        assertThat(host.open(ADA, "digest", "").refusal())
                .map(Refusal::rule)
                .contains(Refusal.Rule.NOT_FOUND);
    }
}
