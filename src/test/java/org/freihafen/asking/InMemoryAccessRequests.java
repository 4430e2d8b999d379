package org.freihafen.asking;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Requests for tests; keeps {@link AccessRequestsContract}. */
public final class InMemoryAccessRequests implements AccessRequests {
    private final Map<UUID, AccessRequest> all = new LinkedHashMap<>();

    @Override
    public void add(AccessRequest request) {
        all.put(request.id(), request);
    }

    @Override
    public void save(AccessRequest request) {
        all.replace(request.id(), request);
    }

    @Override
    public Optional<AccessRequest> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<AccessRequest> about(UnitId unit) {
        return those(request -> request.by().equals(unit) || request.of().equals(unit)).reversed();
    }

    @Override
    public List<AccessRequest> waitingFor(Collection<UnitId> units) {
        return those(request -> request.waits() && units.contains(request.of()));
    }

    @Override
    public List<AccessRequest> waiting() {
        return those(AccessRequest::waits);
    }

    @Override
    public Optional<AccessRequest> answeredWith(GrantId grant) {
        return those(request ->
                        request.outcome()
                                .flatMap(AccessRequest.Outcome::grant)
                                .filter(grant::equals)
                                .isPresent())
                .stream()
                .findFirst();
    }

    private List<AccessRequest> those(Predicate<AccessRequest> which) {
        return all.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(AccessRequest::made).thenComparing(AccessRequest::id))
                .toList();
    }
}
