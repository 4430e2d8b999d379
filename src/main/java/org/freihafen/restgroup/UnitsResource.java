package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.access.TextRule.Text;
import org.freihafen.governance.ChangingUnits;
import org.freihafen.governance.Founding;
import org.freihafen.reshape.Reshape;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.rest.Unchanged;
import org.freihafen.rest.UnitViews;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The tree of units: reading it, founding, renaming, moving. */
@Path("/units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class UnitsResource {
    private static final int LONGEST_NAME = 400;
    private static final int MOST = 1_000;

    private final Caller caller;
    private final Sight sight;
    private final UnitViews views;
    private final Founding founding;
    private final ChangingUnits changing;
    private final Unchanged unchanged;
    private final Reshapes reshapes;

    @Inject
    UnitsResource(
            Caller caller,
            Sight sight,
            UnitViews views,
            Founding founding,
            ChangingUnits changing,
            Unchanged unchanged,
            Reshapes reshapes) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.founding = founding;
        this.changing = changing;
        this.unchanged = unchanged;
        this.reshapes = reshapes;
    }

    /** What founding takes. */
    public record ToFound(
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String name,
            @Nullable List<String> founders) {}

    /** What may change. */
    public record ToChange(@Nullable String name, @Nullable String parent) {}

    /** A part of the tree, in the order of keys. */
    public record UnitList(List<UnitViews.Brief> units, Optional<String> next) {}

    @GET
    @Operation(
            summary = "The units that you may see, in the order of their keys",
            description =
                    "q finds by a part of name or key; parent narrows to the units directly under"
                            + " one. Ask on with after=next while next is there.")
    public UnitList list(
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("q") @Nullable String part,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<UnitKey> under = fields.key("parent", parent);
        Optional<UnitKey> later = fields.key("after", after);
        Optional<String> wanted =
                fields.text("q", part, LONGEST_NAME).map(q -> q.toLowerCase(Locale.ROOT));
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Structure structure = sight.structure();
        Optional<Unit> above = under.map(key -> sight.unit(key.value()));
        List<Unit> found =
                structure.living().stream()
                        .filter(unit ->
                                above.map(u -> unit.parent().equals(Optional.of(u.id())))
                                        .orElse(true))
                        .filter(unit -> wanted.map(q -> names(unit, q)).orElse(true))
                        .filter(unit -> later.map(k -> unit.key().compareTo(k) > 0).orElse(true))
                        .sorted(Comparator.comparing(Unit::key))
                        .filter(sight::seesUnit)
                        .limit(most + 1L)
                        .toList();
        List<Unit> shown = found.subList(0, Math.min(most, found.size()));
        return new UnitList(
                shown.stream().map(unit -> views.brief(unit, structure)).toList(),
                found.size() > most
                        ? Optional.of(shown.getLast().key().value())
                        : Optional.empty());
    }

    private static boolean names(Unit unit, String part) {
        return unit.name().toLowerCase(Locale.ROOT).contains(part)
                || unit.key().value().contains(part);
    }

    @GET
    @Path("/{key}")
    @Operation(summary = "One unit: its kind, place, leads, number of people and workspace")
    @APIResponseSchema(value = UnitViews.Whole.class, responseCode = "200")
    public Response show(@PathParam("key") String key, @Context Request request) {
        Unit unit = sight.unit(key);
        return Response.ok(views.whole(unit, sight.structure())).tag(StateTag.of(unit)).build();
    }

    @POST
    @Operation(
            summary = "Founds a unit, which you then lead",
            description =
                    "founders are login names, member numbers or e-mail addresses of people to"
                            + " invite. The answer does not tell whether they exist.")
    @APIResponseSchema(value = UnitViews.Whole.class, responseCode = "201")
    public Response found(@Nullable ToFound sent) {
        ToFound body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> kind = fields.needed("kind", body.kind(), 60);
        Optional<UnitKey> parent =
                fields.needed("parent", body.parent(), fields.key("parent", body.parent()));
        Optional<String> name = fields.needed("name", body.name(), LONGEST_NAME);
        List<String> founders =
                Objects.requireNonNullElse(body.founders(), List.<@Nullable String>of()).stream()
                        .flatMap(address -> Optional.ofNullable(address).stream())
                        .toList();
        founders.forEach(address -> fields.text("founders", address, Text.ADDRESS.longest()));
        fields.check();
        Unit above = sight.unit(parent.orElseThrow().value());
        Unit unit =
                Refused.unless(
                        founding.found(
                                caller.actor(),
                                new Founding.Wish(
                                        kind.orElseThrow(),
                                        above.key(),
                                        name.orElseThrow(),
                                        founders)));
        return Response.created(URI.create("units/" + unit.key()))
                .entity(views.whole(unit, sight.structure()))
                .tag(StateTag.of(unit))
                .build();
    }

    @PATCH
    @Path("/{key}")
    @Operation(
            summary = "Renames a unit, moves it under another, or both",
            description =
                    "Its id, key, groups and grants stay. A move that changes who reaches what is"
                            + " refused here: POST /units/{key}/move shows it first.")
    @APIResponseSchema(value = UnitViews.Whole.class, responseCode = "200")
    public Response change(
            @PathParam("key") String key, @Nullable ToChange sent, @Context Request request) {
        ToChange body = Fields.body(sent);
        Unit unit = sight.unit(key);
        Fields fields = new Fields();
        Optional<String> name = fields.text("name", body.name(), LONGEST_NAME);
        Optional<UnitKey> parent = fields.key("parent", body.parent());
        if (name.isEmpty() && parent.isEmpty()) {
            fields.needed("name", body.name(), LONGEST_NAME);
        }
        fields.check();
        sight.require(Action.CHANGE_UNIT, unit);
        parent.ifPresent(above -> sight.unit(above.value()));
        Unit changed =
                unchanged.inTree(
                        request,
                        () -> StateTag.of(sight.unit(key)),
                        () -> changed(unit, name, parent));
        return Response.ok(views.whole(changed, sight.structure()))
                .tag(StateTag.of(changed))
                .build();
    }

    private Unit changed(Unit unit, Optional<String> name, Optional<UnitKey> parent) {
        Unit changed = unit;
        if (parent.isPresent()) {
            changed =
                    reshapes.moveUnseen(
                            new Reshape.Move(unit.id(), sight.unit(parent.get().value()).id()));
        }
        if (name.isPresent()) {
            changed = Refused.unless(changing.rename(caller.actor(), unit.id(), name.get()));
        }
        return changed;
    }
}
