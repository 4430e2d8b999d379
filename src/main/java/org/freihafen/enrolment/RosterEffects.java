package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Role;
import org.freihafen.membership.Statuses;
import org.freihafen.reconcile.Loss;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a roster's plan does to groups, their workspaces and their leads. */
@Dependent
public class RosterEffects {
    private final Memberships memberships;
    private final Statuses statuses;

    @Inject
    public RosterEffects(Memberships memberships, Statuses statuses) {
        this.memberships = memberships;
        this.statuses = statuses;
    }

    /**
     * What one unit loses; people who only move away from a district are no loss of access.
     *
     * @param members who lose the group and with it its workspace
     * @param leads how many of its leads go
     * @param leadsBefore how many there are
     */
    public record Effect(Unit unit, int members, int membersBefore, int leads, int leadsBefore) {
        public boolean losesLastLead() {
            return leads > 0 && leads == leadsBefore;
        }
    }

    /** Units that lose a lead, or people who joined them, the gravest first. */
    public List<Effect> of(RosterPlan plan, Structure structure, LocalDate today) {
        Map<PersonId, RosterChange> going = going(plan);
        if (going.isEmpty()) {
            return List.of();
        }
        Map<UnitId, int[]> lost = new HashMap<>();
        Set<UnitId> units = new HashSet<>();
        for (Membership membership : memberships.of(going.keySet(), today)) {
            RosterChange change = going.get(membership.person());
            boolean registered = membership.origin() == Origin.REGISTER;
            boolean ends = change != null && ends(change, registered);
            boolean office = ends || (change != null && endsOffices(change));
            int[] counts = lost.computeIfAbsent(membership.unit(), _ -> new int[2]);
            if (ends && !registered) {
                counts[0]++;
                units.add(membership.unit());
            }
            if (office && membership.role() == Role.LEAD) {
                counts[1]++;
                units.add(membership.unit());
            }
        }
        Map<UnitId, int[]> before = new HashMap<>();
        memberships.forEachIn(
                units,
                today,
                (_, unit, role) -> {
                    int[] counts = before.computeIfAbsent(unit, _ -> new int[2]);
                    counts[0]++;
                    counts[1] += role == Role.LEAD ? 1 : 0;
                });
        List<Effect> effects = new ArrayList<>();
        for (UnitId unit : units) {
            int[] less = lost.getOrDefault(unit, new int[2]);
            int[] was = before.getOrDefault(unit, new int[2]);
            structure
                    .byId(unit)
                    .ifPresent(u -> effects.add(new Effect(u, less[0], was[0], less[1], was[1])));
        }
        effects.sort(
                Comparator.comparing((Effect effect) -> !effect.losesLastLead())
                        .thenComparingInt(effect -> -effect.leads())
                        .thenComparingInt(effect -> -effect.members())
                        .thenComparing(effect -> effect.unit().key()));
        return effects;
    }

    /** The groups that people joined, as losses that a limit is set for. */
    static List<Loss> losses(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.members() > 0)
                .map(effect ->
                        new Loss(
                                RosterLimits.LEAVING_GROUP,
                                effect.unit().name(),
                                effect.members(),
                                effect.membersBefore()))
                .toList();
    }

    private static Map<PersonId, RosterChange> going(RosterPlan plan) {
        Map<PersonId, RosterChange> going = new HashMap<>();
        for (RosterStep step : plan.steps()) {
            RosterChange change = step.meaning();
            switch (change.kind()) {
                case LEAVER, MOVER, STATUS ->
                        step.person().ifPresent(person -> going.put(person, change));
                case JOINER, RETURNER, CORRECTION, GONE_BEFORE -> {}
            }
        }
        return going;
    }

    private boolean ends(RosterChange change, boolean registered) {
        return switch (change.kind()) {
            case LEAVER -> true;
            case MOVER -> registered;
            case STATUS ->
                    effect(change).groups() == Statuses.Groups.NONE
                            || (!registered && effect(change).groups() == Statuses.Groups.REGISTER);
            case JOINER, RETURNER, CORRECTION, GONE_BEFORE -> false;
        };
    }

    private boolean endsOffices(RosterChange change) {
        return change.kind() == RosterChange.Kind.STATUS
                && effect(change).offices() == Statuses.Offices.ENDS;
    }

    private Statuses.Effect effect(RosterChange change) {
        return statuses.effect(change.after().map(RosterEntry::status).orElseThrow());
    }
}
