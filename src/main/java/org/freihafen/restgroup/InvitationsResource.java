package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import org.freihafen.access.TextRule.Text;
import org.freihafen.governance.Answering;
import org.freihafen.governance.Invitation;
import org.freihafen.governance.Invitations;
import org.freihafen.governance.Inviting;
import org.freihafen.ids.InvitationId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.UnitViews;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invitations to you, and those into a unit that you may invite into. */
@Path("/invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class InvitationsResource {
    private static final int LONGEST_ADDRESS = Text.ADDRESS.longest();

    private final Caller caller;
    private final Sight sight;
    private final UnitViews views;
    private final Invitations invitations;
    private final Inviting inviting;
    private final Answering answering;
    private final Clock clock;

    @Inject
    InvitationsResource(
            Caller caller,
            Sight sight,
            UnitViews views,
            Invitations invitations,
            Inviting inviting,
            Answering answering,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.invitations = invitations;
        this.inviting = inviting;
        this.answering = answering;
        this.clock = clock;
    }

    /** Whom to invite, and where: a login name, member number or e-mail address. */
    public record ToInvite(@Nullable String unit, @Nullable String address) {}

    /** Whether you accept. */
    public record YourAnswer(@Nullable Boolean accept) {}

    /**
     * An invitation.
     *
     * @param address as it was written; only for those who may invite
     */
    public record InvitationView(
            String id,
            UnitViews.Brief unit,
            Optional<String> address,
            Optional<UnitViews.Someone> by,
            Instant made,
            Instant until) {}

    /** Open ones, oldest first. */
    public record InvitationList(List<InvitationView> invitations, Optional<String> next) {}

    @GET
    @Operation(
            summary = "Open invitations to you, or into a unit",
            description =
                    "Those into a unit name the address as it was written, never who was meant. Ask"
                            + " on with after=next while next is there.")
    public InvitationList list(
            @QueryParam("unit") @Nullable String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        Optional<UnitKey> into = fields.key("unit", key);
        fields.check();
        Structure structure = sight.structure();
        if (into.isEmpty()) {
            return list(answering.waiting(caller.person()), asked, structure, false);
        }
        Unit unit = sight.unit(into.get().value());
        sight.require(Action.INVITE, unit);
        return list(invitations.listedInto(unit.id(), clock.instant()), asked, structure, true);
    }

    private InvitationList list(
            List<Invitation> all, Paged.Asked asked, Structure structure, boolean ours) {
        Paged<Invitation> part = Paged.of(all, invitation -> invitation.id().toString(), asked);
        return new InvitationList(
                part.shown().stream()
                        .flatMap(invitation -> view(invitation, structure, ours).stream())
                        .toList(),
                part.next());
    }

    private Optional<InvitationView> view(
            Invitation invitation, Structure structure, boolean ours) {
        return structure
                .byId(invitation.unit())
                .map(unit ->
                        new InvitationView(
                                invitation.id().toString(),
                                views.brief(unit, structure),
                                ours ? Optional.of(invitation.addressedTo()) : Optional.empty(),
                                views.someone(List.of(invitation.by())).stream().findFirst(),
                                invitation.made(),
                                invitation.until()));
    }

    @POST
    @Operation(
            summary = "Invites somebody into a unit",
            description =
                    "The answer is the same whether the address belongs to somebody or not. Nobody"
                            + " belongs before accepting.")
    @APIResponseSchema(value = MembersResource.Invited.class, responseCode = "202")
    public Response invite(@Nullable ToInvite sent) {
        ToInvite body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UnitKey> into =
                fields.needed("unit", body.unit(), fields.key("unit", body.unit()));
        Optional<String> address = fields.needed("address", body.address(), LONGEST_ADDRESS);
        fields.check();
        Unit unit = sight.unit(into.orElseThrow().value());
        String invited =
                Refused.unless(inviting.invite(caller.actor(), unit.id(), address.orElseThrow()));
        return Response.accepted(new MembersResource.Invited(invited)).build();
    }

    @POST
    @Path("/{id}/answer")
    @Operation(summary = "Accepts or declines an invitation to you")
    public void answer(@PathParam("id") String id, @Nullable YourAnswer sent) {
        YourAnswer body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<InvitationId> invitation = fields.id("id", id, InvitationId::of);
        Boolean accept = body.accept();
        if (accept == null) {
            fields.wrong("accept", "missing");
        }
        fields.check();
        Refused.unless(
                answering.answer(
                        caller.actor(), invitation.orElseThrow(), Boolean.TRUE.equals(accept)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraws an invitation into a unit that you may invite into")
    public void withdraw(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<InvitationId> wanted = fields.id("id", id, InvitationId::of);
        fields.check();
        InvitationId invitation = wanted.orElseThrow();
        boolean mayInvite =
                invitations
                        .byId(invitation)
                        .flatMap(found -> sight.find(found.unit()))
                        .filter(unit -> sight.allows(Action.INVITE, unit))
                        .isPresent();
        if (!mayInvite) {
            throw new NotFoundException();
        }
        Refused.unless(inviting.withdraw(caller.actor(), invitation));
    }
}
