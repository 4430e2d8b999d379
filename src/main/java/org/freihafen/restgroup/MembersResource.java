package org.freihafen.restgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.freihafen.access.Action;
import org.freihafen.access.TextRule.Text;
import org.freihafen.governance.Inviting;
import org.freihafen.governance.Leaving;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.UnitViews;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who belongs to a unit; inviting into it, leaving it, being made to leave. */
@Path("/units/{key}/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MembersResource {
    private static final int LONGEST_ADDRESS = Text.ADDRESS.longest();
    private static final int MOST = 1_000;

    private final Caller caller;
    private final Sight sight;
    private final UnitViews views;
    private final Memberships memberships;
    private final Inviting inviting;
    private final Leaving leaving;
    private final Clock clock;

    @Inject
    MembersResource(
            Caller caller,
            Sight sight,
            UnitViews views,
            Memberships memberships,
            Inviting inviting,
            Leaving leaving,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.memberships = memberships;
        this.inviting = inviting;
        this.leaving = leaving;
        this.clock = clock;
    }

    /** Whom to invite: a login name, member number or e-mail address. */
    public record ToInvite(@Nullable String address) {}

    /** An invitation went out, as it was written. */
    public record Invited(String address) {}

    /** Somebody who belongs to the unit itself. */
    public record Member(String id, String name, String role, LocalDate since) {}

    /**
     * Who belongs.
     *
     * @param number with those below who belong by register
     * @param members those directly in the unit, where the caller sees names
     */
    public record Members(
            Optional<Integer> number,
            List<UnitViews.Someone> leads,
            Optional<List<Member>> members,
            Optional<String> next) {}

    @GET
    @Operation(
            summary = "Who belongs to the unit",
            description =
                    "number counts everybody, also those who belong through a unit below. members"
                            + " names those directly in the unit, if you may see their names.")
    public Members list(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<PersonId> later = fields.id("after", after, PersonId::of);
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_MEMBERS, unit);
        List<UnitViews.Someone> leads =
                sight.sees(Field.LEADS, unit) ? views.leads(unit) : List.of();
        if (!sight.sees(Field.NAMES, unit)) {
            return new Members(views.people(unit), leads, Optional.empty(), Optional.empty());
        }
        List<Membership> all =
                memberships.in(unit.id(), LocalDate.now(clock)).stream()
                        .sorted(Comparator.comparing(Membership::person))
                        .filter(m -> later.map(id -> m.person().compareTo(id) > 0).orElse(true))
                        .toList();
        List<Membership> shown = all.subList(0, Math.min(most, all.size()));
        return new Members(
                views.people(unit),
                leads,
                Optional.of(named(shown)),
                all.size() > most
                        ? Optional.of(shown.getLast().person().toString())
                        : Optional.empty());
    }

    private List<Member> named(List<Membership> shown) {
        Map<PersonId, String> names = sight.names(shown.stream().map(Membership::person).toList());
        return shown.stream()
                .map(m ->
                        new Member(
                                m.person().toString(),
                                names.getOrDefault(m.person(), ""),
                                m.role() == Role.LEAD ? "lead" : "member",
                                m.period().from()))
                .toList();
    }

    @POST
    @Operation(
            summary = "Invites somebody",
            description =
                    "The answer is the same whether the address belongs to somebody or not. Nobody"
                            + " belongs before accepting.")
    @APIResponseSchema(value = Invited.class, responseCode = "202")
    public Response invite(@PathParam("key") String key, @Nullable ToInvite sent) {
        ToInvite body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> address = fields.needed("address", body.address(), LONGEST_ADDRESS);
        fields.check();
        Unit unit = sight.unit(key);
        String invited =
                Refused.unless(inviting.invite(caller.actor(), unit.id(), address.orElseThrow()));
        return Response.accepted(new Invited(invited)).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a membership; yours with the id me")
    public void end(@PathParam("key") String key, @PathParam("id") String id) {
        Unit unit = sight.unit(key);
        Fields fields = new Fields();
        boolean oneself = id.equals("me");
        Optional<PersonId> person = oneself ? Optional.empty() : fields.id("id", id, PersonId::of);
        fields.check();
        if (oneself || person.equals(caller.somebody())) {
            Refused.unless(leaving.leave(caller.actor(), unit.id()));
        } else {
            Refused.unless(leaving.remove(caller.actor(), unit.id(), person.orElseThrow()));
        }
    }
}
