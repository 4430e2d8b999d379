package org.freihafen.granting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.shares.Grant;
import org.freihafen.shares.GrantRule;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPassword;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the rules let a unit give what it wishes, or change a grant. */
@Dependent
public class GrantCheck {
    private final Units units;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Ceilings ceilings;
    private final Entrants entrants;
    private final Clock clock;

    @Inject
    public GrantCheck(
            Units units,
            Workspaces workspaces,
            Grants grants,
            Ceilings ceilings,
            Entrants entrants,
            Clock clock) {
        this.units = units;
        this.workspaces = workspaces;
        this.grants = grants;
        this.ceilings = ceilings;
        this.entrants = entrants;
        this.clock = clock;
    }

    /** Why a new one is refused; empty if it may be given. */
    Optional<Refusal> wish(Granting.Wish wish) {
        UnitId giverId = wish.folder().workspace();
        Grantee to = wish.to();
        Structure structure = units.structure();
        Optional<Unit> giver = structure.heir(giverId);
        Optional<Unit> receiver = to.toGroup().flatMap(group -> structure.byId(group.unit()));
        Optional<Workspace> workspace = workspaces.of(giverId);
        if (giver.isEmpty()
                || (receiver.isEmpty() && to.kind() == Grantee.Kind.UNIT)
                || to.kind() == Grantee.Kind.PERSON
                || folderIsForeign(wish.folder())) {
            return refused(Rule.NOT_FOUND, name(to, receiver));
        }
        if (giver.get().ended()) {
            return refused(Rule.UNIT_ENDED, giver.get().name());
        }
        if (workspace.isEmpty()) {
            return refused(Rule.NO_WORKSPACE, giver.get().kind().name());
        }
        LocalDate today = LocalDate.now(clock);
        String cloud = workspace.get().cloud();
        Period period = period(today, wish.until());
        return TextRule.check(Text.REASON, wish.reason())
                .or(() -> receiver.flatMap(unit -> GrantRule.checkLeads(to, unit)))
                .or(() -> GrantRule.checkOutward(to, wish.password(), entrants, cloud))
                .or(() -> GrantRule.checkTerms(to.kind(), wish.permissions(), period, today))
                .or(() ->
                        receiver.flatMap(unit ->
                                GrantRule.checkUnits(
                                        giver.get(), unit, entrants.admits(cloud, unit))))
                .or(() ->
                        CeilingRule.check(ceilings.over(structure, giver.get(), cloud), to, period))
                .or(() ->
                        GrantRule.checkOnce(
                                wish.folder(), to, grants.by(giverId, today), name(to, receiver)));
    }

    /**
     * Why a grant is not changed so; empty if it may be.
     *
     * @param changed as it would be
     */
    Optional<Refusal> change(Grant changed, Optional<LinkPassword> password) {
        return TextRule.check(Text.REASON, changed.reason())
                .or(() -> password.flatMap(LinkPassword::check))
                .or(() ->
                        GrantRule.checkTerms(
                                changed.to().kind(),
                                changed.permissions(),
                                changed.period(),
                                LocalDate.now(clock)))
                .or(() -> checkCeilings(changed));
    }

    private Optional<Refusal> checkCeilings(Grant grant) {
        UnitId giver = grant.folder().workspace();
        Structure structure = units.structure();
        String cloud = workspaces.of(giver).map(Workspace::cloud).orElse(Entrants.WORKING);
        return structure
                .heir(giver)
                .flatMap(unit ->
                        CeilingRule.check(
                                ceilings.over(structure, unit, cloud), grant.to(), grant.period()));
    }

    private boolean folderIsForeign(FolderRef ref) {
        return ref.folder().isPresent()
                && workspaces
                        .folder(ref.folder().get())
                        .filter(folder -> folder.unit().equals(ref.workspace()))
                        .isEmpty();
    }

    private static String name(Grantee to, Optional<Unit> receiver) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) ->
                    receiver.map(Unit::name).orElse(group.unit().toString());
            case Grantee.ToPerson(PersonId person) -> person.toString();
            case Grantee.ToLink _ -> "";
            case Grantee.ToMail(String address, boolean _) -> address;
            case Grantee.ToFederated(String account) -> account;
        };
    }

    static Period period(LocalDate from, Optional<LocalDate> lastDay) {
        return new Period(from, lastDay.map(day -> day.plusDays(1)));
    }

    private static Optional<Refusal> refused(Rule rule, String fact) {
        return Optional.of(Refusal.by(rule, fact));
    }
}
