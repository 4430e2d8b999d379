package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.access.Refusal;
import org.freihafen.closing.ClosingConsequences;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.closing.Gap;
import org.freihafen.ids.GrantId;
import org.freihafen.offering.Offer;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A folder is closed to most of a unit, or opened again. */
@Path("/units/{key}/folders/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "folders")
public class ClosingResource {
    private static final int LONGEST_HASH = 200;
    private static final String NOBODY = "nobody";

    private final Caller caller;
    private final Sight sight;
    private final Workspaces workspaces;
    private final ClosingFolders closing;
    private final ConsequenceLines lines;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    ClosingResource(
            Caller caller,
            Sight sight,
            Workspaces workspaces,
            ClosingFolders closing,
            ConsequenceLines lines,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.sight = sight;
        this.workspaces = workspaces;
        this.closing = closing;
        this.lines = lines;
        this.request = request;
        this.language = language;
    }

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
            FoldersResource.FolderView folder,
            List<String> sentences,
            int gaining,
            int losing,
            List<GapView> gaps,
            List<String> withdrawn) {}

    @PATCH
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
        Optional<String> wish =
                fields.needed("closedTo", body.closedTo(), FoldersResource.LONGEST_PATH);
        Optional<Closing> closedTo =
                wish.filter(text -> !text.equals(NOBODY))
                        .flatMap(text -> FoldersResource.closing(fields, text));
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
                FoldersResource.FolderView.of(done ? folder.closedTo(shown.to()) : folder),
                lines.all(shown.difference(), language.of(request)),
                shown.difference().gaining().size(),
                shown.difference().losing().size(),
                shown.gaps().stream().map(GapView::of).toList(),
                shown.withdrawn().stream().map(Offer::id).map(Object::toString).toList());
    }
}
