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
import org.freihafen.adoption.Adopting;
import org.freihafen.adoption.Findings;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Entries that stood in the directory before Freihafen came, and whose they are. */
@Path("/targets/ldap/adoption")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class AdoptionResource {
    private final Caller caller;
    private final Adopting adopting;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    AdoptionResource(
            Caller caller, Adopting adopting, HttpServletRequest request, Language language) {
        this.caller = caller;
        this.adopting = adopting;
        this.request = request;
        this.language = language;
    }

    /** An entry, by its entryUUID, that seems to belong to a person. */
    public record MatchView(String person, String entry, String dn) {}

    /** An entry about which somebody must decide first. */
    public record ConflictView(String dn, String reason) {
        static ConflictView of(Findings.Conflict<Findings.Entry> conflict, Locale reader) {
            return new ConflictView(conflict.found().dn(), conflict.reason().in(reader));
        }
    }

    /** What could be linked; unmatched entries stay as they are. */
    public record Report(
            List<MatchView> matches,
            List<ConflictView> conflicts,
            List<String> unmatched,
            Optional<String> next) {}

    /** A person and the entryUUID of an entry of theirs. */
    public record ToLink(@Nullable String person, @Nullable String entry) {}

    @GET
    @Operation(
            summary = "What could be linked; writes nothing",
            description =
                    "In the order of DNs, whatever sort an entry is of. Ask on with after=next while"
                            + " next is there.")
    public Report report(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws TargetUnavailable {
        Paged.Asked asked = Adoptions.asked(after, limit);
        var part = Adoptions.Part.of(adopting.report(caller.actor()), asked);
        Locale reader = language.of(request).language();
        return new Report(
                part.shown().matches().stream()
                        .map(match ->
                                new MatchView(
                                        match.person().toString(),
                                        match.entry().toString(),
                                        match.dn()))
                        .toList(),
                part.shown().conflicts().stream()
                        .map(conflict -> ConflictView.of(conflict, reader))
                        .toList(),
                part.shown().unmatched().stream().map(Findings.Entry::dn).toList(),
                part.next());
    }

    @POST
    @Operation(summary = "Links one entry with its person; it keeps its DN and entryUUID")
    @APIResponse(responseCode = "204")
    public Response link(@Nullable ToLink sent) {
        ToLink body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<PersonId> person =
                fields.needed(
                        "person", body.person(), fields.id("person", body.person(), PersonId::of));
        Optional<UUID> entry =
                fields.needed("entry", body.entry(), fields.id("entry", body.entry()));
        fields.check();
        Outcome outcome =
                Refused.unless(
                        adopting.adopt(caller.actor(), person.orElseThrow(), entry.orElseThrow()));
        return Adoptions.answer(outcome, language.of(request));
    }
}
