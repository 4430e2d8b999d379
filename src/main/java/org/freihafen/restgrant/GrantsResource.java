package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.freihafen.access.TextRule.Text;
import org.freihafen.asking.AccessRequests;
import org.freihafen.granting.Granting;
import org.freihafen.granting.ShowingAnew;
import org.freihafen.ids.GrantId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.rest.Unchanged;
import org.freihafen.shares.Grant;
import org.freihafen.shares.GrantVersion;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.workspaces.SeenFolders;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
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
    private final SeenFolders seenFolders;
    private final AccessRequests requests;
    private final Granting granting;
    private final ShowingAnew showingAnew;
    private final Unchanged unchanged;
    private final Clock clock;

    @Inject
    GrantsResource(
            Caller caller,
            Sight sight,
            GrantViews views,
            Grants grants,
            SeenFolders seenFolders,
            AccessRequests requests,
            Granting granting,
            ShowingAnew showingAnew,
            Unchanged unchanged,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.seenFolders = seenFolders;
        this.requests = requests;
        this.granting = granting;
        this.showingAnew = showingAnew;
        this.unchanged = unchanged;
        this.clock = clock;
    }

    /**
     * What changes: what is left out stays; an empty until takes the end away, a later one renews
     * it. A password is for links and mail, and takes the place of the one that there is.
     */
    public record ToChange(
            @Nullable List<String> permissions,
            @Nullable String until,
            @Nullable String reason,
            @Nullable String password) {}

    /**
     * A grant as it was from a moment on.
     *
     * @param by the id of whoever decided it
     */
    public record VersionView(
            int number,
            Instant since,
            String by,
            List<String> permissions,
            LocalDate from,
            Optional<LocalDate> until,
            String reason) {}

    /**
     * The oldest first.
     *
     * @param request the id of the request for access whose answer the grant was
     */
    public record History(List<VersionView> versions, Optional<String> request) {}

    @GET
    @Operation(summary = "One grant")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "200")
    public Response show(@PathParam("id") String id) {
        Grant grant = grant(id);
        return Response.ok(views.view(grant)).tag(StateTag.of(grant)).build();
    }

    @PATCH
    @Operation(
            summary = "Changes what a grant allows, its end, reason or password; renews it",
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
        Optional<String> reason = fields.text("reason", body.reason(), Text.REASON.longest());
        Optional<LinkPassword> password = LinkPassword.given(body.password());
        if (password.isPresent() && !grant.to().kind().linked()) {
            fields.wrong("password", "not_for_this");
        }
        fields.check();
        Grant changed =
                Refused.unless(
                        unchanged.inUnit(
                                grant.folder().workspace(),
                                request,
                                () -> StateTag.of(grant(id)),
                                () ->
                                        granting.change(
                                                caller.actor(),
                                                grant.id(),
                                                new Granting.Change(
                                                        permissions, until, reason, password))));
        return Response.ok(views.view(changed)).tag(StateTag.of(changed)).build();
    }

    @GET
    @Path("/history")
    @Operation(summary = "Every decision about a grant: who, when, what")
    public History history(@PathParam("id") String id) {
        GrantId grant = grant(id).id();
        return new History(
                grants.history(grant).stream().map(GrantsResource::version).toList(),
                requests.answeredWith(grant).map(request -> request.id().toString()));
    }

    private static VersionView version(GrantVersion version) {
        Grant grant = version.grant();
        return new VersionView(
                version.number(),
                version.since(),
                grant.decidedBy().toString(),
                grant.permissions().stream().sorted().map(Fields::spelled).toList(),
                grant.period().from(),
                grant.period().until().map(day -> day.minusDays(1)),
                grant.reason());
    }

    @POST
    @Path("/anew")
    @Operation(
            summary = "Shows the folder anew to those of the group who hid it from their own files",
            description =
                    "The cloud makes the share again; the grant stays as it is. Only a grant of a"
                            + " folder to a group can be hidden.")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "200")
    public GrantViews.GrantView showAnew(@PathParam("id") String id) {
        return views.view(Refused.unless(showingAnew.show(caller.actor(), grant(id).id())));
    }

    @DELETE
    @Operation(summary = "Ends a grant at once")
    public void end(@PathParam("id") String id, @Context Request request) {
        Grant grant = grant(id);
        Refused.unless(
                unchanged.inUnit(
                        grant.folder().workspace(),
                        request,
                        () -> StateTag.of(grant(id)),
                        () -> granting.end(caller.actor(), grant.id())));
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
        return giver.filter(unit -> sight.allows(Action.SEE_GRANTS, unit))
                .filter(unit -> seenFolders.in(caller.person(), unit.id()).test(grant.folder()))
                .isPresent();
    }
}
