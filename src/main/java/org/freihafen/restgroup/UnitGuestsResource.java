package org.freihafen.restgroup;

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
import org.freihafen.guests.Guest;
import org.freihafen.guests.Hosting;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The guests of a unit. */
@Path("/units/{key}/guests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class UnitGuestsResource {
    private static final int LONGEST = 400;

    private final Caller caller;
    private final Sight sight;
    private final Hosting hosting;

    @Inject
    UnitGuestsResource(Caller caller, Sight sight, Hosting hosting) {
        this.caller = caller;
        this.sight = sight;
        this.hosting = hosting;
    }

    /**
     * One guest.
     *
     * @param sponsor who vouched for them
     * @param until the last day
     */
    public record GuestView(String person, String sponsor, String purpose, LocalDate until) {
        static GuestView of(Guest guest) {
            return new GuestView(
                    guest.person().toString(),
                    guest.sponsor().toString(),
                    guest.purpose(),
                    guest.until());
        }
    }

    /** Guests. */
    public record GuestList(List<GuestView> guests, Optional<String> next) {}

    /** Who is to come, what for, and until which day. */
    public record ToHost(
            @Nullable String name,
            @Nullable String address,
            @Nullable String purpose,
            @Nullable String until) {
        /** Without any of it, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToHost";
        }
    }

    @GET
    @Operation(summary = "The guests of a unit, for those who lead it")
    public GuestList list(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        Paged<GuestView> part =
                Paged.of(
                        hosting.list(caller.actor(), unit.id()).stream()
                                .map(GuestView::of)
                                .toList(),
                        GuestView::person,
                        asked);
        return new GuestList(part.shown(), part.next());
    }

    @POST
    @Operation(
            summary = "Invites a guest, who gets a letter with a link",
            description = "You vouch for them. Their stay ends after until and can be renewed.")
    @APIResponseSchema(value = GuestView.class, responseCode = "201")
    public Response invite(@PathParam("key") String key, @Nullable ToHost sent) {
        ToHost body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> name = fields.needed("name", body.name(), LONGEST);
        Optional<String> address = fields.needed("address", body.address(), LONGEST);
        Optional<String> purpose = fields.needed("purpose", body.purpose(), LONGEST);
        Optional<LocalDate> until =
                fields.needed("until", body.until(), fields.day("until", body.until()));
        fields.check();
        Unit unit = sight.unit(key);
        Guest guest =
                Refused.unless(
                        hosting.invite(
                                caller.actor(),
                                unit.id(),
                                new Hosting.Wish(
                                        name.orElseThrow(),
                                        address.orElseThrow(),
                                        purpose.orElseThrow(),
                                        until.orElseThrow())));
        return Response.status(Response.Status.CREATED).entity(GuestView.of(guest)).build();
    }
}
