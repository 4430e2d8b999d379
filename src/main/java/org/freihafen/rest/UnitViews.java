package org.freihafen.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Action;
import org.freihafen.access.Standing;
import org.freihafen.governance.Headcount;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.membership.SightRule;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.web.Language;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units as programs read them, with no more than the caller may see. */
@Dependent
public class UnitViews {
    private final Sight sight;
    private final Headcount headcount;
    private final Memberships memberships;
    private final Workspaces workspaces;
    private final HttpServletRequest request;
    private final Language language;
    private final Clock clock;

    @Inject
    UnitViews(
            Sight sight,
            Headcount headcount,
            Memberships memberships,
            Workspaces workspaces,
            HttpServletRequest request,
            Language language,
            Clock clock) {
        this.sight = sight;
        this.headcount = headcount;
        this.memberships = memberships;
        this.workspaces = workspaces;
        this.request = request;
        this.language = language;
        this.clock = clock;
    }

    /** A unit in a list. */
    public record Brief(
            String key,
            String id,
            String name,
            String kind,
            String kindLabel,
            Optional<String> parent,
            String origin) {}

    /** Somebody by the name that they chose. */
    public record Someone(String id, String name) {}

    /** The file cloud on which a workspace lies, and whether it is made yet. */
    public record WorkspaceView(String cloud, boolean made, boolean archived) {}

    /**
     * One unit.
     *
     * @param leads empty where the caller does not see them
     * @param may what the caller may do in it
     */
    public record Whole(
            String key,
            String id,
            String name,
            String kind,
            String kindLabel,
            Optional<String> parent,
            String origin,
            boolean ended,
            Optional<Integer> people,
            Optional<List<Someone>> leads,
            Optional<WorkspaceView> workspace,
            List<String> may) {}

    public Brief brief(Unit unit, Structure structure) {
        return new Brief(
                unit.key().value(),
                unit.id().toString(),
                unit.name(),
                unit.kind().name(),
                label(unit),
                parent(unit, structure),
                Fields.spelled(unit.origin()));
    }

    public Whole whole(Unit unit, Structure structure) {
        Set<Standing> standings = sight.standings(unit);
        return new Whole(
                unit.key().value(),
                unit.id().toString(),
                unit.name(),
                unit.kind().name(),
                label(unit),
                parent(unit, structure),
                Fields.spelled(unit.origin()),
                unit.ended(),
                people(unit, standings),
                SightRule.sees(Field.LEADS, standings, unit.kind())
                        ? Optional.of(leads(unit))
                        : Optional.empty(),
                workspace(unit),
                may(standings));
    }

    /** How many belong to the unit, where the caller sees that. */
    public Optional<Integer> people(Unit unit) {
        return people(unit, sight.standings(unit));
    }

    private Optional<Integer> people(Unit unit, Set<Standing> standings) {
        return SightRule.sees(Field.NUMBER_OF_PEOPLE, standings, unit.kind())
                ? Optional.of(headcount.of(new GroupId(unit.id(), Part.PEOPLE)))
                : Optional.empty();
    }

    public List<Someone> leads(Unit unit) {
        List<PersonId> leads =
                memberships.in(unit.id(), LocalDate.now(clock)).stream()
                        .filter(membership -> membership.role() == Role.LEAD)
                        .map(Membership::person)
                        .toList();
        return someone(leads);
    }

    public List<Someone> someone(List<PersonId> people) {
        Map<PersonId, String> names = sight.names(people);
        return people.stream()
                .map(id -> new Someone(id.toString(), names.getOrDefault(id, "")))
                .toList();
    }

    private Optional<WorkspaceView> workspace(Unit unit) {
        return workspaces
                .of(unit.id())
                .map(made -> new WorkspaceView(made.cloud(), true, made.archived()))
                .or(() ->
                        unit.kind()
                                .cloud()
                                .filter(_ -> unit.kind().hasWorkspace())
                                .map(cloud -> new WorkspaceView(cloud, false, false)));
    }

    private static List<String> may(Set<Standing> standings) {
        return Arrays.stream(Action.values())
                .filter(action -> action.allowedTo(standings))
                .map(Fields::spelled)
                .toList();
    }

    private String label(Unit unit) {
        return unit.kind().label(language.of(request).language().getLanguage());
    }

    private static Optional<String> parent(Unit unit, Structure structure) {
        return unit.parent().flatMap(structure::byId).map(above -> above.key().value());
    }
}
