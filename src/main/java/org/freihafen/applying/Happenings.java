package org.freihafen.applying;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a roster did, gathered by unit: one line of the trail tells of all who joined a unit. */
final class Happenings {
    private final Map<Happening, List<UUID>> people = new LinkedHashMap<>();

    private record Happening(String what, Optional<UnitId> unit) {}

    void add(String what, Optional<UnitId> unit, PersonId person) {
        people.computeIfAbsent(new Happening(what, unit), _ -> new ArrayList<>())
                .add(person.value());
    }

    void record(Actor actor, Trail trail) {
        people.forEach((happening, subjects) ->
                trail.append(
                        new AuditEntry(
                                actor,
                                happening.what(),
                                happening.unit(),
                                List.copyOf(subjects),
                                Optional.empty())));
    }
}
