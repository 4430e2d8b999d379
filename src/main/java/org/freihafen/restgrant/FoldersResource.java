package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.freihafen.access.Refusal;
import org.freihafen.closing.ClosingConsequences;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.closing.Gap;
import org.freihafen.ids.GrantId;
import org.freihafen.offering.Offer;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The folders of a unit's workspace. */
@Path("/units/{key}/folders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "folders")
public class FoldersResource {
    private static final int LONGEST_PATH = 1_000;
    private static final int LONGEST_HASH = 200;
    private static final String NOBODY = "nobody";

    private final Caller caller;
    private final Sight sight;
    private final Workspaces workspaces;
    private final CreatingFolders creating;
    private final ClosingFolders closing;
    private final ConsequenceLines lines;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    FoldersResource(
            Caller caller,
            Sight sight,
            Workspaces workspaces,
            CreatingFolders creating,
            ClosingFolders closing,
            ConsequenceLines lines,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.sight = sight;
        this.workspaces = workspaces;
        this.creating = creating;
        this.closing = closing;
        this.lines = lines;
        this.request = request;
        this.language = language;
    }

    /**
     * The path of a folder to make, such as {@code Protokolle/2026}.
     *
     * @param closedTo {@code leads} or {@code board} if nobody else of the unit is to get in
     */
    public record ToCreate(@Nullable String path, @Nullable String closedTo) {}

    /**
     * For whom of the unit's people a folder is to be open.
     *
     * @param closedTo {@code leads}, {@code board}, or {@code nobody} to open it for all
     * @param staying ids of grants that are to stay although others see the closed folder by them
     * @param hash of what was shown; with it exactly that is done
     */
    public record ToClose(
            @Nullable String closedTo, @Nullable List<String> staying, @Nullable String hash) {}

    /**
     * A grant by which others would go on seeing the closed folder.
     *
     * @param place what is granted: the folder itself (on), something in it (inside), or something
     *     in which it lies (around)
     * @param stays else it ends when the folder is closed
     */
    public record GapView(String grant, String place, boolean stays) {
        static GapView of(Gap gap) {
            return new GapView(
                    gap.grant().id().toString(), Fields.spelled(gap.place()), gap.stays());
        }
    }

    /**
     * What comes of closing or opening a folder.
     *
     * @param done whether it was done; else nothing has changed yet
     * @param hash send it to have exactly this done
     * @param sentences who gains and who loses, in words
     * @param withdrawn ids of offers that wait and are withdrawn
     */
    public record ClosingView(
            boolean done,
            String hash,
            FolderView folder,
            List<String> sentences,
            int gaining,
            int losing,
            List<GapView> gaps,
            List<String> withdrawn) {}

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

    @PATCH
    @Path("/{id}")
    @Operation(
            summary =
                    "Closes a folder to all but the unit's leads or board: shown first, then done",
            description =
                    "Without hash nothing changes: the answer shows who loses access, the grants"
                            + " by which others would go on seeing the folder, and a hash. Those"
                            + " grants end unless staying names them. With that hash exactly this"
                            + " is done, or nothing if it has changed since. closedTo nobody opens"
                            + " the folder for all of the unit's people again.")
    public ClosingView close(
            @PathParam("key") String key, @PathParam("id") String id, @Nullable ToClose sent) {
        ToClose body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> wish = fields.needed("closedTo", body.closedTo(), LONGEST_PATH);
        Optional<Closing> closedTo =
                wish.filter(text -> !text.equals(NOBODY)).flatMap(text -> closing(fields, text));
        Set<GrantId> staying = new HashSet<>();
        Objects.requireNonNullElse(body.staying(), List.<String>of())
                .forEach(grant -> fields.id("staying", grant, GrantId::of).ifPresent(staying::add));
        Optional<String> hash = fields.text("hash", body.hash(), LONGEST_HASH);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_FOLDERS, unit);
        Folder folder =
                workspaces.folders(unit.id()).stream()
                        .filter(each -> each.id().toString().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Refused(Refusal.by(Refusal.Rule.NOT_FOUND, id)));
        return view(
                hash.isPresent(),
                Refused.unless(
                        hash.isPresent()
                                ? closing.close(
                                        caller.actor(), folder.id(), closedTo, staying, hash.get())
                                : closing.show(caller.actor(), folder.id(), closedTo, staying)));
    }

    private ClosingView view(boolean done, ClosingConsequences shown) {
        Folder folder = shown.folder();
        return new ClosingView(
                done,
                shown.hash(),
                FolderView.of(done ? folder.closedTo(shown.to()) : folder),
                lines.all(shown.difference(), language.of(request)),
                shown.difference().gaining().size(),
                shown.difference().losing().size(),
                shown.gaps().stream().map(GapView::of).toList(),
                shown.withdrawn().stream().map(Offer::id).map(Object::toString).toList());
    }

    private static Optional<Closing> closing(Fields fields, String text) {
        for (Closing each : Closing.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(each);
            }
        }
        fields.wrong("closedTo", "not_one_of", "leads, board, nobody");
        return Optional.empty();
    }
}
