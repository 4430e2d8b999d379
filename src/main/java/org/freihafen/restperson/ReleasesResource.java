package org.freihafen.restperson;

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
import org.freihafen.access.TextRule.Text;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Person;
import org.freihafen.privacy.Release;
import org.freihafen.privacy.Releasing;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.restperson.RightsResource.AnswerView;
import org.freihafen.structure.Structure;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One member's data, released to whoever speaks for a branch, for one purpose and some days. */
@Path("/releases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class ReleasesResource {
    private static final int LONGEST = Text.REASON.longest();
    private static final int LONGEST_NUMBER = 40;

    private final Caller caller;
    private final Sight sight;
    private final Releasing releasing;

    @Inject
    ReleasesResource(Caller caller, Sight sight, Releasing releasing) {
        this.caller = caller;
        this.sight = sight;
        this.releasing = releasing;
    }

    /** A release, asked for or decided. */
    public record ReleaseView(
            String id,
            String unit,
            String askedBy,
            String number,
            String purpose,
            Instant made,
            Optional<AnswerView> answer,
            Optional<Instant> until) {}

    /** Releases. */
    public record ReleaseList(List<ReleaseView> releases, Optional<String> next) {}

    /** Whose data are asked for, by member number, for which branch and what for. */
    public record ToAsk(@Nullable String unit, @Nullable String number, @Nullable String purpose) {}

    /** A decision: granted for some days, or refused with a reason. */
    public record ToDecide(
            @Nullable Boolean granted, @Nullable Integer days, @Nullable String reason) {}

    /** What is released. */
    public record DataView(
            String number,
            String givenName,
            String familyName,
            Optional<String> email,
            String status,
            Optional<LocalDate> joined) {}

    @GET
    @Operation(summary = "What you asked for, and what came of it")
    public ReleaseList own(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(releasing.own(caller.person()), after, limit);
    }

    @GET
    @Path("/open")
    @Operation(summary = "What waits for your decision")
    public ReleaseList open(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(releasing.open(caller.actor()), after, limit);
    }

    private ReleaseList list(List<Release> all, @Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Structure structure = sight.structure();
        Paged<Release> part = Paged.of(all, release -> release.id().toString(), asked);
        return new ReleaseList(
                part.shown().stream().map(release -> view(release, structure)).toList(),
                part.next());
    }

    private static ReleaseView view(Release release, Structure structure) {
        return new ReleaseView(
                release.id().toString(),
                structure
                        .byId(release.unit())
                        .map(unit -> unit.key().value())
                        .orElse(release.unit().toString()),
                release.askedBy().toString(),
                release.number().value(),
                release.purpose(),
                release.made(),
                release.answered().map(AnswerView::of),
                release.until());
    }

    @POST
    @Operation(
            summary = "Asks for one member's data; for whoever speaks for a branch",
            description = "The answer is the same whether there is such a member or not.")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "202")
    public Response ask(@Nullable ToAsk sent) {
        ToAsk body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> unit = fields.needed("unit", body.unit(), LONGEST);
        Optional<String> number = fields.needed("number", body.number(), LONGEST_NUMBER);
        Optional<String> purpose = fields.text("purpose", body.purpose(), LONGEST);
        fields.check();
        Release asked =
                Refused.unless(
                        releasing.ask(
                                caller.actor(),
                                sight.unit(unit.orElseThrow()).id(),
                                new MemberNumber(number.orElseThrow()),
                                purpose.orElse("")));
        return Response.accepted(view(asked, sight.structure())).build();
    }

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Releases the data for 1 to 14 days, or refuses with a reason")
    public ReleaseView decide(@PathParam("id") String id, @Nullable ToDecide sent) {
        ToDecide body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UUID> release = fields.id("id", id);
        Optional<String> reason = fields.text("reason", body.reason(), LONGEST);
        int days = Optional.ofNullable(body.days()).orElse(0);
        Boolean granted = body.granted();
        if (granted == null) {
            fields.wrong("granted", "missing");
        }
        fields.check();
        Release decided =
                Refused.unless(
                        Boolean.TRUE.equals(granted)
                                ? releasing.grant(caller.actor(), release.orElseThrow(), days)
                                : releasing.refuse(
                                        caller.actor(), release.orElseThrow(), reason.orElse("")));
        return view(decided, sight.structure());
    }

    @GET
    @Path("/{id}/data")
    @Operation(
            summary = "The released data, for whoever asked, while it lasts",
            description = "Every reading stands in the trail.")
    public DataView read(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<UUID> release = fields.id("id", id);
        fields.check();
        Person person = Refused.unless(releasing.read(caller.actor(), release.orElseThrow()));
        return new DataView(
                person.number().map(MemberNumber::value).orElse(""),
                person.givenName(),
                person.familyName(),
                person.email(),
                Fields.spelled(person.status()),
                person.joined());
    }
}
