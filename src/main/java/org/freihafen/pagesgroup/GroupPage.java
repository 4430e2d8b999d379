package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Standing;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.governance.Headcount;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A group as its visitor may see it: its place, who it is, and what stands below it. */
@Named
@RequestScoped
public class GroupPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Kinds kinds;
    @Inject private Memberships memberships;
    @Inject private Accounts accounts;
    @Inject private Headcount headcount;
    @Inject private Clock clock;

    private final Once<Integer> count = new Once<>();
    private final Once<List<Face>> leads = new Once<>();
    private final Once<List<Face>> others = new Once<>();
    private final Once<List<Unit>> below = new Once<>();
    private final Once<List<Unit>> restorable = new Once<>();
    private final Once<List<UnitKind>> foundable = new Once<>();

    /** Somebody who belongs here, by the name that they chose. */
    public record Face(PersonId id, String name, boolean leads, boolean self) {}

    /** Units above, the highest first. */
    public List<Unit> above() {
        return asked.structure().above(asked.unit().id()).reversed();
    }

    /** Into which group this one was merged, if it was. */
    public @Nullable Unit heir() {
        Unit unit = asked.unit();
        return asked.structure().heir(unit.id()).filter(u -> !u.equals(unit)).orElse(null);
    }

    /** Groups that were merged into this one, with workspaces of their own. */
    public List<Unit> inherited() {
        return asked.may(Action.SEE_FOLDERS)
                ? asked.structure().inheritedBy(asked.unit().id())
                : List.of();
    }

    public int count() {
        return count.get(this::findCount);
    }

    private int findCount() {
        return headcount.of(new GroupId(asked.unit().id(), Part.PEOPLE));
    }

    /** What the visitor is to the group, as a key of the words. */
    public String standing() {
        Set<Standing> standings = asked.standings(asked.unit().id());
        if (standings.contains(Standing.LEAD)) {
            return "group.you.lead";
        }
        if (standings.contains(Standing.STAND_IN)) {
            return "group.you.standIn";
        }
        return standings.contains(Standing.MEMBER) ? "group.you.member" : "group.you.nobody";
    }

    public boolean belongs() {
        return memberships.of(visitor.id(), asked.unit().id(), LocalDate.now(clock)).isPresent();
    }

    /** Those who lead; nobody where the visitor may not know them. */
    public List<Face> leads() {
        return leads.get(this::findLeads);
    }

    private List<Face> findLeads() {
        return asked.sees(Field.LEADS) ? faces(Role.LEAD) : List.of();
    }

    /**
     * Who stands in while nobody leads, as a key of the words: at the top there is nobody above.
     */
    public String standsIn() {
        return asked.unit().parent().isPresent() ? "people.leads.none" : "people.leads.none.top";
    }

    /** Those who belong without leading; nobody where the visitor may not know them. */
    public List<Face> others() {
        return others.get(this::findOthers);
    }

    private List<Face> findOthers() {
        return asked.sees(Field.NAMES) ? faces(Role.MEMBER) : List.of();
    }

    /** Everybody directly in the group, for whoever names its leads. */
    public List<Face> everybody() {
        return Stream.concat(leads().stream(), others().stream()).toList();
    }

    private List<Face> faces(Role role) {
        Set<PersonId> ids =
                memberships.in(asked.unit().id(), LocalDate.now(clock)).stream()
                        .filter(membership -> membership.role() == role)
                        .map(Membership::person)
                        .collect(Collectors.toSet());
        Map<PersonId, Account> named = accounts.byIds(ids);
        return named.values().stream()
                .map(account ->
                        new Face(
                                account.id(),
                                account.displayName(),
                                role == Role.LEAD,
                                account.id().equals(visitor.id())))
                .sorted(Comparator.comparing(Face::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Units directly below that the visitor may know of. */
    public List<Unit> below() {
        return below.get(this::findBelow);
    }

    private List<Unit> findBelow() {
        return asked.structure().children(asked.unit().id()).stream()
                .filter(unit -> !unit.kind().discreet() || asked.sees(Field.UNIT, unit))
                .sorted(Comparator.comparing(Unit::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Groups that were dissolved here and that the visitor can still bring back. */
    public List<Unit> restorable() {
        return restorable.get(this::findRestorable);
    }

    private List<Unit> findRestorable() {
        return asked.structure().dissolvedBelow(asked.unit().id()).stream()
                .filter(unit -> Action.CHANGE_UNIT.allowedTo(asked.standings(unit.id())))
                .sorted(Comparator.comparing(Unit::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Kinds of group that the visitor may found here. */
    public List<UnitKind> foundable() {
        return foundable.get(this::findFoundable);
    }

    private List<UnitKind> findFoundable() {
        if (!asked.may(Action.FOUND_UNIT) || asked.unit().ended()) {
            return List.of();
        }
        return asked.unit().kind().mayContain().stream()
                .flatMap(name -> kinds.named(name).stream())
                .filter(UnitKind::founded)
                .sorted(Comparator.comparing(UnitKind::discreet).thenComparing(words::kind))
                .toList();
    }

    /** Whether the visitor may take others out. */
    public boolean removes() {
        return asked.may(Action.END_MEMBERSHIP)
                && !asked.unit().kind().byRegister()
                && !asked.unit().ended();
    }

    /** Whether people come in by invitation. */
    public boolean invites() {
        return switch (asked.unit().kind().intake()) {
            case INVITATION, APPLICATION -> asked.may(Action.INVITE) && !asked.unit().ended();
            case REGISTER, ELECTION -> false;
        };
    }
}
