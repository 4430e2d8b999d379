package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Naming;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.SightRule;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.rest.Unchanged;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person, as far as the caller may see them. Somebody of whom the caller may see nothing is not
 * there, just like somebody who never was.
 */
@Path("/people/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PeopleResource {
    private static final int LONGEST_NAME = 200;

    private final Caller caller;
    private final Access access;
    private final Sight sight;
    private final People people;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Naming naming;
    private final Unchanged unchanged;
    private final Clock clock;

    @Inject
    PeopleResource(
            Caller caller,
            Access access,
            Sight sight,
            People people,
            Accounts accounts,
            Memberships memberships,
            Naming naming,
            Unchanged unchanged,
            Clock clock) {
        this.caller = caller;
        this.access = access;
        this.sight = sight;
        this.people = people;
        this.accounts = accounts;
        this.memberships = memberships;
        this.naming = naming;
        this.unchanged = unchanged;
        this.clock = clock;
    }

    /** A unit that somebody belongs to. */
    public record Belonging(String unit, String name, String role) {}

    /** What the register says; for oneself and the member office only. */
    public record RegisterData(
            Optional<String> memberNumber,
            String givenName,
            String familyName,
            Optional<String> email,
            String status,
            boolean paidUp,
            Optional<LocalDate> joined,
            Optional<LocalDate> left) {}

    /**
     * Somebody.
     *
     * @param units where the caller sees that they belong
     */
    public record PersonView(
            String id,
            String name,
            Optional<String> login,
            Optional<String> account,
            List<Belonging> units,
            Optional<RegisterData> register) {
        private List<?> seen() {
            return List.of(id, login, name);
        }
    }

    @GET
    @Operation(summary = "A person as far as you may see them; yourself with the id me")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response show(@PathParam("id") String id) {
        PersonView person = view(id);
        return Response.ok(person).tag(StateTag.of(person.seen())).build();
    }

    private PersonView view(String id) {
        Fields fields = new Fields();
        PersonId person =
                id.equals("me")
                        ? caller.person()
                        : fields.id("id", id, PersonId::of).orElse(caller.person());
        fields.check();
        Optional<Account> account =
                accounts.byId(person).filter(a -> a.state() != Account.State.ERASED);
        boolean oneself = person.equals(caller.person());
        Structure structure = sight.structure();
        List<Membership> all = memberships.of(person, LocalDate.now(clock));
        boolean office = !oneself && isOffice(all, structure);
        List<Belonging> seen =
                all.stream()
                        .flatMap(m ->
                                structure.byId(m.unit()).stream()
                                        .filter(unit -> !unit.ended())
                                        .filter(unit ->
                                                oneself
                                                        || (office && sight.seesUnit(unit))
                                                        || seesHere(m, unit))
                                        .map(unit -> belonging(m, unit)))
                        .toList();
        if (account.isEmpty() || !(oneself || office || !seen.isEmpty())) {
            throw new NotFoundException();
        }
        boolean whole = oneself || office;
        return new PersonView(
                person.toString(),
                account.get().displayName(),
                whole ? Optional.of(account.get().username().value()) : Optional.empty(),
                whole ? Optional.of(Fields.spelled(account.get().state())) : Optional.empty(),
                seen,
                whole ? people.byId(person).map(PeopleResource::register) : Optional.empty());
    }

    /** What changes; what is left out stays. */
    public record ToChange(@Nullable String login, @Nullable String name) {}

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Chooses another login name, another display name, or both",
            description =
                    "The name is everybody's own to choose; the member office can change a login"
                            + " name. One that is given up is never given to another.")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response change(
            @PathParam("id") String id,
            @Nullable ToChange sent,
            @HeaderParam("If-Match") @Nullable String expected,
            @Context Request request) {
        ToChange body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<PersonId> person =
                id.equals("me") ? caller.somebody() : fields.id("id", id, PersonId::of);
        Optional<String> login = fields.text("login", body.login(), LONGEST_NAME);
        Optional<String> name = fields.text("name", body.name(), LONGEST_NAME);
        if (login.isEmpty() && name.isEmpty()) {
            fields.needed("name", body.name(), LONGEST_NAME);
        }
        fields.check();
        PersonId whose = person.orElseThrow();
        Refused.unless(
                expected == null
                        ? renamed(whose, login, name)
                        : unchanged.of(
                                whose,
                                request,
                                () -> StateTag.of(view(id).seen()),
                                () -> renamed(whose, login, name)));
        return show(id);
    }

    /** A refusal is an answer here, so that what was tried is remembered. */
    private Decision<Account> renamed(
            PersonId whose, Optional<String> login, Optional<String> name) {
        Optional<Decision<Account>> chosen =
                login.map(wished -> naming.login(caller.actor(), whose, wished));
        return chosen.filter(decision -> name.isEmpty() || decision.refusal().isPresent())
                .orElseGet(() -> naming.displayName(caller.actor(), whose, name.orElseThrow()));
    }

    /** The member office of a unit where the person belongs by register. */
    private boolean isOffice(List<Membership> all, Structure structure) {
        return access.allows(caller.actor(), Action.SEE_PERSON)
                || all.stream()
                        .flatMap(m -> structure.byId(m.unit()).stream())
                        .filter(unit -> unit.kind().byRegister())
                        .anyMatch(unit -> sight.sees(SightRule.Field.REGISTER_DATA, unit));
    }

    private boolean seesHere(Membership membership, Unit unit) {
        return sight.seesUnit(unit)
                && (sight.sees(SightRule.Field.NAMES, unit)
                        || (membership.role() == Role.LEAD
                                && sight.sees(SightRule.Field.LEADS, unit)));
    }

    private static Belonging belonging(Membership membership, Unit unit) {
        return new Belonging(
                unit.key().value(),
                unit.name(),
                membership.role() == Role.LEAD ? "lead" : "member");
    }

    private static RegisterData register(Person person) {
        return new RegisterData(
                person.number().map(MemberNumber::value),
                person.givenName(),
                person.familyName(),
                person.email(),
                Fields.spelled(person.status()),
                person.dues().paidUp(),
                person.joined(),
                person.left());
    }
}
