package org.freihafen.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.accounts.Account.State;
import org.freihafen.guests.Guest;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link Uses} keeps. */
public abstract class UsesContract {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    protected abstract Uses uses();

    protected abstract Accounts accounts();

    protected abstract People people();

    protected abstract Guests guests();

    protected abstract RecoveryAddresses addresses();

    /** Somebody without an address. */
    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    private PersonId holder(String login, State state, boolean sandbox) {
        PersonId person = unreached(login, state, sandbox);
        addresses().confirm(person, login + "@example.org", Instant.EPOCH);
        return person;
    }

    private PersonId unreached(String login, State state, boolean sandbox) {
        PersonId person = somebody();
        accounts().add(List.of(new Account(person, new Username(login), login, state, sandbox)));
        return person;
    }

    private Optional<LocalDate> last(PersonId person) {
        return uses().lock(person).flatMap(Use::last);
    }

    @Test
    void the_later_of_both_ways_in_counts_and_only_where_the_directory_tells() {
        PersonId rosa = holder("rosa", State.ACTIVE, false);
        assertThat(uses().lock(rosa)).isEmpty();

        uses().came(rosa, MAY.plusDays(3));
        assertThat(last(rosa)).isEmpty();
        uses().bound(Map.of(rosa, MAY));
        assertThat(last(rosa)).contains(MAY.plusDays(3));
        uses().bound(Map.of(rosa, MAY.plusDays(9)));
        assertThat(last(rosa)).contains(MAY.plusDays(9));
    }

    @Test
    void only_active_accounts_of_which_the_directory_tells_are_known() {
        PersonId active = holder("rosa", State.ACTIVE, false);
        PersonId unheard = holder("karl", State.ACTIVE, false);
        PersonId invited = holder("eva", State.INVITED, false);
        PersonId resting = holder("max", State.RESTING, false);
        PersonId sandbox = holder("admin", State.ACTIVE, true);
        uses().came(unheard, MAY);
        uses().bound(Map.of(active, MAY, invited, MAY, resting, MAY, sandbox, MAY));

        assertThat(uses().known()).extracting(Use::person).containsExactly(active);
    }

    @Test
    void guests_and_people_without_any_address_are_left_out() {
        PersonId confirmed = holder("rosa", State.ACTIVE, false);
        PersonId written = unreached("karl", State.ACTIVE, false);
        people().save(List.of(withAddress(people().byId(written).orElseThrow())));
        PersonId silent = unreached("eva", State.ACTIVE, false);
        PersonId guest = holder("gabi", State.ACTIVE, false);
        guests().add(new Guest(guest, someUnit(), confirmed, "Satz", MAY, false));
        uses().bound(Map.of(confirmed, MAY, written, MAY, silent, MAY, guest, MAY));

        assertThat(uses().known()).extracting(Use::person).containsExactly(confirmed, written);

        guests().end(guest);
        assertThat(uses().known())
                .extracting(Use::person)
                .containsExactly(confirmed, written, guest);
    }

    private static Person withAddress(Person person) {
        return new Person(
                person.id(),
                person.number(),
                person.givenName(),
                person.familyName(),
                Optional.of("karl@example.org"),
                person.status(),
                person.joined(),
                person.left(),
                person.dues(),
                person.origin());
    }

    @Test
    void whoever_uses_it_after_being_told_is_no_longer_told() {
        PersonId rosa = holder("rosa", State.ACTIVE, false);
        uses().bound(Map.of(rosa, MAY));
        uses().told(rosa, MAY.plusDays(200));
        uses().bound(Map.of(rosa, MAY));
        assertThat(uses().lock(rosa).flatMap(Use::told)).contains(MAY.plusDays(200));

        uses().came(rosa, MAY.plusDays(200));
        assertThat(uses().lock(rosa).flatMap(Use::told)).isEmpty();
        uses().told(rosa, MAY.plusDays(500));
        uses().bound(Map.of(rosa, MAY.plusDays(501)));
        assertThat(uses().lock(rosa).flatMap(Use::told)).isEmpty();
    }

    @Test
    void whom_the_directory_tells_no_longer_of_is_not_known_and_no_day_goes_back() {
        PersonId rosa = holder("rosa", State.ACTIVE, false);
        PersonId karl = holder("karl", State.ACTIVE, false);
        uses().bound(Map.of(rosa, MAY, karl, MAY));
        uses().bound(Map.of(rosa, MAY.minusDays(9)));

        assertThat(uses().known()).extracting(Use::person).containsExactly(rosa);
        assertThat(last(rosa)).contains(MAY);
    }

    @Test
    void whoever_was_suspended_is_no_longer_told() {
        PersonId rosa = holder("rosa", State.ACTIVE, false);
        uses().bound(Map.of(rosa, MAY));
        uses().told(rosa, MAY.plusDays(200));
        accounts().saveStates(List.of(accounts().byId(rosa).orElseThrow().in(State.SUSPENDED)));
        uses().bound(Map.of(rosa, MAY));

        assertThat(uses().lock(rosa).flatMap(Use::told)).isEmpty();
    }

    @Test
    void of_whom_nothing_is_known_nothing_is_kept() {
        PersonId stranger = somebody();
        uses().came(stranger, MAY);
        uses().bound(Map.of(stranger, MAY));

        assertThat(uses().lock(stranger)).isEmpty();
        assertThatThrownBy(() -> uses().told(stranger, MAY))
                .isInstanceOf(IllegalStateException.class);
    }
}
