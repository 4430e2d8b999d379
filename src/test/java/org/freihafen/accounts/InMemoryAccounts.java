package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Accounts for tests; keeps the promises of {@link AccountsContract}. */
public final class InMemoryAccounts implements Accounts {
    private final Map<PersonId, Account> accounts = new LinkedHashMap<>();
    private final Set<Username> retired = new HashSet<>();

    @Override
    public Optional<Account> byId(PersonId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void lock(PersonId id) {}

    @Override
    public Map<PersonId, Account> byIds(Set<PersonId> ids) {
        Map<PersonId, Account> found = new HashMap<>(accounts);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<Account> byUsername(Username username) {
        return accounts.values().stream().filter(a -> a.username().equals(username)).findFirst();
    }

    @Override
    public boolean taken(Username username) {
        return retired.contains(username) || byUsername(username).isPresent();
    }

    @Override
    public Set<Username> taken(Collection<Username> usernames) {
        Set<Username> used =
                accounts.values().stream().map(Account::username).collect(Collectors.toSet());
        used.addAll(retired);
        used.retainAll(Set.copyOf(usernames));
        return used;
    }

    @Override
    public void add(Collection<Account> added) {
        for (Account account : added) {
            if (accounts.containsKey(account.id()) || taken(account.username())) {
                throw new IllegalStateException("there is an account " + account.username());
            }
            accounts.put(account.id(), account);
        }
    }

    @Override
    public void save(Account account) {
        Account before = accounts.get(account.id());
        if (before == null) {
            throw new IllegalStateException("no account " + account.id());
        }
        if (!before.username().equals(account.username())) {
            if (taken(account.username())) {
                throw new IllegalStateException(account.username() + " is taken");
            }
            retired.add(before.username());
        }
        accounts.put(account.id(), account);
    }

    @Override
    public Set<PersonId> absent() {
        return accounts.values().stream()
                .filter(account -> !account.usable())
                .map(Account::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void saveStates(Collection<Account> changed) {
        for (Account account : changed) {
            accounts.computeIfPresent(account.id(), (_, there) -> there.in(account.state()));
        }
    }

    @Override
    public void reserve(Collection<Username> usernames) {
        usernames.stream().filter(username -> !taken(username)).forEach(retired::add);
    }

    @Override
    public void forEach(Consumer<Account> each) {
        List.copyOf(accounts.values()).stream()
                .filter(account -> account.state() != Account.State.ERASED)
                .forEach(each);
    }
}
