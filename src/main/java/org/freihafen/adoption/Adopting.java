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
import org.freihafen.directory.Adoption;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.EntryKey;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Reading;
import org.freihafen.runs.RunSettings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Administrators link entries that stood in the directory before Freihafen came with the people
 * they belong to. The report writes nothing; each link is an explicit step.
 */
@Dependent
public class Adopting {
    private final Access access;
    private final Adoption adoption;
    private final DirectoryReconciliation directory;
    private final Reading reading;
    private final RunSettings settings;
    private final Noting noting;

    @Inject
    Adopting(
            Access access,
            Adoption adoption,
            DirectoryReconciliation directory,
            Reading reading,
            RunSettings settings,
            Noting noting) {
        this.access = access;
        this.adoption = adoption;
        this.directory = directory;
        this.reading = reading;
        this.settings = settings;
        this.noting = noting;
    }

    /** An entry, by its {@code entryUUID}, that seems to belong to a person of ours. */
    public record Match(PersonId person, UUID entry, String dn) implements Findings.Found {
        @Override
        public String place() {
            return dn;
        }
    }

    /**
     * Which entries are like people of ours, and which need a decision first.
     *
     * @throws TargetUnavailable if not all entries could be read
     */
    public Findings<Match, Findings.Entry> report(Actor actor) throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Adoption.Report report = adoption.report(people(Scope.everything()));
        return new Findings<>(
                report.matches().stream()
                        .map(match -> new Match(match.person(), match.entry(), match.dn()))
                        .toList(),
                report.conflicts().stream()
                        .map(conflict ->
                                new Findings.Conflict<>(
                                        new Findings.Entry(conflict.dn()), conflict.reason()))
                        .toList(),
                report.unmatched().stream().map(Findings.Entry::new).toList());
    }

    /** Links one entry, named by its {@code entryUUID}, with a person of ours. */
    public Decision<Outcome> adopt(Actor actor, PersonId person, UUID entry) {
        access.require(actor, Action.RUN_TARGETS);
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        Optional<PersonEntry> desired =
                Optional.ofNullable(
                        people(Scope.only(Set.<EntryKey>of(new EntryKey.OfPerson(person))))
                                .get(person));
        if (desired.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        Outcome outcome = adoption.adopt(person, entry, desired.get());
        if (outcome instanceof Outcome.Applied) {
            noting.note(AuditEntry.of(actor, "entry.adopted", person.value(), entry));
        }
        return Decision.done(outcome);
    }

    private Map<PersonId, PersonEntry> people(Scope<EntryKey> scope) {
        State<EntryKey, DirectoryEntry> desired = reading.read(() -> directory.desired(scope));
        Map<PersonId, PersonEntry> people = new HashMap<>();
        desired.forEach((key, entry) -> {
            if (key instanceof EntryKey.OfPerson(PersonId id)
                    && entry instanceof PersonEntry person) {
                people.put(id, person);
            }
        });
        return people;
    }
}
