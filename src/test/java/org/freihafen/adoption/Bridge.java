package org.freihafen.adoption;

import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.directory.Adoption;
import org.freihafen.directory.Directory;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.EntryKey;
import org.freihafen.directory.GroupAdoption;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.runs.InMemoryInstallation;
import org.freihafen.runs.InMemoryLanes;
import org.freihafen.runs.InMemoryRuns;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Operating;
import org.freihafen.runs.Reading;
import org.freihafen.runs.Run;
import org.freihafen.runs.Run.Phase;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Entrants;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * From where the machines are run, with the harbour's people around: Ada administers the whole, Bo
 * is the auditor of it.
 */
public final class Bridge {
    public static final UUID ENTRY = new UUID(5, 5);
    public static final PersonId UNKNOWN = new PersonId(new UUID(6, 6));

    public final Harbour harbour = new Harbour();
    public final InMemoryLanes lanes = new InMemoryLanes();
    final InMemoryRuns runs = new InMemoryRuns();
    final PaperAdoption adoption = new PaperAdoption();
    final PaperGroupAdoption groupAdoption = new PaperGroupAdoption();
    final PaperClouds clouds = new PaperClouds(harbour);

    public Bridge() {
        trust(harbour.ada, Duty.ADMINISTRATOR);
        trust(harbour.bo, Duty.AUDITOR);
    }

    private void trust(PersonId person, Duty duty) {
        harbour.duties.give(new DutyHeld(person, duty, harbour.federation.id(), Optional.empty()));
    }

    public Operating operating(boolean readOnly) {
        return new Operating(
                harbour.access,
                lanes,
                runs,
                settings(readOnly),
                new Noting(harbour.trail),
                harbour.ids);
    }

    private DirectoryReconciliation directory() {
        return new DirectoryReconciliation(
                harbour.units,
                harbour.memberships,
                harbour.accounts,
                new PaperDirectory(),
                Entrants.byKind(),
                harbour.clock);
    }

    public SuspendingUnknown suspendingUnknown() {
        return new SuspendingUnknown(
                harbour.access,
                new PaperDirectory(),
                directory(),
                new InMemoryInstallation(new UUID(7, 7)),
                new Reading(),
                settings(false),
                new Noting(harbour.trail));
    }

    public Adopting adopting(boolean readOnly) {
        return new Adopting(
                harbour.access,
                adoption,
                directory(),
                new Reading(),
                settings(readOnly),
                new Noting(harbour.trail));
    }

    public AdoptingGroups adoptingGroups(boolean readOnly) {
        return new AdoptingGroups(
                harbour.access,
                groupAdoption,
                directory(),
                harbour.units,
                new Reading(),
                settings(readOnly),
                new Noting(harbour.trail));
    }

    public AdoptingTeamFolders adoptingTeamFolders() {
        return new AdoptingTeamFolders(harbour.access, clouds, new Reading());
    }

    public LinkingTeamFolders linkingTeamFolders() {
        return new LinkingTeamFolders(
                harbour.access,
                clouds,
                clouds.ids,
                harbour.units,
                harbour.workspaces,
                new LinkForesight(harbour.foreseeing()),
                new Reading(),
                new Noting(harbour.trail),
                harbour.wake);
    }

    /** A full run over the directory, ended in this phase, with this hash. */
    public RunId run(Phase phase, String hash) {
        Run run =
                Run.waiting(harbour.ids.run(), "ldap", true, false, harbour.clock.instant())
                        .planned(hash, Run.Counts.NONE)
                        .in(phase);
        runs.save(run);
        return run.id();
    }

    private static RunSettings settings(boolean readOnly) {
        return new RunSettings(Duration.ofHours(1), readOnly, Map.of());
    }

    /** Links whatever it is told to, on paper. */
    static final class PaperAdoption implements Adoption {
        final Map<UUID, PersonEntry> linked = new HashMap<>();
        Outcome outcome = new Outcome.Applied();

        @Override
        public Adoption.Report report(Map<PersonId, PersonEntry> people) {
            List<Adoption.Match> matches =
                    people.entrySet().stream()
                            .filter(person -> person.getValue().username().equals("max"))
                            .map(person -> new Adoption.Match(person.getKey(), ENTRY, "uid=max"))
                            .toList();
            return new Adoption.Report(
                    matches,
                    List.of(new Adoption.Conflict("uid=lea", Saying.of("adoption.several"))),
                    List.of("uid=guest"));
        }

        @Override
        public Outcome adopt(PersonId person, UUID entry, PersonEntry desired) {
            if (outcome instanceof Outcome.Applied) {
                linked.put(entry, desired);
            }
            return outcome;
        }
    }

    /** Links whatever group it is told to, on paper. */
    static final class PaperGroupAdoption implements GroupAdoption {
        final Map<UUID, GroupId> linked = new HashMap<>();
        Outcome outcome = new Outcome.Applied();

        @Override
        public GroupAdoption.Report report(Map<GroupId, GroupEntry> groups) {
            List<GroupAdoption.Match> matches =
                    groups.entrySet().stream()
                            .filter(group -> group.getValue().name().equals("ag-umwelt-leads"))
                            .map(group ->
                                    new GroupAdoption.Match(
                                            group.getKey(), ENTRY, "cn=leitung", 1, 2))
                            .toList();
            return new GroupAdoption.Report(
                    matches,
                    List.of(
                            new Adoption.Conflict(
                                    "cn=bund", Saying.of("adoption.members-elsewhere"))),
                    List.of("cn=chor"));
        }

        @Override
        public Outcome adopt(GroupId group, UUID entry) {
            if (outcome instanceof Outcome.Applied) {
                linked.put(entry, group);
            }
            return outcome;
        }
    }

    /** Has one account that nobody knows of, and takes every change. */
    private static final class PaperDirectory implements Directory {
        @Override
        public State<EntryKey, DirectoryEntry> observe(Scope<EntryKey> scope) {
            return State.of(
                    Map.<EntryKey, DirectoryEntry>of(
                            new EntryKey.OfPerson(UNKNOWN),
                            new PersonEntry("once", "Once", true, Set.of())));
        }

        @Override
        public void apply(
                List<Change<EntryKey, DirectoryEntry>> changes,
                Outcomes<EntryKey, DirectoryEntry> outcomes) {
            changes.forEach(change -> outcomes.of(change, new Outcome.Applied()));
        }

        @Override
        public Optional<Epoch> epoch() {
            return Optional.empty();
        }

        @Override
        public void leave(Epoch epoch) {}
    }
}
