package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.guests.Hosting;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** One guest. */
@Path("/guests/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class GuestsResource {
    private final Caller caller;
    private final Hosting hosting;

    @Inject
    GuestsResource(Caller caller, Hosting hosting) {
        this.caller = caller;
        this.hosting = hosting;
    }

    /** The last day of the stay. */
    public record ToRenew(@Nullable String until) {}

    @PATCH
    @Operation(summary = "Renews a guest's stay, or shortens it")
    public UnitGuestsResource.GuestView renew(@PathParam("id") String id, @Nullable ToRenew sent) {
        ToRenew body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<PersonId> guest = fields.id("id", id, PersonId::of);
        Optional<LocalDate> until =
                fields.needed("until", body.until(), fields.day("until", body.until()));
        fields.check();
        return UnitGuestsResource.GuestView.of(
                Refused.unless(
                        hosting.renew(caller.actor(), guest.orElseThrow(), until.orElseThrow())));
    }

    @DELETE
    @Operation(summary = "Ends a guest's stay at once")
    @APIResponse(responseCode = "204")
    public void end(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<PersonId> guest = fields.id("id", id, PersonId::of);
        fields.check();
        Refused.unless(hosting.end(caller.actor(), guest.orElseThrow()));
    }
}
