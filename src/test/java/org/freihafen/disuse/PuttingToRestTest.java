package org.freihafen.disuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account.State;
import org.freihafen.audit.AuditEntry;
import org.freihafen.governance.Harbour;
import org.freihafen.guests.Guest;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Template;
import org.freihafen.membership.Person;
import org.freihafen.reconcile.TargetUnavailable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** From the last use of an account to its rest, and back. */
class PuttingToRestTest {
    private static final Actor HOST = new Actor.Host();

    private final Quiet quiet = new Quiet();
    private final PersonId max = quiet.harbour.max;

    private void bindsToday(PersonId... people) {
        for (PersonId person : people) {
            quiet.bound(person, quiet.harbour.today);
        }
    }

    private List<String> trail() {
        return quiet.harbour.trail.entries().stream().map(AuditEntry::what).toList();
    }

    @Test
    void who_goes_on_not_to_use_it_is_told_once_and_rests_a_month_later() throws Exception {
        bindsToday(max);
        quiet.look(179);
        assertThat(quiet.letters(Template.UNUSED)).isEmpty();

        quiet.look(180);
        quiet.look(181);
        assertThat(quiet.letters(Template.UNUSED))
                .singleElement()
                .satisfies(letter -> assertThat(letter.facts()).containsExactly("30"));
        assertThat(quiet.shown().told())
                .extracting(PuttingToRest.Upcoming::rests)
                .containsExactly(quiet.harbour.today.plusDays(210));
        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);

        quiet.look(210);
        quiet.look(211);
        assertThat(quiet.state(max)).isEqualTo(State.RESTING);
        assertThat(quiet.letters(Template.UNUSED_RESTS)).hasSize(1);
        assertThat(trail()).containsOnlyOnce("account.unused", "account.rested");
        assertThat(quiet.shown().resting()).containsExactly(max);
    }

    @Test
    void coming_in_here_or_binding_after_the_letter_keeps_it() throws Exception {
        bindsToday(max, quiet.harbour.dan);
        quiet.look(180);
        quiet.uses.came(max, quiet.today().plusDays(1));
        quiet.bound(quiet.harbour.dan, quiet.today().plusDays(1));

        quiet.look(300);

        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);
        assertThat(quiet.state(quiet.harbour.dan)).isEqualTo(State.ACTIVE);
        assertThat(quiet.letters(Template.UNUSED)).hasSize(2);
        assertThat(quiet.shown().told()).isEmpty();
    }

    @Test
    void of_whom_the_directory_tells_nothing_is_left_alone_for_ever() throws Exception {
        quiet.uses.came(max, quiet.today());
        quiet.look(900);
        quiet.look(1900);

        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);
        assertThat(quiet.letters(Template.UNUSED)).isEmpty();
    }

    @Test
    void a_directory_that_keeps_no_binds_is_not_asked() throws Exception {
        quiet.kept = false;
        bindsToday(max);
        quiet.look(900);

        assertThat(quiet.shown().known()).isZero();
    }

    @Test
    void guests_those_without_an_address_and_the_last_administrator_are_left_alone()
            throws Exception {
        Harbour harbour = quiet.harbour;
        bindsToday(harbour.lea, harbour.dan, max);
        harbour.guests.add(
                new Guest(
                        harbour.lea,
                        harbour.umwelt.id(),
                        harbour.dan,
                        "Gutachten",
                        harbour.today.plusYears(9),
                        false));
        Person dan = harbour.people.byId(harbour.dan).orElseThrow();
        harbour.people.save(withoutAddress(dan));
        harbour.duties.give(
                new DutyHeld(max, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));

        quiet.look(200);
        quiet.look(300);

        assertThat(quiet.letters(Template.UNUSED)).isEmpty();
        assertThat(quiet.shown().resting()).isEmpty();
    }

    private static Person withoutAddress(Person person) {
        return new Person(
                person.id(),
                person.number(),
                person.givenName(),
                person.familyName(),
                Optional.empty(),
                person.status(),
                person.joined(),
                person.left(),
                person.dues(),
                person.origin());
    }

    @Test
    void more_at_once_than_usual_wait_for_the_member_office() throws Exception {
        quiet.limit(1);
        bindsToday(max, quiet.harbour.dan);
        quiet.look(180);
        quiet.look(210);
        assertThat(quiet.shown().held().loss()).isPresent();
        assertThat(quiet.shown().held().due()).isEqualTo(2);
        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);
        String hash = quiet.shown().held().hash();

        assertThat(quiet.putting().approve(HOST, "another").refusal())
                .map(Refusal::rule)
                .contains(Rule.CHANGED_SINCE_SHOWN);
        assertThat(quiet.putting().approve(HOST, hash).refusal()).isEmpty();

        assertThat(quiet.state(max)).isEqualTo(State.RESTING);
        assertThat(quiet.state(quiet.harbour.dan)).isEqualTo(State.RESTING);
        assertThat(trail()).containsOnlyOnce("unused.approved");
    }

    @Test
    void nobody_is_approved_while_the_directory_does_not_tell_who_came_meanwhile()
            throws Exception {
        quiet.limit(0);
        bindsToday(max);
        quiet.look(180);
        quiet.look(210);
        String hash = quiet.shown().held().hash();

        quiet.unavailable = true;
        assertThatThrownBy(() -> quiet.look(211)).isInstanceOf(TargetUnavailable.class);
        assertThat(quiet.putting().approve(HOST, hash).refusal())
                .map(Refusal::rule)
                .contains(Rule.DIRECTORY_NOT_READ);
        quiet.unavailable = false;
        quiet.look(211);
        quiet.restart();
        assertThat(quiet.putting().approve(HOST, hash).refusal())
                .map(Refusal::rule)
                .contains(Rule.DIRECTORY_NOT_READ);
        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);

        quiet.look(211);
        assertThat(quiet.putting().approve(HOST, hash).refusal()).isEmpty();
        assertThat(quiet.state(max)).isEqualTo(State.RESTING);
    }

    @Test
    void whoever_became_a_guest_after_the_letter_is_no_longer_among_those_who_are_due()
            throws Exception {
        quiet.limit(0);
        bindsToday(max);
        quiet.look(180);
        quiet.look(210);
        assertThat(quiet.shown().held().due()).isOne();

        Harbour harbour = quiet.harbour;
        harbour.guests.add(
                new Guest(
                        max,
                        harbour.umwelt.id(),
                        harbour.dan,
                        "Gutachten",
                        harbour.today.plusYears(9),
                        false));

        assertThat(quiet.shown().held().due()).isZero();
        assertThat(quiet.shown().held().loss()).isEmpty();
        assertThat(quiet.shown().told()).isEmpty();
    }

    @Test
    void in_read_only_mode_nothing_happens() throws Exception {
        quiet.readOnly = true;
        bindsToday(max);
        quiet.look(180);
        quiet.look(400);

        assertThat(quiet.letters(Template.UNUSED)).isEmpty();
        assertThat(quiet.putting().approve(HOST, quiet.shown().held().hash()).refusal())
                .map(Refusal::rule)
                .contains(Rule.READ_ONLY);
    }

    @Test
    void the_member_office_brings_somebody_back_who_is_not_told_again_at_once() throws Exception {
        bindsToday(max);
        quiet.look(180);
        quiet.look(210);

        assertThat(quiet.putting().bringBack(HOST, max).refusal()).isEmpty();
        quiet.look(211);

        assertThat(quiet.state(max)).isEqualTo(State.ACTIVE);
        assertThat(quiet.shown().told()).isEmpty();
        assertThat(trail()).containsOnlyOnce("account.brought-back");
        assertThat(quiet.putting().bringBack(HOST, max).refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void only_the_member_office_looks_and_decides() {
        Actor lea = Harbour.as(quiet.harbour.lea);

        assertThatThrownBy(() -> quiet.putting().show(lea)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> quiet.putting().approve(lea, "")).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> quiet.putting().bringBack(lea, max)).isInstanceOf(Denied.class);
    }
}
