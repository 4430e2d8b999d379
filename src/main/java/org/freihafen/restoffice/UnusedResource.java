package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.disuse.LookingForUse;
import org.freihafen.disuse.PuttingToRest;
import org.freihafen.disuse.PuttingToRest.Outlook;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Accounts that nobody uses. */
@Path("/unused")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class UnusedResource {
    private final Caller caller;
    private final LookingForUse looking;
    private final PuttingToRest putting;

    @Inject
    UnusedResource(Caller caller, LookingForUse looking, PuttingToRest putting) {
        this.caller = caller;
        this.looking = looking;
        this.putting = putting;
    }

    /** Somebody who was told, and when their account rests if they do not come. */
    public record ToldView(String person, LocalDate lastUse, LocalDate rests) {}

    /**
     * How it stands.
     *
     * @param looked whether the directory tells who uses their account
     * @param known of how many accounts it tells
     * @param held whether so many are due that none is put to rest without approval
     * @param hash to approve exactly those who are due by
     */
    public record UnusedView(
            boolean looked,
            int known,
            List<ToldView> told,
            List<String> resting,
            int due,
            boolean held,
            String hash) {}

    /** How many accounts rest now. */
    public record RestedView(int people) {}

    @GET
    @Operation(summary = "Who was told that nobody seems to use their account, and whose rests")
    public UnusedView show() {
        Outlook outlook = putting.show(caller.actor());
        return new UnusedView(
                looking.looks(),
                outlook.known(),
                outlook.told().stream()
                        .map(each ->
                                new ToldView(each.person().toString(), each.last(), each.rests()))
                        .toList(),
                outlook.resting().stream().map(PersonId::toString).toList(),
                outlook.held().due(),
                outlook.held().loss().isPresent(),
                outlook.held().hash());
    }

    @POST
    @Path("/approval")
    @Operation(
            summary =
                    "Puts exactly those to rest who are due and were shown with this hash, or nobody")
    public RestedView approve(RunsResource.@Nullable Approval sent) {
        String hash = RunsResource.Approval.in(sent);
        return new RestedView(Refused.unless(putting.approve(caller.actor(), hash)));
    }

    @POST
    @Path("/{person}/return")
    @Operation(summary = "Ends the rest of an account, for somebody who cannot read their letters")
    @APIResponse(responseCode = "204")
    public void bringBack(@PathParam("person") String person) {
        Fields fields = new Fields();
        Optional<PersonId> resting = fields.id("person", person, PersonId::of);
        fields.check();
        Refused.unless(putting.bringBack(caller.actor(), resting.orElseThrow()));
    }
}
