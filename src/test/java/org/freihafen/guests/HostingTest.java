package org.freihafen.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.guests.Hosting.Wish;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Template;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.Test;

import java.util.List;

class HostingTest {
    private final Quayside quayside = new Quayside();
    private final Hosting hosting = quayside.hosting;
    private final PersonId lea = quayside.harbour.lea;
    private final Unit umwelt = quayside.harbour.umwelt;

    private Guest invited(int days) {
        return switch (hosting.invite(as(lea), umwelt.id(), quayside.wish(days))) {
            case Decision.Done<Guest>(Guest guest) -> guest;
            case Decision.Refused<Guest>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().orElseThrow().rule();
    }

    @Test
    void whoever_leads_takes_in_a_guest_who_belongs_nowhere_and_gets_a_link() {
        Guest guest = invited(30);

        assertThat(guest.sponsor()).isEqualTo(lea);
        assertThat(quayside.harbour.people.byId(guest.person()).orElseThrow().status())
                .isEqualTo(Status.GUEST);
        assertThat(quayside.harbour.accounts.byId(guest.person()).orElseThrow())
                .satisfies(account -> {
                    assertThat(account.state()).isEqualTo(Account.State.INVITED);
                    assertThat(account.displayName()).isEqualTo("Gabi Gast");
                });
        assertThat(quayside.harbour.memberships.of(guest.person(), quayside.today)).isEmpty();
        assertThat(quayside.post.letters(Template.GUEST_INVITED))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.facts())
                                .containsExactly("14", "AG Umwelt", "Satz des Programms"));
        assertThat(hosting.list(as(lea), umwelt.id())).containsExactly(guest);
    }

    @Test
    void nobody_else_takes_in_sees_keeps_or_ends_guests() {
        Guest guest = invited(30);
        PersonId max = quayside.harbour.max;
        PersonId dan = quayside.harbour.dan;

        assertThatThrownBy(() -> hosting.invite(as(max), umwelt.id(), quayside.wish(1)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> hosting.list(as(max), umwelt.id())).isInstanceOf(Denied.class);
        assertThat(rule(hosting.renew(as(dan), guest.person(), quayside.today)))
                .isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(hosting.end(as(max), guest.person()))).isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(hosting.end(as(lea), dan))).isEqualTo(Rule.NOT_FOUND);
    }

    @Test
    void a_guest_has_a_name_an_address_a_purpose_and_an_end_within_a_year() {
        assertThat(rule(wish("", "a@example.org", "Satz", 1))).isEqualTo(Rule.NAME_NOT_ALLOWED);
        assertThat(rule(wish("Gabi", "no address", "Satz", 1))).isEqualTo(Rule.ADDRESS_NOT_ALLOWED);
        assertThat(rule(wish("Gabi", "a@example.org", " ", 1))).isEqualTo(Rule.REASON_NEEDED);
        assertThat(rule(wish("Gabi", "a@example.org", "Satz", -1))).isEqualTo(Rule.END_IN_THE_PAST);
        assertThat(rule(wish("Gabi", "a@example.org", "Satz", 366))).isEqualTo(Rule.GUEST_TOO_LONG);
        assertThat(wish("Gabi", "a@example.org", "Satz", 365).refusal()).isEmpty();
    }

    private Decision<Guest> wish(String name, String address, String purpose, int days) {
        return hosting.invite(
                as(lea),
                umwelt.id(),
                new Wish(name, address, purpose, quayside.today.plusDays(days)));
    }

    @Test
    void so_many_a_day_and_no_more() {
        invited(1);
        invited(1);
        invited(1);

        assertThat(rule(hosting.invite(as(lea), umwelt.id(), quayside.wish(1))))
                .isEqualTo(Rule.TOO_MANY_TODAY);
    }

    @Test
    void both_are_reminded_once_and_after_its_last_day_the_stay_ends() {
        Guest guest = invited(30);
        quayside.today = guest.until().minusDays(15);
        assertThat(quayside.look()).isZero();
        assertThat(quayside.post.letters(Template.GUEST_ENDS)).isEmpty();

        quayside.today = guest.until().minusDays(14);
        quayside.look();
        quayside.look();

        assertThat(quayside.post.letters(Template.GUEST_ENDS))
                .extracting(Letter::to)
                .containsExactly(new Addressee.ToPerson(guest.person()));
        assertThat(quayside.post.letters(Template.GUEST_LEAVES))
                .extracting(Letter::to)
                .containsExactly(new Addressee.ToPerson(lea));
        quayside.today = guest.until();
        assertThat(quayside.look()).isZero();
        quayside.today = guest.until().plusDays(1);
        assertThat(quayside.look()).isOne();
        assertThat(gone(guest)).isTrue();
        assertThat(quayside.look()).isZero();
    }

    @Test
    void letters_call_a_discreet_unit_by_the_name_that_it_has_for_others() {
        Unit still = quayside.harbour.discreet("ag-still", "AG Still");
        quayside.harbour.belong(lea, still, Role.LEAD);
        Decision<Guest> invited = hosting.invite(as(lea), still.id(), quayside.wish(10));
        assertThat(invited.refusal()).isEmpty();
        quayside.look();

        assertThat(quayside.post.letters(_ -> true))
                .hasSize(3)
                .allSatisfy(letter ->
                        assertThat(letter.facts())
                                .contains(still.outwardName())
                                .doesNotContain("AG Still"));
    }

    @Test
    void a_stay_that_is_renewed_before_it_is_ended_goes_on() {
        Guest guest = invited(30);
        quayside.today = guest.until().plusDays(1);
        List<PersonId> due = quayside.ending.due();
        hosting.renew(as(lea), guest.person(), quayside.today.plusDays(60));

        assertThat(due.stream().filter(quayside.ending::look)).isEmpty();

        assertThat(gone(guest)).isFalse();
    }

    private boolean gone(Guest guest) {
        return quayside.guests.byId(guest.person()).isEmpty()
                && quayside.harbour.accounts.byId(guest.person()).orElseThrow().state()
                        == Account.State.SUSPENDED
                && quayside.harbour.people.byId(guest.person()).orElseThrow().status()
                        == Status.LEFT
                && quayside.harbour.memberships.of(guest.person(), quayside.today).isEmpty();
    }

    @Test
    void a_renewed_stay_goes_on_and_is_reminded_of_anew() {
        Guest guest = invited(30);
        quayside.today = guest.until();
        quayside.look();

        Decision<Guest> renewed =
                hosting.renew(as(lea), guest.person(), quayside.today.plusDays(60));
        assertThat(renewed.refusal()).isEmpty();
        quayside.today = quayside.today.plusDays(50);
        quayside.look();

        assertThat(quayside.guests.byId(guest.person())).isPresent();
        assertThat(quayside.post.letters(Template.GUEST_ENDS)).hasSize(2);
    }

    @Test
    void a_stay_ends_at_once_by_its_host_and_with_its_unit() {
        Guest one = invited(30);
        Guest other = invited(30);
        quayside.harbour.belong(one.person(), quayside.harbour.digital, Role.MEMBER);

        hosting.end(as(lea), one.person());
        assertThat(gone(one)).isTrue();
        assertThat(gone(other)).isFalse();
        quayside.harbour.units.save(umwelt.end());
        assertThat(quayside.look()).isOne();
        assertThat(gone(other)).isTrue();
    }
}
