package org.freihafen.shares;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Grants for tests; keeps the promises of {@link GrantsContract}. */
public final class InMemoryGrants implements Grants {
    private final Map<GrantId, Grant> grants = new TreeMap<>();
    private final Map<GrantId, List<GrantVersion>> history = new TreeMap<>();
    private final Clock clock;

    public InMemoryGrants(Clock clock) {
        this.clock = clock;
    }

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
    public List<Grant> asOf(LocalDate day) {
        Instant evening = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return history.values().stream()
                .flatMap(versions ->
                        versions.stream()
                                .filter(version -> version.since().isBefore(evening))
                                .reduce((_, later) -> later)
                                .stream())
                .map(GrantVersion::grant)
                .filter(grant -> grant.holdsOn(day))
                .toList();
    }

    @Override
    public List<GrantVersion> history(GrantId id) {
        return List.copyOf(history.getOrDefault(id, List.of()));
    }

    private void note(Grant grant) {
        List<GrantVersion> versions = history.computeIfAbsent(grant.id(), _ -> new ArrayList<>());
        versions.add(new GrantVersion(versions.size() + 1, clock.instant(), grant));
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
        note(grant);
    }

    @Override
    public void save(Grant grant) {
        if (grants.replace(grant.id(), grant) == null) {
            throw new IllegalStateException("no grant " + grant.id());
        }
        note(grant);
    }
}
