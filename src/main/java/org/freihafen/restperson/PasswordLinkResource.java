package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Repeats;
import org.freihafen.signin.IssuingPasswordLinks;
import org.freihafen.web.Caller;

import java.time.Instant;
import java.util.Optional;

/** A link by which somebody sets a password once. */
@Path("/people/{id}/password-link")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PasswordLinkResource {
    private final Caller caller;
    private final IssuingPasswordLinks issuing;

    @Inject
    PasswordLinkResource(Caller caller, IssuingPasswordLinks issuing) {
        this.caller = caller;
        this.issuing = issuing;
    }

    /** A link's secret, shown only here, and until when it works. */
    public record Issued(String secret, Instant until) implements Repeats.ShownOnce {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    @POST
    @Operation(
            summary = "Makes a link by which the person sets a password once",
            description = "It closes the one before. The secret is shown only in this answer.")
    @APIResponseSchema(value = Issued.class, responseCode = "201")
    public Response issue(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<PersonId> person =
                id.equals("me") ? caller.somebody() : fields.id("id", id, PersonId::of);
        fields.check();
        IssuingPasswordLinks.Issued issued =
                Refused.unless(issuing.issue(caller.actor(), person.orElseThrow()));
        return Response.status(Response.Status.CREATED)
                .entity(new Issued(issued.secret().text(), issued.until()))
                .build();
    }
}
