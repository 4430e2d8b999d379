package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.TextRule.Text;
import org.freihafen.governance.Electing;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Role;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.restperson.SessionResource;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** Who was elected into a board, as the member office records it. */
@Path("/units/{key}/elections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class ElectionsResource {
    private static final int LONGEST_ADDRESS = Text.ADDRESS.longest();

    private final Caller caller;
    private final Sight sight;
    private final Electing electing;

    @Inject
    ElectionsResource(Caller caller, Sight sight, Electing electing) {
        this.caller = caller;
        this.sight = sight;
        this.electing = electing;
    }

    /** Who was elected; role is member or lead, until the last day of the term. */
    public record Elected(
            @Nullable String address, @Nullable String role, @Nullable String until) {}

    @POST
    @Operation(summary = "Records that somebody was elected, and until when")
    @APIResponseSchema(value = SessionResource.SignedIn.class, responseCode = "201")
    public Response elect(@PathParam("key") String key, @Nullable Elected sent) {
        Elected body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> address = fields.needed("address", body.address(), LONGEST_ADDRESS);
        Optional<Role> role =
                fields.needed("role", body.role(), fields.word("role", body.role(), Role.class));
        Optional<LocalDate> until = fields.day("until", body.until());
        fields.check();
        Unit unit = sight.unit(key);
        Membership membership =
                Refused.unless(
                        electing.record(
                                caller.actor(),
                                unit.id(),
                                new Electing.Result(
                                        address.orElseThrow(), role.orElseThrow(), until)));
        return Response.status(Response.Status.CREATED)
                .entity(new SessionResource.SignedIn(membership.person().toString()))
                .build();
    }
}
