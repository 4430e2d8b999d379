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
import org.freihafen.arrival.Welcoming;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Inviting joiners by letter, in waves. */
@Path("/welcome")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class WelcomeResource {
    private static final int MOST = 1_000;

    private final Caller caller;
    private final Welcoming welcoming;

    @Inject
    WelcomeResource(Caller caller, Welcoming welcoming) {
        this.caller = caller;
        this.welcoming = welcoming;
    }

    /**
     * How the waves stand.
     *
     * @param waiting how many have an address and no invitation yet
     * @param unreachable ids of those who need a letter on paper
     */
    public record Standing(
            boolean paused,
            int perHour,
            int waiting,
            int lastHour,
            List<String> unreachable,
            Optional<String> next) {}

    @GET
    @Operation(
            summary = "How the waves of invitations stand, and who cannot be reached by e-mail",
            description = "Ask on with after=next while next is there.")
    public Standing show(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<PersonId> later = fields.id("after", after, PersonId::of);
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Welcoming.Standing found = welcoming.show(caller.actor(), later, most);
        List<String> ids = found.unreachable().stream().map(PersonId::toString).toList();
        return new Standing(
                found.paused(),
                found.perHour(),
                found.waiting(),
                found.lastHour(),
                ids,
                ids.size() == most ? Optional.of(ids.getLast()) : Optional.empty());
    }

    @POST
    @Path("/pause")
    @Operation(summary = "Stops the waves")
    public void pause() {
        welcoming.pause(caller.actor());
    }

    @POST
    @Path("/resumption")
    @Operation(summary = "Lets the waves go on")
    public void resume() {
        welcoming.resume(caller.actor());
    }

    @POST
    @Path("/{id}")
    @Operation(summary = "Invites one joiner by letter at once, also once more")
    @APIResponse(responseCode = "202")
    public Response invite(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<PersonId> person = fields.id("id", id, PersonId::of);
        fields.check();
        Refused.unless(welcoming.invite(caller.actor(), person.orElseThrow()));
        return Response.accepted().build();
    }
}
