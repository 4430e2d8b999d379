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

/** A unit is merged into another. */
@Path("/units/{key}/merger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class MergerResource {
    private final Sight sight;
    private final Reshapes reshapes;

    @Inject
    MergerResource(Sight sight, Reshapes reshapes) {
        this.sight = sight;
        this.reshapes = reshapes;
    }

    /** Into which unit, by its key; with the hash of what was shown, it is done. */
    public record ToMerge(@Nullable String into, @Nullable String hash) {}

    @POST
    @Operation(
            summary = "Merges a unit into another of its kind: shown first, then done",
            description = Reshapes.SHOWN_FIRST)
    public Reshapes.ConsequencesView merge(@PathParam("key") String key, @Nullable ToMerge sent) {
        ToMerge body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UnitKey> into =
                fields.needed("into", body.into(), fields.key("into", body.into()));
        Optional<String> hash = Reshapes.hash(fields, body.hash());
        fields.check();
        return reshapes.answer(
                new Reshape.Merge(
                        sight.unit(key).id(), sight.unit(into.orElseThrow().value()).id()),
                hash);
    }
}
