package org.freihafen.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Account.State;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Username;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.recovery.AddressClaim.Stage;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every {@link AddressClaims} keeps. */
public abstract class AddressClaimsContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    protected abstract AddressClaims claims();

    protected abstract People people();

    protected abstract Accounts accounts();

    protected abstract RecoveryAddresses addresses();

    private PersonId member(int n, Optional<String> email, State state) {
        PersonId id = new PersonId(new UUID(11, n));
        people().add(
                        new Person(
                                id,
                                Optional.empty(),
                                "Rosa",
                                "Weiß",
                                email,
                                Status.MEMBER,
                                Optional.empty(),
                                Optional.empty(),
                                Person.Dues.NONE,
                                Origin.REGISTER));
        accounts().add(List.of(new Account(id, new Username("rosa" + n), "Rosa", state, false)));
        return id;
    }

    private static AddressClaim claim(int n, PersonId person, String address, Instant made) {
        return new AddressClaim(
                new UUID(12, n),
                person,
                address,
                "digest-" + n,
                made,
                made.plusSeconds(9),
                Stage.SENT);
    }

    @Test
    void whoever_is_in_and_has_a_new_address_is_asked_once_about_each() {
        PersonId rosa = member(1, Optional.of("neu@example.org"), State.ACTIVE);
        PersonId first = member(2, Optional.of("erste@example.org"), State.ACTIVE);
        member(3, Optional.of("noch@example.org"), State.INVITED);
        member(4, Optional.of("weg@example.org"), State.SUSPENDED);
        member(5, Optional.empty(), State.ACTIVE);
        PersonId same = member(6, Optional.of("gleich@example.org"), State.ACTIVE);
        addresses().confirm(rosa, "alt@example.org", NOON);
        addresses().confirm(same, "Gleich@example.org", NOON);

        assertThat(claims().unasked(9)).containsExactly(rosa, first);
        assertThat(claims().unasked(1)).containsExactly(rosa);
        claims().add(claim(1, rosa, "Neu@example.org", NOON));
        assertThat(claims().unasked(9)).containsExactly(first);
        claims().add(claim(2, rosa, "andere@example.org", NOON));
        assertThat(claims().unasked(9)).containsExactly(rosa, first);
    }

    @Test
    void the_latest_claim_of_a_person_takes_the_place_of_the_one_before() {
        PersonId rosa = member(1, Optional.empty(), State.ACTIVE);
        AddressClaim old = claim(1, rosa, "a@example.org", NOON);
        AddressClaim now = claim(2, rosa, "b@example.org", NOON);
        claims().add(old);
        claims().add(now);

        assertThat(claims().byId(old.id())).isEmpty();
        assertThat(claims().lock(old.id())).isEmpty();
        assertThat(claims().lock(now.id())).contains(now);
        assertThat(claims().byDigest("digest-1")).isEmpty();
        assertThat(claims().byDigest("digest-2")).contains(now);
        assertThatThrownBy(() -> claims().save(old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_confirmed_waits_the_longest_first() {
        AddressClaim late =
                claim(1, member(1, Optional.empty(), State.ACTIVE), "a@x.org", NOON.plusSeconds(5));
        AddressClaim early = claim(2, member(2, Optional.empty(), State.ACTIVE), "b@x.org", NOON);
        List.of(late, early).forEach(claims()::add);
        assertThat(claims().waiting()).isEmpty();
        List.of(late, early).forEach(each -> claims().save(each.in(Stage.CONFIRMED)));

        assertThat(claims().waiting())
                .containsExactly(early.in(Stage.CONFIRMED), late.in(Stage.CONFIRMED));
        claims().save(early.in(Stage.TAKEN));
        assertThat(claims().byId(early.id())).contains(early.in(Stage.TAKEN));
        assertThat(claims().waiting()).hasSize(1);
    }
}
