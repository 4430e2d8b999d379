package org.freihafen.restasking;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.access.TextRule.Text;
import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.AskingAccess;
import org.freihafen.groups.Part;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.restasking.AccessRequestViews.AccessRequestView;
import org.freihafen.restgrant.UnitGrantsResource;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit asks of others, and others of it. */
@Path("/units/{key}/requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
public class UnitRequestsResource {
    private final Caller caller;
    private final Sight sight;
    private final AccessRequests requests;
    private final AskingAccess asking;
    private final AccessRequestViews views;

    @Inject
    UnitRequestsResource(
            Caller caller,
            Sight sight,
            AccessRequests requests,
            AskingAccess asking,
            AccessRequestViews views) {
        this.caller = caller;
        this.sight = sight;
        this.requests = requests;
        this.asking = asking;
        this.views = views;
    }

    /** Requests, the newest first. */
    public record AccessRequestList(List<AccessRequestView> requests, Optional<String> next) {}

    /**
     * What is asked for.
     *
     * @param of the key of the unit that is asked
     * @param part who is to get access: people or leads; people if left out
     * @param folder in your own words; left out for the whole workspace
     * @param until the last day; left out for no end
     */
    public record ToAskFor(
            @Nullable String of,
            @Nullable String part,
            @Nullable String folder,
            @Nullable List<String> permissions,
            @Nullable String until,
            @Nullable String reason) {}

    @GET
    @Operation(summary = "What the unit asked of others and was asked, for those who lead it")
    public AccessRequestList all(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.ASK_ACCESS, unit);
        Paged<AccessRequest> part =
                Paged.of(requests.about(unit.id()), request -> request.id().toString(), asked);
        return new AccessRequestList(part.shown().stream().map(views::view).toList(), part.next());
    }

    @POST
    @Operation(
            summary = "Asks another unit for access to its workspace or a folder in it",
            description = "The folder is named in words: which folders there are is not told.")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response ask(@PathParam("key") String key, @Nullable ToAskFor sent) {
        ToAskFor body = Fields.body(sent);
        Unit unit = sight.unit(key);
        sight.require(Action.ASK_ACCESS, unit);
        Fields fields = new Fields();
        Optional<Unit> of =
                fields.needed("of", body.of(), fields.key("of", body.of()))
                        .flatMap(asked -> sight.find(asked.value()));
        if (of.isEmpty() && body.of() != null && !body.of().isBlank()) {
            fields.wrong("of", "not_a_key");
        }
        Optional<Part> part = fields.word("part", body.part(), Part.class);
        Optional<String> folder = fields.text("folder", body.folder(), Text.FOLDER.longest());
        Set<Permission> permissions = UnitGrantsResource.permissions(fields, body.permissions());
        Optional<LocalDate> until = fields.day("until", body.until());
        Optional<String> reason = fields.text("reason", body.reason(), Text.REASON.longest());
        fields.check();
        AccessRequest asked =
                Refused.unless(
                        asking.ask(
                                caller.actor(),
                                new AskingAccess.Plea(
                                        unit.id(),
                                        part.orElse(Part.PEOPLE),
                                        of.orElseThrow().id(),
                                        folder.orElse(""),
                                        permissions,
                                        until,
                                        reason.orElse(""))));
        return Response.status(Response.Status.CREATED).entity(views.view(asked)).build();
    }
}
