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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.recovery.AddressClaim;
import org.freihafen.recovery.Recovering;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.signin.Secret;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** New addresses by which people get back in. */
@Path("/addresses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class AddressesResource {
    private static final int LONGEST = 200;

    private final Caller caller;
    private final Recovering recovering;

    @Inject
    AddressesResource(Caller caller, Recovering recovering) {
        this.caller = caller;
        this.recovering = recovering;
    }

    /**
     * An address that its reader confirmed.
     *
     * @param address whole for the member office; its first letter and what follows the @ for
     *     others
     * @param stage sent, confirmed, taken or refused
     */
    public record ClaimView(String id, String person, String address, Instant made, String stage) {
        static ClaimView of(AddressClaim claim) {
            return new ClaimView(
                    claim.id().toString(),
                    claim.person().toString(),
                    claim.address(),
                    claim.made(),
                    Fields.spelled(claim.stage()));
        }

        /** Without the address, so that no log can hold it. */
        @Override
        public String toString() {
            return "ClaimView[" + id + "]";
        }
    }

    /** Addresses. */
    public record ClaimList(List<ClaimView> addresses, Optional<String> next) {}

    /** The secret of a link. */
    public record ToConfirm(@Nullable String secret) {
        /** Without it, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToConfirm";
        }
    }

    /** What became of it: taken, or confirmed while a second person has to agree. */
    public record Confirmed(String stage) {}

    /** Whether the second person agrees. */
    public record ToAgree(@Nullable Boolean granted) {}

    @GET
    @Operation(
            summary = "Confirmed addresses of people with duties, which wait for a second person")
    public ClaimList waiting(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Paged<AddressClaim> part =
                Paged.of(recovering.waiting(caller.actor()), claim -> claim.id().toString(), asked);
        return new ClaimList(part.shown().stream().map(ClaimView::of).toList(), part.next());
    }

    @POST
    @Path("/link")
    @Operation(
            summary = "Sends the link to your new address once more",
            description = "The address is the one that the member register knows.")
    @APIResponse(responseCode = "202")
    public Response again() {
        Refused.unless(recovering.askAgain(caller.person()));
        return Response.accepted().build();
    }

    @POST
    @Path("/confirmation")
    @Operation(
            summary = "Confirms an address by the link that was sent there",
            description = "Open to everybody: the secret says whose address it is.")
    public Confirmed confirm(@Nullable ToConfirm sent) {
        ToConfirm body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> secret = fields.needed("secret", body.secret(), LONGEST);
        fields.check();
        return new Confirmed(
                Fields.spelled(
                        Refused.unless(recovering.confirm(new Secret(secret.orElseThrow())))));
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            summary = "Agrees to a confirmed address, or not; never to one's own",
            description =
                    "An administrator agrees who neither read nor approved a roster; where there is"
                            + " none but the person concerned, somebody of the member office who"
                            + " did neither. Everybody else who may answer may only say no.")
    public ClaimView answer(@PathParam("id") String id, @Nullable ToAgree sent) {
        ToAgree body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UUID> claim = fields.id("id", id);
        Boolean granted = body.granted();
        if (granted == null) {
            fields.wrong("granted", "missing");
        }
        fields.check();
        return ClaimView.of(
                Refused.unless(
                        recovering.answer(
                                caller.actor(),
                                claim.orElseThrow(),
                                Boolean.TRUE.equals(granted))));
    }
}
