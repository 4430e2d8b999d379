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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.erasure.Erasing;
import org.freihafen.erasure.Erasing.Outlook;
import org.freihafen.erasure.Erasing.Upcoming;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who is going to be erased, and when. */
@Path("/erasures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class ErasuresResource {
    private final Caller caller;
    private final Erasing erasing;

    @Inject
    ErasuresResource(Caller caller, Erasing erasing) {
        this.caller = caller;
        this.erasing = erasing;
    }

    /**
     * One person.
     *
     * @param cause left or asked
     * @param reminders how many went out
     * @param end the day of erasing, if nothing stands still until then
     */
    public record Row(String person, LocalDate since, String cause, int reminders, LocalDate end) {
        static Row of(Upcoming upcoming) {
            return new Row(
                    upcoming.farewell().person().toString(),
                    upcoming.farewell().since(),
                    Fields.spelled(upcoming.farewell().cause()),
                    upcoming.farewell().told(),
                    upcoming.end());
        }
    }

    /**
     * Everybody who will be erased, in the order of ids.
     *
     * @param due how many are due now
     * @param held whether they are so many that none is erased without approval
     * @param hash to approve exactly those who are due by
     */
    public record Rows(
            List<Row> people, Optional<String> next, int due, boolean held, String hash) {}

    /** How many were erased. */
    public record Erased(int people) {}

    @GET
    @Operation(
            summary = "Who is going to be erased, when and why",
            description =
                    "Nothing is erased by asking. Ask on with after=next while next is there.")
    public Rows show(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Outlook outlook = erasing.show(caller.actor());
        Paged<Row> part =
                Paged.of(outlook.people().stream().map(Row::of).toList(), Row::person, asked);
        return new Rows(
                part.shown(),
                part.next(),
                outlook.held().due(),
                outlook.held().loss().isPresent(),
                outlook.held().hash());
    }

    @DELETE
    @Path("/{person}")
    @Operation(
            summary = "Takes back a granted request to be erased, while it is not carried out",
            description = "404 for whoever did not ask: who left is let out by coming back.")
    @APIResponse(responseCode = "204")
    public void withdraw(@PathParam("person") String person) {
        Fields fields = new Fields();
        Optional<PersonId> asking = fields.id("person", person, PersonId::of);
        fields.check();
        Refused.unless(erasing.withdraw(caller.actor(), asking.orElseThrow()));
    }

    @POST
    @Path("/approval")
    @Operation(
            summary = "Erases exactly those who are due and were shown with this hash, or nobody")
    public Erased approve(RunsResource.@Nullable Approval sent) {
        String hash = RunsResource.Approval.in(sent);
        return new Erased(Refused.unless(erasing.approve(caller.actor(), hash)));
    }
}
