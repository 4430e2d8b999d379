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
import org.freihafen.structure.UnitKey;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A unit comes to stand under another. */
@Path("/units/{key}/move")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class MoveResource {
    private final Sight sight;
    private final Reshapes reshapes;

    @Inject
    MoveResource(Sight sight, Reshapes reshapes) {
        this.sight = sight;
        this.reshapes = reshapes;
    }

    /** Under which unit, by its key; with the hash of what was shown, it is done. */
    public record ToMove(@Nullable String parent, @Nullable String hash) {}

    @POST
    @Operation(
            summary = "Moves a unit under another: shown first, then done",
            description = Reshapes.SHOWN_FIRST)
    public Reshapes.ConsequencesView move(@PathParam("key") String key, @Nullable ToMove sent) {
        ToMove body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UnitKey> parent =
                fields.needed("parent", body.parent(), fields.key("parent", body.parent()));
        Optional<String> hash = Reshapes.hash(fields, body.hash());
        fields.check();
        return reshapes.answer(
                new Reshape.Move(
                        sight.unit(key).id(), sight.unit(parent.orElseThrow().value()).id()),
                hash);
    }
}
