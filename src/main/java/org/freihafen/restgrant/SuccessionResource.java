package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.ids.GrantId;
import org.freihafen.reshape.Succession;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/** A grant to a unit that was merged waits for a word of the unit that gave it. */
@Path("/grants/{id}/succession")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class SuccessionResource {
    private final Caller caller;
    private final Sight sight;
    private final GrantViews views;
    private final Grants grants;
    private final Succession succession;

    @Inject
    SuccessionResource(
            Caller caller, Sight sight, GrantViews views, Grants grants, Succession succession) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.succession = succession;
    }

    /** Whether the unit into which the recipient was merged takes its place. */
    public record Word(@Nullable Boolean pass) {}

    @POST
    @Operation(
            summary = "Says whether the heir of a merged unit gets what was granted to it",
            description =
                    "Until then the people of before go on reaching it. With pass false the grant"
                            + " ends.")
    public GrantViews.GrantView decide(@PathParam("id") String id, @Nullable Word sent) {
        Word body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<GrantId> grant = fields.id("id", id, GrantId::of);
        if (body.pass() == null) {
            fields.wrong("pass", "missing");
        }
        fields.check();
        Grant found = grant.flatMap(grants::byId).orElseThrow(NotFoundException::new);
        Unit giver = sight.find(found.folder().workspace()).orElseThrow(NotFoundException::new);
        if (!sight.allows(Action.SEE_GRANTS, giver)) {
            throw new NotFoundException();
        }
        return views.view(
                Refused.unless(
                        succession.decide(
                                caller.actor(),
                                found.id(),
                                Objects.requireNonNullElse(body.pass(), false))));
    }
}
