package org.freihafen.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Account.State;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Username;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is kept of people who come in. */
public abstract class ArrivalsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(4));
    private int n;

    protected abstract Arrivals arrivals();

    protected abstract People people();

    protected abstract Accounts accounts();

    protected abstract RecoveryAddresses addresses();

    protected abstract Acceptances acceptances();

    private PersonId somebody(Optional<String> email, State state, Origin origin) {
        PersonId id = ids.person();
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
                                origin));
        accounts()
                .add(List.of(new Account(id, new Username("rosa" + n++), "Rosa W.", state, false)));
        return id;
    }

    @Test
    void those_wait_who_have_an_address_and_no_invitation_the_longest_first() {
        Arrivals arrivals = arrivals();
        Optional<String> shared = Optional.of("rosa@example.org");
        PersonId first = somebody(shared, State.INVITED, Origin.REGISTER);
        PersonId second = somebody(shared, State.INVITED, Origin.REGISTER);
        PersonId paper = somebody(Optional.empty(), State.INVITED, Origin.REGISTER);
        PersonId another = somebody(Optional.empty(), State.INVITED, Origin.REGISTER);
        somebody(shared, State.ACTIVE, Origin.REGISTER);
        somebody(shared, State.SUSPENDED, Origin.REGISTER);
        somebody(shared, State.INVITED, Origin.SANDBOX);
        assertThat(arrivals.waiting(9)).containsExactly(first, second);
        assertThat(arrivals.waiting(1)).containsExactly(first);
        assertThat(arrivals.waiting()).isEqualTo(2);
        assertThat(arrivals.unreachable(Optional.empty(), 9)).containsExactly(paper, another);
        assertThat(arrivals.unreachable(Optional.of(paper), 9)).containsExactly(another);
        assertThat(arrivals.unreachable(Optional.empty(), 1)).containsExactly(paper);

        arrivals.written(new Arrivals.Invited(first, ids.next(), "rosa@example.org", NOW));
        assertThat(arrivals.waiting(9)).containsExactly(second);
        assertThat(arrivals.waiting()).isOne();
    }

    @Test
    void the_latest_invitation_of_a_person_counts() {
        Arrivals arrivals = arrivals();
        PersonId rosa = somebody(Optional.of("r@example.org"), State.INVITED, Origin.REGISTER);
        var old = new Arrivals.Invited(rosa, ids.next(), "old@example.org", NOW.minusSeconds(9));
        var fresh = new Arrivals.Invited(rosa, ids.next(), "r@example.org", NOW);
        assertThat(arrivals.of(rosa)).isEmpty();
        arrivals.written(old);
        arrivals.written(fresh);
        assertThat(arrivals.of(rosa)).contains(fresh);
        assertThat(arrivals.writtenSince(NOW)).isZero();
        assertThat(arrivals.writtenSince(NOW.minusSeconds(1))).isOne();
        assertThat(arrivals.writtenSince(NOW.minusSeconds(99))).isOne();
        assertThat(arrivals.waiting(9)).isEmpty();
        arrivals.forget(rosa);
        assertThat(arrivals.of(rosa)).isEmpty();
        assertThat(arrivals.waiting(9)).containsExactly(rosa);
    }

    @Test
    void waves_stand_still_until_somebody_lets_them_go() {
        Arrivals arrivals = arrivals();
        assertThat(arrivals.paused()).isTrue();
        arrivals.pause(false);
        arrivals.pause(false);
        assertThat(arrivals.paused()).isFalse();
        arrivals.pause(true);
        assertThat(arrivals.paused()).isTrue();
    }

    @Test
    void the_latest_address_and_the_latest_version_count() {
        PersonId rosa = somebody(Optional.empty(), State.ACTIVE, Origin.REGISTER);
        assertThat(addresses().of(rosa)).isEmpty();
        addresses().confirm(rosa, "a@example.org", NOW);
        addresses().confirm(rosa, "b@example.org", NOW);
        assertThat(addresses().of(rosa)).contains("b@example.org");
        addresses().erase(rosa);
        assertThat(addresses().of(rosa)).isEmpty();

        assertThat(acceptances().of(rosa)).isEmpty();
        acceptances().accept(rosa, "1", NOW);
        acceptances().accept(rosa, "2", NOW);
        assertThat(acceptances().of(rosa)).contains("2");
    }
}
