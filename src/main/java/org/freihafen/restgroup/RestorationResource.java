package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.reshape.Reshape;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A dissolved unit comes back. */
@Path("/units/{key}/restoration")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class RestorationResource {
    private final Sight sight;
    private final Reshapes reshapes;

    @Inject
    RestorationResource(Sight sight, Reshapes reshapes) {
        this.sight = sight;
        this.reshapes = reshapes;
    }

    /** With the hash of what was shown, it is done. */
    public record ToRestore(@Nullable String hash) {}

    @POST
    @Operation(
            summary = "Restores a dissolved unit: shown first, then done",
            description = Reshapes.SHOWN_FIRST)
    public Reshapes.ConsequencesView restore(
            @PathParam("key") String key, @Nullable ToRestore sent) {
        ToRestore body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> hash = Reshapes.hash(fields, body.hash());
        fields.check();
        return reshapes.answer(new Reshape.Restore(sight.unit(key).id()), hash);
    }
}
