package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.governance.NamingLeads;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.rest.Unchanged;
import org.freihafen.rest.UnitViews;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Those who lead a unit. */
@Path("/units/{key}/leads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class LeadsResource {
    private final Caller caller;
    private final Sight sight;
    private final UnitViews views;
    private final NamingLeads naming;
    private final Unchanged unchanged;

    @Inject
    LeadsResource(
            Caller caller, Sight sight, UnitViews views, NamingLeads naming, Unchanged unchanged) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.naming = naming;
        this.unchanged = unchanged;
    }

    /** Exactly these lead from now on, by id. */
    public record ToName(@Nullable List<String> leads) {}

    /** Those who lead. */
    public record Leads(List<UnitViews.Someone> leads, Optional<String> next) {
        static Leads all(List<UnitViews.Someone> leads) {
            return new Leads(leads, Optional.empty());
        }
    }

    @GET
    @Operation(
            summary = "Those who lead the unit",
            description =
                    "Ask on with after=next while next is there. The entity tag is that of all.")
    @APIResponseSchema(value = Leads.class, responseCode = "200")
    public Response list(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        if (!sight.sees(Field.LEADS, unit)) {
            throw new Denied(Action.SEE_MEMBERS);
        }
        List<UnitViews.Someone> leads = views.leads(unit);
        Paged<UnitViews.Someone> part = Paged.of(leads, UnitViews.Someone::id, asked);
        return Response.ok(new Leads(part.shown(), part.next()))
                .tag(StateTag.of(List.of(Leads.all(leads))))
                .build();
    }

    @PUT
    @Operation(
            summary = "Makes exactly these the leads",
            description = "They belong to the unit already; whoever led it before stays a member.")
    @APIResponseSchema(value = Leads.class, responseCode = "200")
    public Response name(
            @PathParam("key") String key, @Nullable ToName sent, @Context Request request) {
        ToName body = Fields.body(sent);
        Fields fields = new Fields();
        Set<PersonId> leads = new HashSet<>();
        if (body.leads() == null) {
            fields.wrong("leads", "missing");
        }
        Objects.requireNonNullElse(body.leads(), List.<String>of())
                .forEach(id -> fields.id("leads", id, PersonId::of).ifPresent(leads::add));
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.NAME_LEADS, unit);
        Refused.unless(
                unchanged.inUnit(
                        unit.id(),
                        request,
                        () -> StateTag.of(List.of(Leads.all(views.leads(unit)))),
                        () -> naming.name(caller.actor(), unit.id(), leads)));
        Leads named = Leads.all(views.leads(unit));
        return Response.ok(named).tag(StateTag.of(List.of(named))).build();
    }
}
