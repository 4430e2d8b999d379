package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Releases for tests; keeps {@link ReleasesContract}. */
public final class InMemoryReleases implements Releases {
    private final Map<UUID, Release> all = new LinkedHashMap<>();

    @Override
    public void add(Release release) {
        all.put(release.id(), release);
    }

    @Override
    public void save(Release release) {
        if (all.replace(release.id(), release) == null) {
            throw new IllegalStateException("no such release");
        }
    }

    @Override
    public Optional<Release> lock(UUID id) {
        return byId(id);
    }

    @Override
    public Optional<Release> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Release> askedBy(PersonId person) {
        return all.values().stream()
                .filter(release -> release.askedBy().equals(person))
                .sorted(Comparator.comparing(Release::made).reversed())
                .toList();
    }

    @Override
    public List<Release> open() {
        return all.values().stream()
                .filter(release -> release.answered().isEmpty())
                .sorted(Comparator.comparing(Release::made))
                .toList();
    }
}
