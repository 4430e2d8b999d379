package org.freihafen.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee.Desk;
import org.freihafen.mail.Posted.Stage;
import org.freihafen.mail.Posted.Trouble;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

class SendingTest {
    private static final PersonId ROSA = new PersonId(new UUID(7, 1));

    private final Ticking clock = new Ticking(Instant.parse("2026-10-01T12:00:00Z"));
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final Post post = new Post(people, accounts, new Ids(clock, new Random(1)), clock);

    SendingTest() {
        people.add(person("rosa@example.org"));
        accounts.add(
                List.of(
                        new Account(
                                ROSA,
                                new Username("rosa"),
                                "Rosa W.",
                                Account.State.ACTIVE,
                                false)));
    }

    private static Person person(String email) {
        return new Person(
                ROSA,
                Optional.empty(),
                "Rosa",
                "Weiß",
                Optional.of(email),
                Status.MEMBER,
                Optional.empty(),
                Optional.empty(),
                Person.Dues.NONE,
                Origin.REGISTER);
    }

    private Posted only() {
        return post.outbox.all().getFirst();
    }

    @Test
    void a_letter_goes_out_once_to_where_the_person_is_reached() {
        post.mailing.tell(ROSA, Template.TRIAL);
        assertThat(post.rung()).isOne();

        assertThat(post.send()).isZero();
        assertThat(post.send()).isZero();

        assertThat(post.delivered).hasSize(1);
        Envelope letter = post.delivered.getFirst();
        assertThat(letter.address()).isEqualTo("rosa@example.org");
        assertThat(letter.text()).startsWith("Guten Tag Rosa W.,\n\n");
        assertThat(only().stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void many_letters_go_out_in_the_order_in_which_they_were_put_down() {
        for (int i = 0; i < 120; i++) {
            post.mailing.tell(ROSA, Template.TRIAL);
        }

        post.send();

        assertThat(post.delivered).hasSize(120);
        assertThat(post.delivered).extracting(Envelope::id).isSorted();
    }

    @Test
    void what_the_mail_server_puts_off_is_tried_later_and_later_and_then_given_up() {
        post.mailing.tell(ROSA, Template.TRIAL);
        Sending refusing =
                post.sending(_ -> {
                    throw new Postman.Undelivered(Trouble.PUT_OFF);
                });
        Duration waited = Duration.ZERO;
        int attempts = 0;
        while (only().stage() == Stage.WAITING) {
            assertThat(attempts++).isLessThan(9);
            clock.now = only().next();
            refusing.send();
            Duration pause = Duration.between(clock.now, only().next());
            assertThat(pause.isZero() || pause.compareTo(waited) > 0).isTrue();
            waited = pause;
        }
        assertThat(attempts).isEqualTo(8);
        assertThat(only().trouble()).contains(Trouble.PUT_OFF);
        assertThat(post.send()).isZero();
        assertThat(post.delivered).isEmpty();
    }

    @Test
    void what_can_never_arrive_fails_at_once_and_keeps_nobody_waiting() {
        post.mailing.tell(new Addressee.ToDesk(Desk.ADMINISTRATORS), Template.TRIAL);
        post.mailing.tell(
                new Addressee.ToAddress(ROSA, "rosa@example.org\r\nBcc: all@example.org"),
                Template.TRIAL);
        post.mailing.tell(new Addressee.ToDesk(Desk.MEMBER_OFFICE), Template.TRIAL);

        assertThat(post.send()).isEqualTo(2);

        assertThat(post.outbox.all())
                .extracting(Posted::stage)
                .containsExactly(Stage.FAILED, Stage.FAILED, Stage.SENT);
        assertThat(post.outbox.all())
                .extracting(Posted::trouble)
                .containsExactly(
                        Optional.of(Trouble.NO_ADDRESS),
                        Optional.of(Trouble.BAD_ADDRESS),
                        Optional.empty());
        assertThat(post.delivered)
                .extracting(Envelope::address)
                .containsExactly("office@example.org");
    }

    @Test
    void
            a_crash_before_or_after_the_mail_server_took_it_loses_no_letter_and_says_that_it_may_come_twice() {
        for (boolean taken : List.of(false, true)) {
            post.delivered.clear();
            post.mailing.tell(ROSA, Template.TRIAL);
            Sending crashing =
                    post.sending(envelope -> {
                        if (taken) {
                            post.delivered.add(envelope);
                        }
                        throw new Stopped();
                    });
            assertThatThrownBy(crashing::send).isInstanceOf(Stopped.class);
            assertThat(post.send()).isZero();

            post.sending(post.delivered::add).takeUp();
            post.send();

            assertThat(post.delivered).hasSize(taken ? 2 : 1);
            assertThat(post.delivered.stream().map(Envelope::id).distinct()).hasSize(1);
            assertThat(post.delivered.getLast().text()).contains("zum zweiten Mal");
            assertThat(post.outbox.all()).last().matches(Posted::twice);
        }
    }

    /** Nothing after it is done, as after {@code kill -9}. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Ticking extends Clock {
        private Instant now;

        private Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
