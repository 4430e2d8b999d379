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
import org.freihafen.directory.Directory;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.EntryKey;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Installation;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Reading;
import org.freihafen.runs.RunSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After a restore the directory may have accounts of ours that the database lacks. Runs leave them
 * alone; an administrator looks at them and suspends them, exactly those that were shown or none.
 */
@Dependent
public class SuspendingUnknown {
    private final Access access;
    private final Directory directory;
    private final DirectoryReconciliation reconciliation;
    private final Installation installation;
    private final Reading reading;
    private final RunSettings settings;
    private final Noting noting;

    @Inject
    public SuspendingUnknown(
            Access access,
            Directory directory,
            DirectoryReconciliation reconciliation,
            Installation installation,
            Reading reading,
            RunSettings settings,
            Noting noting) {
        this.access = access;
        this.directory = directory;
        this.reconciliation = reconciliation;
        this.installation = installation;
        this.reading = reading;
        this.settings = settings;
        this.noting = noting;
    }

    /**
     * Accounts in the directory that we know nothing of and that can still be used.
     *
     * @param hash says which these are, for the step that suspends them
     */
    public record Found(List<PersonId> accounts, String hash) {}

    /** How many were suspended, and why others were not. */
    public record Suspended(int accounts, List<Saying> failures) {}

    /**
     * What would be suspended; changes nothing.
     *
     * @throws TargetUnavailable if the directory could not be read whole
     */
    public Found find(Actor actor) throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Plan<EntryKey, DirectoryEntry> plan = plan();
        return new Found(
                plan.changes().stream().flatMap(change -> person(change.key()).stream()).toList(),
                plan.hash());
    }

    /**
     * Suspends those with this hash, once the directory is ours to write to.
     *
     * @throws TargetUnavailable if the directory could not be read whole
     */
    public Decision<Suspended> suspend(Actor actor, String hash) throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        Optional<Epoch> theirs = directory.epoch();
        if (theirs.isPresent() && !installation.epoch().mayFollow(theirs.get())) {
            return Decision.refused(Refusal.by(Rule.NOT_TAKEN_OVER, DirectoryReconciliation.NAME));
        }
        Plan<EntryKey, DirectoryEntry> plan = plan();
        if (!plan.hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        List<PersonId> done = new ArrayList<>();
        List<Saying> failures = new ArrayList<>();
        directory.apply(
                plan.changes(),
                (change, outcome) -> {
                    switch (outcome) {
                        case Outcome.Applied() -> person(change.key()).ifPresent(done::add);
                        case Outcome.Refused(Saying reason) -> failures.add(reason);
                        case Outcome.NotYet(Saying reason) -> failures.add(reason);
                        case Outcome.Unavailable(Saying reason) -> failures.add(reason);
                    }
                });
        done.forEach(person ->
                noting.note(AuditEntry.of(actor, "unknown-account.suspended", person.value())));
        return Decision.done(new Suspended(done.size(), failures));
    }

    private Plan<EntryKey, DirectoryEntry> plan() throws TargetUnavailable {
        State<EntryKey, DirectoryEntry> observed = directory.observe(Scope.everything());
        State<EntryKey, DirectoryEntry> desired =
                reading.read(() -> reconciliation.desired(Scope.everything()));
        List<Change<EntryKey, DirectoryEntry>> suspensions = new ArrayList<>();
        Plan.between(observed, desired, reconciliation::lasting)
                .unexplained()
                .forEach((key, entry) -> {
                    if (entry instanceof PersonEntry person && person.active()) {
                        suspensions.add(new Change.Update<>(key, person, person.suspended()));
                    }
                });
        return new Plan<>(suspensions, State.empty());
    }

    private static Optional<PersonId> person(EntryKey key) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> Optional.of(id);
            case EntryKey.OfGroup _ -> Optional.empty();
        };
    }
}
