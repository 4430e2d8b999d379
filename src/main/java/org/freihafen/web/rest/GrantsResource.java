package org.freihafen.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.ids.GrantId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Granting;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One grant: shown, changed or ended. Who may not see it does not learn that it is there. */
@Path("/grants/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class GrantsResource {
    private final Caller caller;
    private final Sight sight;
    private final GrantViews views;
    private final Grants grants;
    private final Granting granting;
    private final Clock clock;

    @Inject
    GrantsResource(
            Caller caller,
            Sight sight,
            GrantViews views,
            Grants grants,
            Granting granting,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.granting = granting;
        this.clock = clock;
    }

    /** What changes: what is left out stays; an empty until takes the end away. */
    public record ToChange(@Nullable List<String> permissions, @Nullable String until) {}

    @GET
    @Operation(summary = "One grant")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "200")
    public Response show(@PathParam("id") String id) {
        Grant grant = grant(id);
        return Response.ok(views.view(grant)).tag(StateTag.of(grant)).build();
    }

    @PATCH
    @Operation(
            summary = "Changes what a grant allows, or its end",
            description = "What is left out stays as it is; an empty until takes the end away.")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "200")
    public Response change(
            @PathParam("id") String id, @Nullable ToChange sent, @Context Request request) {
        ToChange body = Fields.body(sent);
        Grant grant = grant(id);
        Fields fields = new Fields();
        Set<Permission> permissions =
                body.permissions() == null
                        ? grant.permissions()
                        : UnitGrantsResource.permissions(fields, body.permissions());
        Optional<LocalDate> until =
                body.until() == null
                        ? grant.period().until().map(day -> day.minusDays(1))
                        : fields.day("until", body.until());
        fields.check();
        StateTag.match(request, StateTag.of(grant));
        Grant changed =
                Refused.unless(granting.change(caller.actor(), grant.id(), permissions, until));
        return Response.ok(views.view(changed)).tag(StateTag.of(changed)).build();
    }

    @DELETE
    @Operation(summary = "Ends a grant at once")
    public void end(@PathParam("id") String id, @Context Request request) {
        Grant grant = grant(id);
        StateTag.match(request, StateTag.of(grant));
        Refused.unless(granting.end(caller.actor(), grant.id()));
    }

    /** One that holds and that the caller may see, as one who may see what its unit gives. */
    private Grant grant(String id) {
        Fields fields = new Fields();
        Optional<GrantId> grantId = fields.id("id", id, GrantId::of);
        fields.check();
        return grants.byId(grantId.orElseThrow())
                .filter(grant -> grant.period().holdsOn(LocalDate.now(clock)))
                .filter(this::isSeen)
                .orElseThrow(NotFoundException::new);
    }

    private boolean isSeen(Grant grant) {
        Optional<Unit> giver = sight.find(grant.folder().workspace());
        return giver.filter(unit -> sight.allows(Action.SEE_GRANTS, unit)).isPresent();
    }
}
