package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Duties;
import org.freihafen.access.Standing;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Structure;
import org.freihafen.web.Caller;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who you are, where you belong, and what you may do. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class MeResource {
    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Duties duties;
    private final Clock clock;

    @Inject
    MeResource(
            Caller caller,
            Access access,
            Sight sight,
            Accounts accounts,
            Memberships memberships,
            Duties duties,
            Clock clock) {
        this.caller = caller;
        this.access = access;
        this.sight = sight;
        this.accounts = accounts;
        this.memberships = memberships;
        this.duties = duties;
        this.clock = clock;
    }

    /** A duty of yours; without a unit, in the whole federation. */
    public record YourDuty(String duty, Optional<String> unit, Optional<Instant> until) {}

    /**
     * You.
     *
     * @param units where you belong directly
     * @param may what you may do in what concerns the whole federation
     */
    public record Me(
            String id,
            String login,
            String name,
            List<PeopleResource.Belonging> units,
            List<YourDuty> duties,
            List<String> may) {}

    @GET
    @Operation(summary = "Who you are, where you belong, and what you may do")
    public Me show() {
        PersonId person = caller.person();
        Account account = accounts.byId(person).orElseThrow(NotFoundException::new);
        Structure structure = sight.structure();
        Set<Standing> everywhere = access.standings(person, access.federation());
        return new Me(
                person.toString(),
                account.username().value(),
                account.displayName(),
                memberships.of(person, LocalDate.now(clock)).stream()
                        .flatMap(m -> belonging(m, structure))
                        .toList(),
                duties.of(person).stream()
                        .filter(held -> held.holdsAt(clock.instant()))
                        .map(held ->
                                new YourDuty(
                                        Fields.spelled(held.duty()),
                                        structure.byId(held.in()).map(u -> u.key().value()),
                                        held.until()))
                        .toList(),
                Arrays.stream(Action.values())
                        .filter(action -> action.allowedTo(everywhere))
                        .map(Fields::spelled)
                        .toList());
    }

    private static Stream<PeopleResource.Belonging> belonging(
            Membership membership, Structure structure) {
        return structure.byId(membership.unit()).stream()
                .map(unit ->
                        new PeopleResource.Belonging(
                                unit.key().value(),
                                unit.name(),
                                membership.role() == Role.LEAD ? "lead" : "member"));
    }
}
