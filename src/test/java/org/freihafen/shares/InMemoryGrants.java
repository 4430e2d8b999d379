package org.freihafen.shares;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Grants for tests; keeps the promises of {@link GrantsContract}. */
public final class InMemoryGrants implements Grants {
    private final Map<GrantId, Grant> grants = new TreeMap<>();

    @Override
    public Optional<Grant> byId(GrantId id) {
        return Optional.ofNullable(grants.get(id));
    }

    @Override
    public List<Grant> by(UnitId unit, LocalDate on) {
        return all(on).stream().filter(grant -> grant.folder().workspace().equals(unit)).toList();
    }

    @Override
    public List<Grant> to(UnitId unit, LocalDate on) {
        return all(on).stream().filter(grant -> receives(unit, grant.to())).toList();
    }

    private static boolean receives(UnitId unit, Grantee to) {
        return to.toGroup().filter(group -> group.unit().equals(unit)).isPresent();
    }

    @Override
    public List<Grant> to(PersonId person, LocalDate on) {
        return all(on).stream()
                .filter(grant -> grant.to().equals(new Grantee.ToPerson(person)))
                .toList();
    }

    @Override
    public List<Grant> all(LocalDate on) {
        return grants.values().stream()
                .filter(grant -> holdsOnOrLater(grant.period(), on))
                .toList();
    }

    private static boolean holdsOnOrLater(Period period, LocalDate on) {
        return period.until()
                .map(until -> on.isBefore(until) && period.from().isBefore(until))
                .orElse(true);
    }

    @Override
    public void add(Grant grant) {
        if (grants.putIfAbsent(grant.id(), grant) != null) {
            throw new IllegalStateException("there is a grant " + grant.id());
        }
    }

    @Override
    public void save(Grant grant) {
        if (grants.replace(grant.id(), grant) == null) {
            throw new IllegalStateException("no grant " + grant.id());
        }
    }
}
