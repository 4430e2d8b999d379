package org.freihafen.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.RecordingWake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class NamingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PersonId ROSA = new PersonId(new UUID(7, 1));
    private static final PersonId KARL = new PersonId(new UUID(7, 2));
    private static final PersonId OFFICE = new PersonId(new UUID(7, 3));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryTrail trail = new InMemoryTrail(CLOCK);
    private final Naming naming =
            new Naming(new Access(new Desk()), accounts, trail, new RecordingWake(), CLOCK);

    NamingTest() {
        accounts.add(
                List.of(
                        new Account(
                                ROSA, new Username("rosa"), "Rosa", Account.State.ACTIVE, false),
                        new Account(
                                KARL, new Username("karl"), "Karl", Account.State.ACTIVE, false)));
    }

    @Test
    void somebody_chooses_another_login_and_the_old_one_is_never_given_again() {
        assertThat(naming.login(Actor.of(ROSA), ROSA, "Rosa.Weiss").refusal()).isEmpty();

        assertThat(accounts.byUsername(new Username("rosa.weiss"))).map(Account::id).contains(ROSA);
        assertThat(naming.login(Actor.of(KARL), KARL, "rosa").refusal())
                .map(Refusal::rule)
                .contains(Rule.LOGIN_NOT_ALLOWED);
        assertThat(trail.entries())
                .extracting(AuditEntry::what)
                .containsExactly("account.login-changed", "account.login-refused");
    }

    @Test
    void the_same_login_again_is_no_change() {
        assertThat(naming.login(Actor.of(ROSA), ROSA, "rosa").refusal()).isEmpty();
        assertThat(trail.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r",
                "1rosa",
                "rosa weiss",
                "rosa@example.org",
                "admin",
                "Root",
                "röschen"
            })
    void a_login_that_is_no_login_is_refused(String wished) {
        assertThat(naming.login(Actor.of(ROSA), ROSA, wished).refusal())
                .map(Refusal::rule)
                .contains(Rule.LOGIN_NOT_ALLOWED);
    }

    @Test
    void only_the_member_office_changes_anothers_login() {
        assertThatThrownBy(() -> naming.login(Actor.of(KARL), ROSA, "trottel"))
                .isInstanceOf(Denied.class);
        assertThat(naming.login(Actor.of(OFFICE), ROSA, "rosa2").refusal()).isEmpty();
    }

    @Test
    void somebody_who_tries_many_logins_a_day_is_stopped_whether_they_were_taken_or_free() {
        for (String wished : List.of("karl", "rosa1", "karl", "rosa2", "karl")) {
            naming.login(Actor.of(ROSA), ROSA, wished);
        }

        for (String wished : List.of("karl", "free")) {
            assertThat(naming.login(Actor.of(ROSA), ROSA, wished).refusal())
                    .contains(Refusal.by(Rule.TOO_MANY_TODAY, "5"));
        }
        assertThat(naming.login(Actor.of(KARL), KARL, "karl1").refusal()).isEmpty();
        assertThat(naming.login(Actor.of(OFFICE), ROSA, "rosa3").refusal()).isEmpty();
    }

    @Test
    void nobody_changes_anothers_display_name() {
        assertThat(naming.displayName(Actor.of(OFFICE), ROSA, "Rosi").refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
        assertThat(naming.displayName(Actor.of(ROSA), ROSA, "  Rosi   Weiß ").refusal()).isEmpty();
        assertThat(accounts.byId(ROSA)).map(Account::displayName).contains("Rosi Weiß");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Vorstand", "ADMIN", "a\u202Eb", "...", "\u0007Rosa"})
    void a_display_name_that_hides_or_pretends_is_refused(String wished) {
        assertThat(naming.displayName(Actor.of(ROSA), ROSA, wished).refusal())
                .map(Refusal::rule)
                .contains(Rule.NAME_NOT_ALLOWED);
    }

    @Property
    void no_name_makes_it_fail(@ForAll String wished) {
        Optional<Refusal> login = naming.login(Actor.of(ROSA), ROSA, wished).refusal();
        Optional<Refusal> display = naming.displayName(Actor.of(ROSA), ROSA, wished).refusal();

        assertThat(login)
                .map(Refusal::rule)
                .isIn(
                        Optional.empty(),
                        Optional.of(Rule.LOGIN_NOT_ALLOWED),
                        Optional.of(Rule.TOO_MANY_TODAY));
        assertThat(display)
                .map(Refusal::rule)
                .isIn(Optional.empty(), Optional.of(Rule.NAME_NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kurz", "neunlang!", "rosa.weiss-lang", "aaaaaaaaaaaa", "abababababab"})
    void weak_passwords_are_refused(String password) {
        assertThat(LoginRule.checkPassword(password, new Username("rosa.weiss-lang")))
                .map(Refusal::rule)
                .contains(Rule.PASSWORD_TOO_WEAK);
    }

    @Test
    void a_long_password_is_fine() {
        assertThat(LoginRule.checkPassword("vier Wörter ohne Sinn", new Username("rosa")))
                .isEmpty();
    }

    private static final class Desk implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return person.equals(OFFICE)
                    ? Set.of(Standing.ANYONE, Standing.MEMBER_OFFICE)
                    : Set.of(Standing.ANYONE);
        }

        @Override
        public UnitId root() {
            return FEDERATION;
        }
    }
}
