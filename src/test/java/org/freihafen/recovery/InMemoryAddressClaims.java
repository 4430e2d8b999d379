package org.freihafen.recovery;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Claims for tests; keeps the promises of {@link AddressClaimsContract}. */
public final class InMemoryAddressClaims implements AddressClaims {
    private final Map<PersonId, AddressClaim> claims = new HashMap<>();
    private final InMemoryPeople people;
    private final InMemoryAccounts accounts;
    private final RecoveryAddresses addresses;

    public InMemoryAddressClaims(
            InMemoryPeople people, InMemoryAccounts accounts, RecoveryAddresses addresses) {
        this.people = people;
        this.accounts = accounts;
        this.addresses = addresses;
    }

    @Override
    public List<PersonId> unasked(int most) {
        return people.all().stream()
                .filter(person -> person.origin() == Origin.REGISTER)
                .filter(this::active)
                .filter(person -> person.email().filter(to -> isNew(person.id(), to)).isPresent())
                .map(Person::id)
                .sorted()
                .limit(most)
                .toList();
    }

    private boolean active(Person person) {
        return accounts.byId(person.id())
                .filter(account -> account.state() == Account.State.ACTIVE)
                .isPresent();
    }

    private boolean isNew(PersonId person, String email) {
        return addresses.of(person).filter(email::equalsIgnoreCase).isEmpty()
                && Optional.ofNullable(claims.get(person))
                        .filter(claim -> claim.address().equalsIgnoreCase(email))
                        .isEmpty();
    }

    @Override
    public void add(AddressClaim claim) {
        claims.put(claim.person(), claim);
    }

    @Override
    public Optional<AddressClaim> byId(UUID id) {
        return claims.values().stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    @Override
    public Optional<AddressClaim> lock(UUID id) {
        return byId(id);
    }

    @Override
    public Optional<AddressClaim> byDigest(String secretDigest) {
        return claims.values().stream()
                .filter(claim -> claim.secretDigest().equals(secretDigest))
                .findFirst();
    }

    @Override
    public List<AddressClaim> waiting() {
        return claims.values().stream()
                .filter(claim -> claim.stage() == AddressClaim.Stage.CONFIRMED)
                .sorted(Comparator.comparing(AddressClaim::made).thenComparing(AddressClaim::id))
                .toList();
    }

    @Override
    public void save(AddressClaim claim) {
        if (byId(claim.id()).isEmpty()) {
            throw new IllegalStateException("no claim " + claim.id());
        }
        claims.put(claim.person(), claim);
    }
}
