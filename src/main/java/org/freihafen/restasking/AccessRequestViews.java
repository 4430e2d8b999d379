package org.freihafen.restasking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Requests for access as programs read them. */
@Dependent
class AccessRequestViews {
    private final Sight sight;

    @Inject
    AccessRequestViews(Sight sight) {
        this.sight = sight;
    }

    /**
     * A request for access.
     *
     * @param by the key of the unit that asks; that of the one that is asked is {@code of}
     * @param part who would get access: {@code people} or {@code leads} of the asker
     * @param folder in the asker's words; empty for the whole workspace
     * @param until the last day for which access is wanted
     * @param open until when it waits
     * @param stage waiting, granted, refused, withdrawn or lapsed
     * @param grant the id of the grant that was the answer
     */
    public record AccessRequestView(
            String id,
            String by,
            String byName,
            String part,
            String of,
            String ofName,
            String folder,
            List<String> permissions,
            Optional<LocalDate> until,
            String reason,
            Instant made,
            Instant open,
            String stage,
            Optional<Instant> answered,
            Optional<String> grant,
            Optional<String> answer) {}

    AccessRequestView view(AccessRequest request) {
        Optional<Outcome> outcome = request.outcome();
        return new AccessRequestView(
                request.id().toString(),
                key(request.by()),
                name(request.by()),
                request.part() == Part.LEADS ? "leads" : "people",
                key(request.of()),
                name(request.of()),
                request.folder(),
                request.permissions().stream().sorted().map(Fields::spelled).toList(),
                request.until(),
                request.reason(),
                request.made(),
                request.open(),
                Fields.spelled(request.stage()),
                outcome.map(Outcome::at),
                outcome.flatMap(Outcome::grant).map(GrantId::toString),
                outcome.map(Outcome::reason).filter(answer -> !answer.isEmpty()));
    }

    private String key(UnitId unit) {
        return found(unit).map(u -> sight.keyOf(u).value()).orElse("");
    }

    private String name(UnitId unit) {
        return found(unit).map(sight::nameOf).orElse("");
    }

    private Optional<Unit> found(UnitId unit) {
        return sight.structure().byId(unit);
    }
}
