package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests for tests; keeps {@link RightsRequestsContract}. */
public final class InMemoryRightsRequests implements RightsRequests {
    private final Map<UUID, RightsRequest> all = new LinkedHashMap<>();

    @Override
    public void add(RightsRequest request) {
        all.put(request.id(), request);
    }

    @Override
    public void save(RightsRequest request) {
        if (all.replace(request.id(), request) == null) {
            throw new IllegalStateException("no such request");
        }
    }

    @Override
    public Optional<RightsRequest> lock(UUID id) {
        return byId(id);
    }

    @Override
    public Optional<RightsRequest> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<RightsRequest> of(PersonId person) {
        return all.values().stream()
                .filter(request -> request.person().equals(person))
                .sorted(Comparator.comparing(RightsRequest::made).reversed())
                .toList();
    }

    @Override
    public List<RightsRequest> open() {
        return all.values().stream()
                .filter(request -> request.answered().isEmpty())
                .sorted(Comparator.comparing(RightsRequest::due))
                .toList();
    }
}
