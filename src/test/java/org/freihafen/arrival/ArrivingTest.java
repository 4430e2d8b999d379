package org.freihafen.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Account.State;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.Username;
import org.freihafen.arrival.Activating.Choice;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Envelope;
import org.freihafen.mail.Template;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class ArrivingTest {
    private static final String GOOD = "vier Wörter ohne Sinn";
    private static final Optional<String> AT_HOME = Optional.of("rosa@example.org");

    private final Pier pier = new Pier();

    private static Choice choice(String login) {
        return new Choice(login, "Rosa", GOOD, "2");
    }

    private static Optional<Rule> refused(Answer answer) {
        return answer instanceof Answer.Refused(Refusal why)
                ? Optional.of(why.rule())
                : Optional.empty();
    }

    @Test
    void nobody_is_invited_until_the_member_office_lets_the_waves_go_and_after_it_stopped_them() {
        pier.joiner("rosa", AT_HOME);
        assertThat(pier.welcoming.inviteNext()).isZero();
        pier.welcoming.resume(pier.member);
        assertThat(pier.welcoming.inviteNext()).isOne();
        pier.joiner("karl", AT_HOME);
        pier.welcoming.pause(pier.member);
        assertThat(pier.welcoming.inviteNext()).isZero();
        assertThat(pier.post.letters(Template.INVITED)).hasSize(1);
    }

    @Test
    void an_hour_bears_only_so_many_and_nobody_is_invited_twice() {
        for (int i = 0; i < 7; i++) {
            pier.joiner("rosa" + i, AT_HOME);
        }
        PersonId paper = pier.joiner("karl", Optional.empty());
        pier.welcoming.resume(pier.member);

        assertThat(pier.welcoming.inviteNext()).isEqualTo(3);
        assertThat(pier.welcoming.inviteNext()).isZero();
        pier.now = pier.now.plus(Duration.ofHours(1));
        assertThat(pier.welcoming.inviteNext()).isEqualTo(3);
        pier.now = pier.now.plus(Duration.ofHours(1));
        assertThat(pier.welcoming.inviteNext()).isOne();
        pier.now = pier.now.plus(Duration.ofHours(1));
        assertThat(pier.welcoming.inviteNext()).isZero();

        assertThat(pier.post.letters(Template.INVITED).stream().map(l -> l.to()).distinct())
                .hasSize(7);
        assertThat(pier.welcoming.show(pier.member, Optional.empty(), 9).unreachable())
                .containsExactly(paper);
    }

    @Test
    void whoever_was_invited_chooses_and_can_be_reached_where_the_letter_went() {
        PersonId rosa = pier.joiner("rosa.weiss", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        Secret secret = pier.secretOfLatest();

        assertThat(pier.activating.holder(secret)).map(Account::id).contains(rosa);
        assertThat(pier.activating.activate(secret, choice("rosi")))
                .isEqualTo(new Answer.Done(rosa));

        Account account = pier.accounts.byId(rosa).orElseThrow();
        assertThat(account)
                .isEqualTo(new Account(rosa, new Username("rosi"), "Rosa", State.ACTIVE, false));
        assertThat(pier.passwords).containsEntry(rosa, GOOD);
        assertThat(pier.acceptances.of(rosa)).contains("2");
        assertThat(pier.post.confirmed.of(rosa)).isEqualTo(AT_HOME);
        assertThat(pier.accounts.taken(new Username("rosa.weiss"))).isTrue();
        assertThat(refused(pier.activating.activate(secret, choice("rosi2"))))
                .contains(Rule.LINK_CLOSED);
    }

    @Test
    void nothing_is_done_while_anything_chosen_is_refused() {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        pier.joiner("karl", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        Secret secret = pier.secretOfLatest();

        assertThat(refused(pier.activating.activate(secret, choice("karl"))))
                .contains(Rule.LOGIN_NOT_ALLOWED);
        assertThat(refused(pier.activating.activate(secret, choice("Vorstand"))))
                .contains(Rule.LOGIN_NOT_ALLOWED);
        assertThat(refused(pier.activating.activate(secret, choice("ä"))))
                .contains(Rule.LOGIN_NOT_ALLOWED);
        assertThat(refused(pier.activating.activate(secret, new Choice("rosa", " ", GOOD, "2"))))
                .contains(Rule.NAME_NOT_ALLOWED);
        assertThat(refused(pier.activating.activate(secret, new Choice("rosa", "R", "rosa", "2"))))
                .contains(Rule.PASSWORD_TOO_WEAK);
        assertThat(refused(pier.activating.activate(secret, new Choice("rosa", "R", GOOD, "1"))))
                .contains(Rule.NOTICE_NOT_ACCEPTED);

        assertThat(pier.passwords).isEmpty();
        assertThat(pier.accounts.byId(rosa)).map(Account::state).contains(State.INVITED);
        assertThat(pier.activating.activate(secret, choice("rosa")))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void an_invitation_closes_after_its_days_and_when_a_new_one_is_written() {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        Secret first = pier.secretOfLatest();
        pier.welcoming.invite(pier.member, rosa);
        Secret second = pier.secretOfLatest();

        assertThat(first).isNotEqualTo(second);
        assertThat(pier.activating.holder(first)).isEmpty();
        pier.now = pier.now.plus(Duration.ofDays(14));
        assertThat(pier.activating.holder(second)).isEmpty();
    }

    @Test
    void a_secret_is_kept_nowhere_but_in_the_letter_that_went_out() {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        Secret secret = pier.secretOfLatest();

        assertThat(pier.trail.entries().toString()).doesNotContain(secret.text());
        assertThat(pier.post.outbox.all().getFirst().letter().facts()).containsExactly("14");
    }

    @Test
    void only_the_member_office_invites() {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        Actor herself = Actor.of(rosa);
        assertThatThrownBy(() -> pier.welcoming.invite(herself, rosa)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> pier.welcoming.resume(herself)).isInstanceOf(Denied.class);
        assertThat(pier.post.outbox.all()).isEmpty();
    }

    @Test
    void who_forgot_a_password_gets_a_link_at_the_confirmed_address_only() {
        PersonId rosa = arrived("rosa");
        pier.joiner("karl", Optional.of("karl@example.org"));
        pier.post.delivered.clear();

        pier.forgotten.forgot("rosa", "192.0.2.1", Locale.ENGLISH);
        pier.forgotten.forgot("karl", "192.0.2.1", Locale.ENGLISH);
        pier.forgotten.forgot("nobody", "192.0.2.1", Locale.ENGLISH);
        pier.forgotten.forgot("rosa@example.org", "192.0.2.1", Locale.ENGLISH);
        pier.post.send();

        assertThat(pier.post.delivered)
                .extracting(Envelope::address)
                .containsExactly("rosa@example.org");
        assertThat(pier.post.delivered.getFirst().text()).startsWith("Hello Rosa,");
        assertThat(pier.links.find(pier.secretOfLatest().digest(), pier.now))
                .map(link -> link.person())
                .contains(rosa);
    }

    @Test
    void somebody_whose_account_rests_gets_a_link_and_somebody_suspended_none() {
        PersonId rosa = arrived("rosa");
        pier.accounts.saveStates(
                List.of(pier.accounts.byId(rosa).orElseThrow().in(Account.State.SUSPENDED)));
        pier.forgotten.forgot("rosa", "192.0.2.1", Locale.ENGLISH);
        assertThat(pier.post.letters(Template.PASSWORD_FORGOTTEN)).isEmpty();

        pier.accounts.saveStates(
                List.of(pier.accounts.byId(rosa).orElseThrow().in(Account.State.RESTING)));
        pier.forgotten.forgot("rosa", "192.0.2.1", Locale.ENGLISH);
        assertThat(pier.post.letters(Template.PASSWORD_FORGOTTEN)).hasSize(1);
    }

    @Test
    void whoever_asks_again_and_again_sends_nobody_a_flood() {
        arrived("rosa");
        for (int i = 0; i < 50; i++) {
            pier.forgotten.forgot("rosa", "192.0.2." + i, Locale.GERMAN);
        }
        assertThat(pier.post.letters(Template.PASSWORD_FORGOTTEN)).hasSizeBetween(1, 3);
    }

    @Test
    void a_new_version_of_the_notice_asks_whoever_accepted_another() {
        PersonId rosa = arrived("rosa");
        AcceptingNotice accepting =
                new AcceptingNotice(
                        pier.acceptances,
                        pier.accounts,
                        new Notice("3", pier.notice.texts()),
                        pier.trail,
                        pier.clock);

        assertThat(accepting.pending(rosa)).isTrue();
        assertThat(accepting.accept(rosa, "2").refusal())
                .map(Refusal::rule)
                .contains(Rule.NOTICE_NOT_ACCEPTED);
        assertThat(accepting.pending(rosa)).isTrue();
        assertThat(accepting.accept(rosa, "3").refusal()).isEmpty();
        assertThat(accepting.pending(rosa)).isFalse();
    }

    @Test
    void whoever_came_in_without_the_notice_is_asked_for_it_and_a_sandbox_login_is_not() {
        AcceptingNotice accepting =
                new AcceptingNotice(
                        pier.acceptances, pier.accounts, pier.notice, pier.trail, pier.clock);
        PersonId karl = pier.joiner("karl", AT_HOME);
        PersonId admin = pier.ids.person();
        pier.accounts.add(
                List.of(new Account(admin, new Username("admin"), "Ada", State.ACTIVE, true)));

        assertThat(accepting.pending(karl)).isTrue();
        assertThat(accepting.pending(admin)).isFalse();
        assertThat(accepting.accept(karl, pier.notice.version()).refusal()).isEmpty();
        assertThat(accepting.pending(karl)).isFalse();
    }

    @Test
    void whoever_left_while_they_were_choosing_does_not_come_in() {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        Secret secret = pier.secretOfLatest();
        Account chosen = pier.activating.holder(secret).orElseThrow();
        PasswordLink link = pier.links.find(secret.digest(), pier.clock.instant()).orElseThrow();
        pier.accounts.save(chosen.in(State.SUSPENDED));

        assertThat(pier.arriving.arrive(link, chosen, pier.notice.version()))
                .isEqualTo(new Answer.Refused(Refusal.by(Rule.LINK_CLOSED)));
        assertThat(pier.accounts.byId(rosa)).map(Account::state).contains(State.SUSPENDED);
    }

    private PersonId arrived(String login) {
        PersonId person = pier.joiner(login, AT_HOME);
        pier.welcoming.invite(pier.member, person);
        pier.activating.activate(pier.secretOfLatest(), choice(login));
        return person;
    }
}
