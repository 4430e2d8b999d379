package org.freihafen.restasking;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.TextRule.Text;
import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.AnsweringAccess;
import org.freihafen.asking.AnsweringAccess.Answer;
import org.freihafen.asking.AskingAccess;
import org.freihafen.ids.FolderId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.restasking.AccessRequestViews.AccessRequestView;
import org.freihafen.restgrant.UnitGrantsResource;
import org.freihafen.shares.Permission;
import org.freihafen.web.Caller;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One request for access: shown, answered or taken back. For others than the two it is not there.
 */
@Path("/requests/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
public class AccessRequestsResource {
    private final Caller caller;
    private final Access access;
    private final AccessRequests requests;
    private final AskingAccess asking;
    private final AnsweringAccess answering;
    private final Workspaces workspaces;
    private final AccessRequestViews views;

    @Inject
    AccessRequestsResource(
            Caller caller,
            Access access,
            AccessRequests requests,
            AskingAccess asking,
            AnsweringAccess answering,
            Workspaces workspaces,
            AccessRequestViews views) {
        this.caller = caller;
        this.access = access;
        this.requests = requests;
        this.asking = asking;
        this.answering = answering;
        this.workspaces = workspaces;
        this.views = views;
    }

    /**
     * The answer: a grant of what was asked for or less, or a refusal with its reason.
     *
     * @param folder which one; the whole workspace if left out
     * @param permissions as asked for if left out
     * @param until as asked for if left out
     */
    public record ToAnswer(
            @Nullable Boolean granted,
            @Nullable String folder,
            @Nullable List<String> permissions,
            @Nullable String until,
            @Nullable String reason) {}

    @GET
    @Operation(summary = "A request, for those who lead one of the two units")
    public AccessRequestView show(@PathParam("id") String id) {
        return views.view(seen(id));
    }

    @POST
    @Path("/decision")
    @Operation(
            summary = "Grants what was asked for or less, or refuses it with a reason",
            description = "The answer is an ordinary grant; its id is in the request then.")
    public AccessRequestView answer(@PathParam("id") String id, @Nullable ToAnswer sent) {
        ToAnswer body = Fields.body(sent);
        AccessRequest request = seen(id);
        Fields fields = new Fields();
        Boolean granted = body.granted();
        if (granted == null) {
            fields.wrong("granted", "missing");
        }
        Optional<String> reason = fields.text("reason", body.reason(), Text.REASON.longest());
        Optional<FolderId> folder = fields.id("folder", body.folder(), FolderId::of);
        Set<Permission> permissions =
                body.permissions() == null
                        ? request.permissions()
                        : UnitGrantsResource.permissions(fields, body.permissions());
        Optional<LocalDate> until =
                body.until() == null ? request.until() : fields.day("until", body.until());
        FolderRef ref =
                folder.map(wanted ->
                                workspaces
                                        .folder(wanted)
                                        .filter(found -> answers(found, request))
                                        .map(FolderRef::of))
                        .orElse(Optional.of(FolderRef.whole(request.of())))
                        .orElseGet(() -> {
                            fields.wrong("folder", "not_an_id");
                            return FolderRef.whole(request.of());
                        });
        fields.check();
        return views.view(
                Refused.unless(
                        Boolean.TRUE.equals(granted)
                                ? answering.grant(
                                        caller.actor(),
                                        request.id(),
                                        new Answer(ref, permissions, until))
                                : answering.refuse(
                                        caller.actor(), request.id(), reason.orElse(""))));
    }

    /** A folder that the caller could give; of others nothing is told. */
    private boolean answers(Folder folder, AccessRequest request) {
        return access.allows(caller.actor(), Action.GRANT, request.of())
                && access.allows(caller.actor(), Action.GRANT, folder.unit());
    }

    @DELETE
    @Operation(summary = "Takes a request back that waits")
    public void withdraw(@PathParam("id") String id) {
        Refused.unless(asking.withdraw(caller.actor(), seen(id).id()));
    }

    private AccessRequest seen(String id) {
        Fields fields = new Fields();
        Optional<UUID> request = fields.id("id", id);
        fields.check();
        return requests.byId(request.orElseThrow())
                .filter(found ->
                        access.allows(caller.actor(), Action.ASK_ACCESS, found.by())
                                || access.allows(caller.actor(), Action.GRANT, found.of()))
                .orElseThrow(NotFoundException::new);
    }
}
