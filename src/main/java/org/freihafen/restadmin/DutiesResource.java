package org.freihafen.restadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Standings;
import org.freihafen.governance.GivingDuties;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.UnitViews;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who holds which duty, in which unit and below. */
@Path("/duties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "duties")
public class DutiesResource {
    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final Duties duties;
    private final GivingDuties giving;
    private final Clock clock;

    @Inject
    DutiesResource(
            Caller caller,
            Access access,
            Sight sight,
            Duties duties,
            GivingDuties giving,
            Clock clock) {
        this.caller = caller;
        this.access = access;
        this.sight = sight;
        this.duties = duties;
        this.giving = giving;
        this.clock = clock;
    }

    /** A duty to give. Without a unit, in the whole federation; until is the last day. */
    public record ToGive(
            @Nullable String person,
            @Nullable String duty,
            @Nullable String unit,
            @Nullable String until) {}

    /**
     * A duty that somebody holds.
     *
     * @param unit empty for the whole federation
     */
    public record DutyView(
            UnitViews.Someone person,
            String duty,
            Optional<String> unit,
            Optional<Instant> until) {}

    /** Duties that hold. */
    public record DutyList(List<DutyView> duties, Optional<String> next) {}

    @GET
    @Operation(
            summary = "The duties that are held in a unit and below",
            description =
                    "Without a unit, all of the federation. Ask on with after=next while next is"
                            + " there.")
    public DutyList list(
            @QueryParam("unit") @Nullable String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        UnitId in = in(fields, key);
        access.require(caller.actor(), Action.SEE_DUTIES, in);
        Structure structure = sight.structure();
        Instant now = clock.instant();
        List<DutyHeld> held =
                duties.all().stream()
                        .filter(duty -> duty.holdsAt(now))
                        .filter(duty -> lies(duty.in(), in, structure))
                        .toList();
        Paged<DutyHeld> part = Paged.of(held, DutiesResource::key, asked);
        Map<PersonId, String> names =
                sight.names(part.shown().stream().map(DutyHeld::person).toList());
        return new DutyList(
                part.shown().stream()
                        .map(duty -> view(duty, names.getOrDefault(duty.person(), ""), structure))
                        .toList(),
                part.next());
    }

    private static String key(DutyHeld held) {
        return held.person() + "." + held.duty() + "." + held.in();
    }

    private boolean lies(UnitId unit, UnitId below, Structure structure) {
        return below.equals(access.federation())
                || structure.upward(unit).stream().anyMatch(each -> each.id().equals(below));
    }

    private static DutyView view(DutyHeld duty, String name, Structure structure) {
        return new DutyView(
                new UnitViews.Someone(duty.person().toString(), name),
                Fields.spelled(duty.duty()),
                structure.byId(duty.in()).map(unit -> unit.key().value()),
                duty.until());
    }

    @POST
    @Operation(
            summary = "Gives a duty, or changes its end",
            description =
                    "duty is member-office, administrator or auditor. It holds in the unit and all"
                            + " below it.")
    @APIResponseSchema(value = DutyView.class, responseCode = "201")
    public Response give(@Nullable ToGive sent) {
        ToGive body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<PersonId> person =
                fields.needed(
                        "person", body.person(), fields.id("person", body.person(), PersonId::of));
        Optional<Duty> duty =
                fields.needed("duty", body.duty(), fields.word("duty", body.duty(), Duty.class));
        Optional<Instant> until =
                fields.day("until", body.until())
                        .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        UnitId in = in(fields, body.unit());
        DutyHeld held =
                Refused.unless(
                        giving.give(
                                caller.actor(),
                                new DutyHeld(person.orElseThrow(), duty.orElseThrow(), in, until)));
        String name = sight.names(List.of(held.person())).getOrDefault(held.person(), "");
        return Response.status(Response.Status.CREATED)
                .entity(view(held, name, sight.structure()))
                .build();
    }

    @DELETE
    @Operation(summary = "Takes a duty away at once")
    public void end(
            @QueryParam("person") @Nullable String person,
            @QueryParam("duty") @Nullable String duty,
            @QueryParam("unit") @Nullable String unit) {
        Fields fields = new Fields();
        Optional<PersonId> holder =
                fields.needed("person", person, fields.id("person", person, PersonId::of));
        Optional<Duty> held = fields.needed("duty", duty, fields.word("duty", duty, Duty.class));
        UnitId in = in(fields, unit);
        access.require(caller.actor(), Action.GIVE_DUTIES, in);
        Refused.unless(
                giving.end(
                        caller.actor(),
                        holder.orElseThrow(),
                        held.orElseThrow(),
                        where(holder.orElseThrow(), held.orElseThrow(), in)));
    }

    /** A duty of the whole federation may have been given before there was a structure. */
    private UnitId where(PersonId person, Duty duty, UnitId in) {
        boolean before =
                in.equals(access.federation())
                        && duties.of(person).stream()
                                .filter(held -> held.holdsAt(clock.instant()))
                                .anyMatch(held ->
                                        held.duty() == duty
                                                && held.in().equals(Standings.FEDERATION));
        return before ? Standings.FEDERATION : in;
    }

    private UnitId in(Fields fields, @Nullable String key) {
        fields.key("unit", key);
        fields.check();
        return key == null || key.isBlank()
                ? access.federation()
                : sight.find(key).map(Unit::id).orElseThrow(NotFoundException::new);
    }
}
