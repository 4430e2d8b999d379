package org.freihafen.adoption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.GroupAdoption;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Reading;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Administrators link groups that stood in the directory before Freihafen came with the units they
 * stand for. The report writes nothing; each link is an explicit step.
 */
@Dependent
public class AdoptingGroups {
    private final Access access;
    private final GroupAdoption adoption;
    private final DirectoryReconciliation directory;
    private final Units units;
    private final Reading reading;
    private final RunSettings settings;
    private final Noting noting;

    @Inject
    AdoptingGroups(
            Access access,
            GroupAdoption adoption,
            DirectoryReconciliation directory,
            Units units,
            Reading reading,
            RunSettings settings,
            Noting noting) {
        this.access = access;
        this.adoption = adoption;
        this.directory = directory;
        this.units = units;
        this.reading = reading;
        this.settings = settings;
        this.noting = noting;
    }

    /**
     * An entry, by its {@code entryUUID}, that seems to be a group of ours.
     *
     * @param joining how many people the run after would add to it
     * @param leaving how many members the run after would take out of it
     */
    public record Match(UnitKey unit, Part part, UUID entry, String dn, int joining, int leaving)
            implements Findings.Found {
        @Override
        public String place() {
            return dn;
        }
    }

    /** What is read in one transaction. */
    private record Desired(Structure structure, Map<GroupId, GroupEntry> groups) {}

    /**
     * Which entries are like groups of ours, and which need a decision first.
     *
     * @throws TargetUnavailable if not all entries could be read
     */
    public Findings<Match, Findings.Entry> report(Actor actor) throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Desired desired = reading.read(() -> desired(Scope.everything()));
        GroupAdoption.Report report = adoption.report(desired.groups());
        return new Findings<>(
                report.matches().stream()
                        .flatMap(match ->
                                desired
                                        .structure()
                                        .byId(match.group().unit())
                                        .map(unit -> match(unit, match))
                                        .stream())
                        .toList(),
                report.conflicts().stream()
                        .map(conflict ->
                                new Findings.Conflict<>(
                                        new Findings.Entry(conflict.dn()), conflict.reason()))
                        .toList(),
                report.unmatched().stream().map(Findings.Entry::new).toList());
    }

    private static Match match(Unit unit, GroupAdoption.Match match) {
        return new Match(
                unit.key(),
                match.group().part(),
                match.entry(),
                match.dn(),
                match.joining(),
                match.leaving());
    }

    /** Links one entry, named by its {@code entryUUID}, with a unit's group. */
    public Decision<Outcome> adopt(Actor actor, UnitKey key, Part part, UUID entry) {
        access.require(actor, Action.RUN_TARGETS);
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        Optional<GroupId> group = reading.read(() -> group(key, part));
        if (group.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, key.value()));
        }
        Outcome outcome = adoption.adopt(group.get(), entry);
        if (outcome instanceof Outcome.Applied) {
            noting.note(AuditEntry.of(actor, "group.adopted", group.get().unit(), entry));
        }
        return Decision.done(outcome);
    }

    private Optional<GroupId> group(UnitKey key, Part part) {
        return units.byKey(key)
                .map(unit -> new GroupId(unit.id(), part))
                .filter(group ->
                        desired(Scope.only(Set.<EntryKey>of(new EntryKey.OfGroup(group))))
                                .groups()
                                .containsKey(group));
    }

    private Desired desired(Scope<EntryKey> scope) {
        State<EntryKey, DirectoryEntry> desired = directory.desired(scope);
        Map<GroupId, GroupEntry> groups = new HashMap<>();
        desired.forEach((key, entry) -> {
            if (key instanceof EntryKey.OfGroup(GroupId id) && entry instanceof GroupEntry group) {
                groups.put(id, group);
            }
        });
        return new Desired(units.structure(), groups);
    }
}
