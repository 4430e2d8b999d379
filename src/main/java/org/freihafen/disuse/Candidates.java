package org.freihafen.disuse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Uses;
import org.freihafen.disuse.DisuseRule.Step;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.runs.RunSettings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose accounts are unused and may be told of it and put to rest. Somebody always administers the
 * whole.
 */
@Dependent
class Candidates {
    private final Uses uses;
    private final Accounts accounts;
    private final People people;
    private final Guests guests;
    private final RecoveryAddresses addresses;
    private final Administrators administrators;
    private final Patience patience;
    private final RunSettings settings;
    private final Clock clock;

    @Inject
    Candidates(
            Uses uses,
            Accounts accounts,
            People people,
            Guests guests,
            RecoveryAddresses addresses,
            Administrators administrators,
            Patience patience,
            RunSettings settings,
            Clock clock) {
        this.uses = uses;
        this.accounts = accounts;
        this.people = people;
        this.guests = guests;
        this.addresses = addresses;
        this.administrators = administrators;
        this.patience = patience;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that is known of use, read once. */
    record Known(List<Use> all, LocalDate today, Patience patience) {
        /** Those for whom this is to be done, the longest unused first. */
        List<Use> in(Step step) {
            return all.stream()
                    .filter(use -> DisuseRule.step(use, patience, today) == step)
                    .sorted(
                            Comparator.comparing((Use use) -> use.last().orElse(today))
                                    .thenComparing(Use::person))
                    .toList();
        }

        /** Why none of those who are due is put to rest without approval. */
        Optional<Loss> held() {
            Loss loss = new Loss("unused", "", in(Step.REST).size(), all.size());
            return patience.limit().allows(loss) ? Optional.empty() : Optional.of(loss);
        }

        /** Says who is due, to approve exactly them. */
        String hash() {
            List<Change<PersonId, String>> due = new ArrayList<>();
            in(Step.REST).forEach(use -> due.add(new Change.Delete<>(use.person(), "unused")));
            return new Plan<>(due, State.empty()).hash();
        }
    }

    /** In read-only mode nothing is to be done: a restored backup does not know who came since. */
    boolean idle() {
        return patience.endless() || settings.readOnly();
    }

    /** Asks as many questions of a hundred thousand people as of one. */
    Known known() {
        Optional<PersonId> last = administrators.only();
        return new Known(
                uses.known().stream()
                        .filter(use -> last.filter(use.person()::equals).isEmpty())
                        .toList(),
                LocalDate.now(clock),
                patience);
    }

    /** Holds one until this transaction ends, if this is still to be done. */
    Optional<Account> locked(PersonId person, Step step) {
        accounts.lock(person);
        return uses.lock(person)
                .filter(use -> DisuseRule.step(use, patience, LocalDate.now(clock)) == step)
                .filter(use -> !exempt(use.person()))
                .flatMap(use -> accounts.byId(use.person()))
                .filter(account -> account.state() == Account.State.ACTIVE && !account.sandbox());
    }

    /** Whether it has to be left alone since it was listed. */
    private boolean exempt(PersonId person) {
        return guests.byId(person).isPresent()
                || unreachable(person)
                || administrators.only().filter(person::equals).isPresent();
    }

    private boolean unreachable(PersonId person) {
        return addresses.of(person).isEmpty()
                && people.byId(person).flatMap(Person::email).isEmpty();
    }
}
