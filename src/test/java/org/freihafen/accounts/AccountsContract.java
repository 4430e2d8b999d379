package org.freihafen.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.accounts.Account.State;
import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every {@link Accounts} keeps. */
public abstract class AccountsContract {
    private static final Username ROSA = new Username("rosa.weiss");
    private static final Username KARL = new Username("karl.weiss");
    private static final Username EVA = new Username("eva.eis");

    protected abstract Accounts accounts();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    private static Account account(PersonId person, Username username, State state) {
        return new Account(person, username, "Wer " + username, state, false);
    }

    @Test
    void an_account_comes_back_as_it_was_added() {
        Accounts accounts = accounts();
        Account rosa = new Account(somebody(), ROSA, "Rosa Ö.", State.INVITED, true);
        Account karl = account(somebody(), KARL, State.ACTIVE);
        accounts.add(List.of(rosa, karl));
        assertThat(accounts.byId(rosa.id())).contains(rosa);
        assertThat(accounts.byUsername(KARL)).contains(karl);
        assertThat(accounts.byUsername(EVA)).isEmpty();
        assertThat(accounts.byIds(Set.of(rosa.id(), somebody())))
                .isEqualTo(Map.of(rosa.id(), rosa));
    }

    @Test
    void a_login_name_in_use_is_taken() {
        Accounts accounts = accounts();
        accounts.add(List.of(account(somebody(), ROSA, State.ACTIVE)));
        assertThat(accounts.taken(ROSA)).isTrue();
        assertThat(accounts.taken(KARL)).isFalse();
        assertThat(accounts.taken(List.of(ROSA, KARL, EVA))).containsExactly(ROSA);
        assertThat(accounts.taken(List.of())).isEmpty();
        Account other = account(somebody(), ROSA, State.ACTIVE);
        assertThatThrownBy(() -> accounts.add(List.of(other))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_login_name_that_was_given_up_is_never_given_to_another() {
        Accounts accounts = accounts();
        Account rosa = account(somebody(), ROSA, State.ACTIVE);
        Account karl = account(somebody(), KARL, State.ACTIVE);
        accounts.add(List.of(rosa, karl));
        accounts.save(rosa.named(EVA));
        assertThat(accounts.byUsername(ROSA)).isEmpty();
        assertThat(accounts.byUsername(EVA)).contains(rosa.named(EVA));
        assertThat(accounts.taken(ROSA)).isTrue();
        assertThat(accounts.taken(List.of(ROSA, EVA))).containsExactlyInAnyOrder(ROSA, EVA);
        assertThatThrownBy(() -> accounts.save(karl.named(ROSA)))
                .isInstanceOf(RuntimeException.class);
        Account joiner = account(somebody(), ROSA, State.INVITED);
        assertThatThrownBy(() -> accounts.add(List.of(joiner)))
                .isInstanceOf(RuntimeException.class);
        assertThat(accounts.byId(karl.id())).contains(karl);
        assertThat(accounts.byId(joiner.id())).isEmpty();
    }

    @Test
    void a_reserved_login_name_is_taken_for_good_but_not_from_who_has_it() {
        Accounts accounts = accounts();
        Account rosa = account(somebody(), ROSA, State.ACTIVE);
        accounts.add(List.of(rosa));
        accounts.reserve(List.of(ROSA, KARL));
        accounts.reserve(List.of(ROSA, KARL));
        assertThat(accounts.taken(List.of(ROSA, KARL, EVA))).containsExactlyInAnyOrder(ROSA, KARL);
        Account joiner = account(somebody(), KARL, State.INVITED);
        assertThatThrownBy(() -> accounts.add(List.of(joiner)))
                .isInstanceOf(RuntimeException.class);
        accounts.save(rosa.named(EVA));
        assertThat(accounts.byUsername(EVA)).contains(rosa.named(EVA));
    }

    @Test
    void a_changed_account_keeps_its_login_name_free_of_the_past() {
        Accounts accounts = accounts();
        Account rosa = account(somebody(), ROSA, State.INVITED);
        accounts.add(List.of(rosa));
        Account changed = rosa.in(State.ACTIVE).called("Rosa");
        accounts.save(changed);
        accounts.save(changed);
        assertThat(accounts.byId(rosa.id())).contains(changed);
        Account stranger = account(somebody(), KARL, State.ACTIVE);
        assertThatThrownBy(() -> accounts.save(stranger)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void erased_accounts_are_passed_over_and_suspended_ones_are_absent() {
        Accounts accounts = accounts();
        Account invited = account(somebody(), ROSA, State.INVITED);
        Account suspended = account(somebody(), KARL, State.SUSPENDED);
        Account erased = account(somebody(), EVA, State.ERASED);
        Account resting = account(somebody(), new Username("rast"), State.RESTING);
        accounts.add(List.of(invited, suspended, erased, resting));
        List<Account> seen = new ArrayList<>();
        accounts.forEach(seen::add);
        assertThat(seen).containsExactlyInAnyOrder(invited, suspended, resting);
        assertThat(accounts.absent())
                .containsExactlyInAnyOrder(suspended.id(), erased.id(), resting.id());
    }
}
