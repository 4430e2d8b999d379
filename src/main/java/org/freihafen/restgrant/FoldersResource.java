package org.freihafen.restgrant;

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
import org.freihafen.closing.ClosingFolders;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.SeenFolders;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The folders of a unit's workspace. */
@Path("/units/{key}/folders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "folders")
public class FoldersResource {
    static final int LONGEST_PATH = 1_000;

    private final Caller caller;
    private final Sight sight;
    private final SeenFolders seen;
    private final CreatingFolders creating;
    private final ClosingFolders closing;

    @Inject
    FoldersResource(
            Caller caller,
            Sight sight,
            SeenFolders seen,
            CreatingFolders creating,
            ClosingFolders closing) {
        this.caller = caller;
        this.sight = sight;
        this.seen = seen;
        this.creating = creating;
        this.closing = closing;
    }

    /**
     * The path of a folder to make, such as {@code Protokolle/2026}.
     *
     * @param closedTo {@code leads} or {@code board} if nobody else of the unit is to get in
     */
    public record ToCreate(@Nullable String path, @Nullable String closedTo) {}

    /**
     * A folder by its id, with the path at which it lies now; {@code deleted} if people deleted it
     * in the cloud, so that grants on it wait until it is restored there or made again here; {@code
     * closedTo} if none of the unit's people but those get in.
     */
    public record FolderView(String id, String path, boolean deleted, Optional<String> closedTo) {
        static FolderView of(Folder folder) {
            return new FolderView(
                    folder.id().toString(),
                    folder.path(),
                    folder.deleted(),
                    folder.closedTo().map(to -> to.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The folders that Freihafen knows, by path. */
    public record Folders(List<FolderView> folders, Optional<String> next) {}

    @GET
    @Operation(
            summary =
                    "The folders of the unit's workspace that Freihafen knows, by path; closed ones"
                            + " only to those who get in or lead",
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
        Paged<Folder> part = Paged.of(seen.of(caller.person(), unit.id()), Folder::path, asked);
        return new Folders(part.shown().stream().map(FolderView::of).toList(), part.next());
    }

    @POST
    @Operation(summary = "Makes a folder; a workspace made on first use is made by this")
    @APIResponseSchema(value = FolderView.class, responseCode = "201")
    public Response create(@PathParam("key") String key, @Nullable ToCreate sent) {
        ToCreate body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> path = fields.needed("path", body.path(), LONGEST_PATH);
        Optional<Closing> closedTo =
                fields.text("closedTo", body.closedTo(), LONGEST_PATH)
                        .flatMap(text -> closing(fields, text));
        fields.check();
        Unit unit = sight.unit(key);
        Folder folder =
                Refused.unless(
                        closedTo.isPresent()
                                ? closing.create(
                                        caller.actor(),
                                        unit.id(),
                                        path.orElseThrow(),
                                        closedTo.get())
                                : creating.create(caller.actor(), unit.id(), path.orElseThrow()));
        return Response.status(Response.Status.CREATED).entity(FolderView.of(folder)).build();
    }

    static Optional<Closing> closing(Fields fields, String text) {
        for (Closing each : Closing.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(each);
            }
        }
        fields.wrong("closedTo", "not_one_of", "leads, board, nobody");
        return Optional.empty();
    }
}
