package org.freihafen.restadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.audit.AuditLine;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit trail: who decided what, when, and why. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
    private static final int MOST = 500;

    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final Trail trail;

    @Inject
    AuditResource(Caller caller, Access access, Sight sight, Trail trail) {
        this.caller = caller;
        this.access = access;
        this.sight = sight;
        this.trail = trail;
    }

    /**
     * A line.
     *
     * @param actor empty for the host
     */
    public record LineView(
            long number,
            Instant at,
            Optional<String> actor,
            String what,
            Optional<String> unit,
            List<String> subjects,
            Optional<String> why) {}

    /** Lines in order. */
    public record Lines(List<LineView> lines, Optional<Long> next) {}

    /** Whether every line follows from the one before; if not, the first that does not. */
    public record Verification(boolean whole, Optional<Long> firstBroken) {}

    @GET
    @Operation(
            summary = "Lines of the trail, oldest first",
            description =
                    "With a unit: for those who answer for it. Without one: of the whole"
                            + " federation. Ask on with after=next while next is there.")
    public Lines list(
            @QueryParam("unit") @Nullable String key,
            @QueryParam("person") @Nullable String person,
            @QueryParam("from") @Nullable String from,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<UnitKey> in = fields.key("unit", key);
        Optional<PersonId> concerning = fields.id("person", person, PersonId::of);
        Optional<Instant> since = fields.moment("from", from);
        int later = fields.number("after", after, 0, Integer.MAX_VALUE, 0);
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Optional<Unit> unit = in.map(k -> sight.unit(k.value()));
        if (unit.isPresent()) {
            sight.require(Action.SEE_AUDIT, unit.get());
        } else {
            access.require(caller.actor(), Action.SEE_AUDIT);
        }
        List<AuditLine> lines =
                trail.lines(new Trail.Question(unit.map(Unit::id), concerning, since), later, most);
        Structure structure = sight.structure();
        return new Lines(
                lines.stream().map(line -> view(line, structure)).toList(),
                lines.size() == most ? Optional.of(lines.getLast().number()) : Optional.empty());
    }

    private static LineView view(AuditLine line, Structure structure) {
        Actor actor = line.entry().actor();
        return new LineView(
                line.number(),
                line.at(),
                actor.somebody().map(PersonId::toString),
                line.entry().what(),
                line.entry().unit().flatMap(structure::byId).map(unit -> unit.key().value()),
                line.entry().subjects().stream().map(UUID::toString).toList(),
                line.entry().why());
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Whether the trail's chain of hashes is whole")
    public Verification verify() {
        access.require(caller.actor(), Action.VERIFY_AUDIT);
        Optional<Long> broken = trail.firstBroken();
        return new Verification(broken.isEmpty(), broken);
    }
}
