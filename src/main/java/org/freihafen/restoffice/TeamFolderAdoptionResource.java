package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.adoption.AdoptingTeamFolders;
import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.adoption.Findings;
import org.freihafen.adoption.LinkConsequences;
import org.freihafen.adoption.LinkingTeamFolders;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Team folders that stood in a cloud before Freihafen came, and whose workspaces they are. */
@Path("/targets/{name}/adoption")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class TeamFolderAdoptionResource {
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_HASH = 200;

    private final Caller caller;
    private final AdoptingTeamFolders adopting;
    private final LinkingTeamFolders linking;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    TeamFolderAdoptionResource(
            Caller caller,
            AdoptingTeamFolders adopting,
            LinkingTeamFolders linking,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.adopting = adopting;
        this.linking = linking;
        this.request = request;
        this.language = language;
    }

    /** A Team folder, by the cloud's id. */
    public record TeamFolderView(String folder, String name) {
        static TeamFolderView of(Folder folder) {
            return new TeamFolderView(folder.id(), folder.name());
        }
    }

    /**
     * A Team folder that seems to be a unit's workspace.
     *
     * @param opening the groups that the run after would put on it
     * @param closing the groups that it would take off
     */
    public record TeamFolderMatch(
            String unit, String folder, String name, List<String> opening, List<String> closing) {}

    /** A Team folder about which somebody must decide first. */
    public record TeamFolderConflict(String folder, String name, String reason) {
        static TeamFolderConflict of(Findings.Conflict<Folder> conflict, Locale reader) {
            return new TeamFolderConflict(
                    conflict.found().id(), conflict.found().name(), conflict.reason().in(reader));
        }
    }

    /** What could be linked; unmatched Team folders stay as they are. */
    public record TeamFolderReport(
            List<TeamFolderMatch> matches,
            List<TeamFolderConflict> conflicts,
            List<TeamFolderView> unmatched,
            Optional<String> next) {}

    /**
     * All that a link brings with it.
     *
     * @param opening the groups that the next run puts on it
     * @param closing those that it takes off
     * @param strangers those that it takes off and that are none of ours, by the cloud's names
     * @param gaining how many people gain access, of those who are in groups of ours
     * @param allowedMore how many have access and may then do more
     * @param held whether that run waits for an approval
     */
    public record TeamFolderLink(
            String unit,
            String folder,
            String name,
            List<String> opening,
            List<String> closing,
            List<String> strangers,
            int gaining,
            int losing,
            int allowedMore,
            int allowedLess,
            boolean held,
            String hash) {
        static TeamFolderLink of(LinkConsequences all) {
            return new TeamFolderLink(
                    all.unit().key().value(),
                    all.folder().id(),
                    all.folder().name(),
                    all.opening(),
                    all.closing(),
                    all.strangers(),
                    all.difference().count(Shift::gaining),
                    all.difference().count(Shift::losing),
                    all.difference().count(Shift::allowedMore),
                    all.difference().count(Shift::allowedLess),
                    all.held(),
                    all.hash());
        }
    }

    /** A unit, the cloud's id of a Team folder, and the hash of what was shown of both. */
    public record TeamFolderToLink(
            @Nullable String unit, @Nullable String folder, @Nullable String hash) {}

    @GET
    @Operation(
            summary = "Which Team folders of a cloud could be linked; writes nothing",
            description =
                    "In the order of their ids, whatever sort one is of. Ask on with after=next"
                            + " while next is there.")
    public TeamFolderReport report(
            @PathParam("name") String cloud,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws TargetUnavailable {
        Paged.Asked asked = Adoptions.asked(after, limit);
        var part = Adoptions.Part.of(Refused.unless(adopting.report(caller.actor(), cloud)), asked);
        Locale reader = language.of(request).language();
        return new TeamFolderReport(
                part.shown().matches().stream()
                        .map(match ->
                                new TeamFolderMatch(
                                        match.unit().value(),
                                        match.folder().id(),
                                        match.folder().name(),
                                        match.opening(),
                                        match.closing()))
                        .toList(),
                part.shown().conflicts().stream()
                        .map(conflict -> TeamFolderConflict.of(conflict, reader))
                        .toList(),
                part.shown().unmatched().stream().map(TeamFolderView::of).toList(),
                part.next());
    }

    @GET
    @Path("/{folder}")
    @Operation(
            summary = "What linking a Team folder with a unit would bring; writes nothing",
            description = "Whatever the folder is called.")
    public TeamFolderLink show(
            @PathParam("name") String cloud,
            @PathParam("folder") String folder,
            @QueryParam("unit") @Nullable String unit)
            throws TargetUnavailable {
        Fields fields = new Fields();
        Optional<UnitKey> key = fields.needed("unit", unit, fields.key("unit", unit));
        fields.check();
        return TeamFolderLink.of(
                Refused.unless(linking.show(caller.actor(), cloud, key.orElseThrow(), folder)));
    }

    @POST
    @Operation(
            summary = "Links a Team folder with a unit as shown; all that lies in it stays",
            description =
                    "The next run gives it the unit's name, groups and permissions. If that takes"
                            + " access from anybody, the run waits for an approval.")
    @APIResponse(responseCode = "204")
    public Response link(@PathParam("name") String cloud, @Nullable TeamFolderToLink sent)
            throws TargetUnavailable {
        TeamFolderToLink body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UnitKey> unit =
                fields.needed("unit", body.unit(), fields.key("unit", body.unit()));
        Optional<String> folder = fields.needed("folder", body.folder(), LONGEST_ID);
        Optional<String> hash = fields.needed("hash", body.hash(), LONGEST_HASH);
        fields.check();
        return Adoptions.answer(
                Refused.unless(
                        linking.link(
                                caller.actor(),
                                cloud,
                                unit.orElseThrow(),
                                folder.orElseThrow(),
                                hash.orElseThrow())),
                language.of(request));
    }
}
