package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All accounts. A login name that was ever given up is kept only as a keyed hash, so that it is
 * never given to another.
 */
public interface Accounts {
    Optional<Account> byId(PersonId id);

    Map<PersonId, Account> byIds(Set<PersonId> ids);

    Optional<Account> byUsername(Username username);

    /** Lets nobody else lock the account until this transaction ends. */
    void lock(PersonId id);

    /** Whether the name is in use or was ever somebody else's. */
    boolean taken(Username username);

    /** Of these names, the ones that are taken; one round trip for many joiners. */
    Set<Username> taken(Collection<Username> usernames);

    void add(Collection<Account> accounts);

    /** Stores a changed account; a login name it gives up is retired. */
    void save(Account account);

    /** Stores the states of accounts that are there, and nothing else, in a few round trips. */
    void saveStates(Collection<Account> accounts);

    /** Those whose account cannot be used: suspended or erased. */
    Set<PersonId> absent();

    /**
     * Retires login names of accounts that we know nothing of but that stand in the directory, as
     * after a restore: those that are not taken are never given to anybody.
     */
    void reserve(Collection<Username> usernames);

    /** All that are not erased, streamed. */
    void forEach(Consumer<Account> each);
}
