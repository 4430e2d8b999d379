package org.freihafen.restasking;

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
import org.freihafen.offering.AnsweringOffers;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.restasking.OfferViews.OfferList;
import org.freihafen.restasking.OfferViews.OfferView;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** What units offer the caller, and their answer. */
@Path("/offers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "offers")
public class OffersResource {
    private final Caller caller;
    private final AnsweringOffers answering;
    private final OfferingGrants offering;
    private final OfferViews views;

    @Inject
    OffersResource(
            Caller caller, AnsweringOffers answering, OfferingGrants offering, OfferViews views) {
        this.caller = caller;
        this.answering = answering;
        this.offering = offering;
        this.views = views;
    }

    /** The answer. */
    public record ToAnswerOffer(@Nullable Boolean accept) {}

    @GET
    @Operation(summary = "What you are offered and can accept")
    public OfferList mine() {
        return new OfferList(answering.waiting(caller.person()).stream().map(views::view).toList());
    }

    @POST
    @Path("/{id}/answer")
    @Operation(
            summary = "Accepts an offer, which makes it a grant, or declines it",
            description = "The unit is not told that somebody declined.")
    public OfferView answer(@PathParam("id") String id, @Nullable ToAnswerOffer sent) {
        ToAnswerOffer body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UUID> offer = fields.id("id", id);
        Boolean accept = body.accept();
        if (accept == null) {
            fields.wrong("accept", "missing");
        }
        fields.check();
        return views.view(
                Refused.unless(
                        Boolean.TRUE.equals(accept)
                                ? answering.accept(caller.actor(), offer.orElseThrow())
                                : answering.decline(caller.actor(), offer.orElseThrow())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraws an offer of a unit that you lead")
    public void withdraw(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<UUID> offer = fields.id("id", id);
        fields.check();
        Refused.unless(offering.withdraw(caller.actor(), offer.orElseThrow()));
    }
}
