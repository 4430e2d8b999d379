package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.adoption.AdoptingGroups;
import org.freihafen.adoption.Findings;
import org.freihafen.groups.Part;
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
import java.util.UUID;

/** Groups that stood in the directory before Freihafen came, and which units they stand for. */
@Path("/targets/ldap/adoption/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class GroupAdoptionResource {
    private final Caller caller;
    private final AdoptingGroups adopting;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    GroupAdoptionResource(
            Caller caller, AdoptingGroups adopting, HttpServletRequest request, Language language) {
        this.caller = caller;
        this.adopting = adopting;
        this.request = request;
        this.language = language;
    }

    /**
     * An entry, by its entryUUID, that seems to be a unit's group.
     *
     * @param part people or leads
     * @param joining how many people the run after would add
     * @param leaving how many members the run after would take out
     */
    public record GroupMatch(
            String unit, String part, String entry, String dn, int joining, int leaving) {}

    /** What could be linked; unmatched entries stay as they are. */
    public record GroupReport(
            List<GroupMatch> matches,
            List<AdoptionResource.ConflictView> conflicts,
            List<String> unmatched,
            Optional<String> next) {}

    /** A unit, a part of it (people, if none is named) and the entryUUID of its entry. */
    public record GroupToLink(
            @Nullable String unit, @Nullable String part, @Nullable String entry) {}

    @GET
    @Operation(
            summary = "Which groups could be linked; writes nothing",
            description =
                    "In the order of DNs, whatever sort an entry is of. Ask on with after=next while"
                            + " next is there.")
    public GroupReport report(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws TargetUnavailable {
        Paged.Asked asked = Adoptions.asked(after, limit);
        var part = Adoptions.Part.of(adopting.report(caller.actor()), asked);
        Locale reader = language.of(request).language();
        return new GroupReport(
                part.shown().matches().stream()
                        .map(match ->
                                new GroupMatch(
                                        match.unit().value(),
                                        Fields.spelled(match.part()),
                                        match.entry().toString(),
                                        match.dn(),
                                        match.joining(),
                                        match.leaving()))
                        .toList(),
                part.shown().conflicts().stream()
                        .map(conflict -> AdoptionResource.ConflictView.of(conflict, reader))
                        .toList(),
                part.shown().unmatched().stream().map(Findings.Entry::dn).toList(),
                part.next());
    }

    @POST
    @Operation(
            summary = "Links one entry with a unit's group",
            description =
                    "It keeps its entryUUID. The next run gives it the unit's key as its name and"
                            + " brings its members into line.")
    @APIResponse(responseCode = "204")
    public Response link(@Nullable GroupToLink sent) {
        GroupToLink body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UnitKey> unit =
                fields.needed("unit", body.unit(), fields.key("unit", body.unit()));
        Optional<Part> part = fields.word("part", body.part(), Part.class);
        Optional<UUID> entry =
                fields.needed("entry", body.entry(), fields.id("entry", body.entry()));
        fields.check();
        return Adoptions.answer(
                Refused.unless(
                        adopting.adopt(
                                caller.actor(),
                                unit.orElseThrow(),
                                part.orElse(Part.PEOPLE),
                                entry.orElseThrow())),
                language.of(request));
    }
}
