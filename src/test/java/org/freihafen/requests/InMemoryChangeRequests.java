package org.freihafen.requests;

import org.freihafen.ids.PersonId;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Change requests for tests; keeps {@link ChangeRequestsContract}. */
public final class InMemoryChangeRequests implements ChangeRequests {
    private final Map<UUID, ChangeRequest> all = new LinkedHashMap<>();

    @Override
    public void add(ChangeRequest request) {
        all.put(request.id(), request);
    }

    @Override
    public void save(Collection<ChangeRequest> requests) {
        requests.forEach(request -> all.replace(request.id(), request));
    }

    @Override
    public Optional<ChangeRequest> lock(UUID id) {
        return byId(id);
    }

    @Override
    public Optional<ChangeRequest> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<ChangeRequest> askedBy(PersonId person) {
        return all.values().stream()
                .filter(request -> request.askedBy().equals(person))
                .sorted(Comparator.comparing(ChangeRequest::made).reversed())
                .toList();
    }

    @Override
    public List<ChangeRequest> open() {
        return all.values().stream()
                .filter(request -> request.outcome().isEmpty())
                .sorted(Comparator.comparing(ChangeRequest::made))
                .toList();
    }
}
