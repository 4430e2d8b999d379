package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.enrolment.RosterLimits;
import org.freihafen.expected.Expecting;
import org.freihafen.ids.ExpectedId;
import org.freihafen.reconcile.Limit;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The calendar of expected mass changes. */
@Path("/rosters/expected")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class ExpectedResource {
    private static final int EVERYBODY = 10_000_000;

    private final Caller caller;
    private final Expecting expecting;

    @Inject
    ExpectedResource(Caller caller, Expecting expecting) {
        this.caller = caller;
        this.expecting = expecting;
    }

    /** What is announced and not over. */
    public record ExpectedList(List<RosterViews.ExpectedView> expected) {}

    /** A mass change to announce; without a limit, it may concern everybody. */
    public record ToAnnounce(
            @Nullable String what,
            @Nullable String from,
            @Nullable String until,
            @Nullable Integer atMost,
            @Nullable String reason) {}

    @GET
    @Operation(summary = "The mass changes that are announced and not over")
    public ExpectedList list() {
        return new ExpectedList(
                expecting.ahead(caller.actor()).stream()
                        .map(RosterViews.ExpectedView::of)
                        .toList());
    }

    @POST
    @Operation(
            summary = "Announces a mass change for certain days",
            description =
                    "what is a sort of change that a limit is set for, such as owing or moving. On"
                            + " those days, atMost people count as usual.")
    public RosterViews.ExpectedView announce(@Nullable ToAnnounce sent) {
        ToAnnounce body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> what =
                fields.needed("what", body.what(), 40).filter(RosterLimits.EXPECTED::contains);
        Optional<LocalDate> from =
                fields.needed("from", body.from(), fields.day("from", body.from()));
        Optional<LocalDate> until =
                fields.needed("until", body.until(), fields.day("until", body.until()));
        Optional<String> reason = fields.needed("reason", body.reason(), 400);
        fields.needed("what", what.orElse(null), what);
        fields.check();
        int most = body.atMost() == null ? EVERYBODY : Math.clamp(body.atMost(), 0, EVERYBODY);
        return RosterViews.ExpectedView.of(
                Refused.unless(
                        expecting.announce(
                                caller.actor(),
                                what.orElseThrow(),
                                from.orElseThrow(),
                                until.orElseThrow(),
                                new Limit(most, 0),
                                reason.orElseThrow())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraws what was announced")
    public void withdraw(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<ExpectedId> expected = fields.id("id", id, ExpectedId::of);
        fields.check();
        Refused.unless(expecting.withdraw(caller.actor(), expected.orElseThrow()));
    }
}
