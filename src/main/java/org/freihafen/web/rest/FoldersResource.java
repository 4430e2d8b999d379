package org.freihafen.web.rest;

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
import org.freihafen.shares.CreatingFolders;
import org.freihafen.shares.Folder;
import org.freihafen.shares.Workspaces;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The folders of a unit's workspace. */
@Path("/units/{key}/folders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "folders")
public class FoldersResource {
    private static final int LONGEST_PATH = 1_000;

    private final Caller caller;
    private final Sight sight;
    private final Workspaces workspaces;
    private final CreatingFolders creating;

    @Inject
    FoldersResource(Caller caller, Sight sight, Workspaces workspaces, CreatingFolders creating) {
        this.caller = caller;
        this.sight = sight;
        this.workspaces = workspaces;
        this.creating = creating;
    }

    /** The path of a folder to make, such as {@code Protokolle/2026}. */
    public record ToCreate(@Nullable String path) {}

    /**
     * A folder by its id, with the path at which it lies now; {@code deleted} if people deleted it
     * in the cloud, so that grants on it wait until it is restored there or made again here.
     */
    public record FolderView(String id, String path, boolean deleted) {
        static FolderView of(Folder folder) {
            return new FolderView(folder.id().toString(), folder.path(), folder.deleted());
        }
    }

    /** The folders that Freihafen knows, by path. */
    public record Folders(List<FolderView> folders, Optional<String> next) {}

    @GET
    @Operation(
            summary = "The folders of the unit's workspace that Freihafen knows, by path",
            description = "Ask on with after=next while next is there.")
    public Folders list(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_FOLDERS, unit);
        Paged<Folder> part = Paged.of(workspaces.folders(unit.id()), Folder::path, asked);
        return new Folders(part.shown().stream().map(FolderView::of).toList(), part.next());
    }

    @POST
    @Operation(summary = "Makes a folder; a workspace made on first use is made by this")
    @APIResponseSchema(value = FolderView.class, responseCode = "201")
    public Response create(@PathParam("key") String key, @Nullable ToCreate sent) {
        ToCreate body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> path = fields.needed("path", body.path(), LONGEST_PATH);
        fields.check();
        Unit unit = sight.unit(key);
        Folder folder =
                Refused.unless(creating.create(caller.actor(), unit.id(), path.orElseThrow()));
        return Response.status(Response.Status.CREATED).entity(FolderView.of(folder)).build();
    }
}
