package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.servers.Slapd;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** 30,000 people with 118,000 memberships in 737 groups, written to slapd and read again. */
class DirectoryBenchmark {

    private static final int PEOPLE = 30_000;
    private static final Set<String> WORKING = Set.of("working");

    @Test
    void without_waiting_for_the_disk() throws Exception {
        measure(
                "dbnosync",
                Slapd.started(
                        c -> c.replace("olcDbCheckpoint:", "olcDbNoSync: TRUE\nolcDbCheckpoint:")));
    }

    @Test
    void durably() throws Exception {
        measure("durable", Slapd.started());
    }

    private static void measure(String how, Slapd slapd) throws Exception {
        LdapDirectory directory = new LdapDirectory(slapd.settings());
        Map<EntryKey, DirectoryEntry> organisation = organisation();
        State<EntryKey, DirectoryEntry> desired = State.of(organisation);
        step(how, "first load", directory, desired);
        for (int round = 0; round < 5; round++) {
            step(how, "nothing changed", directory, desired);
        }
        organisation.replaceAll((_, entry) -> changed(entry));
        step(how, "1 % changed", directory, State.of(organisation));
        slapd.stop();
    }

    private static void step(
            String how,
            String what,
            LdapDirectory directory,
            State<EntryKey, DirectoryEntry> desired)
            throws Exception {
        long begun = System.nanoTime();
        State<EntryKey, DirectoryEntry> observed = directory.observe(Scope.everything());
        long read = System.nanoTime();
        List<Change<EntryKey, DirectoryEntry>> changes =
                Plan.between(observed, desired, _ -> true).changes();
        List<Outcome> refused = new ArrayList<>();
        directory.apply(
                changes,
                (_, outcome) -> {
                    if (!(outcome instanceof Outcome.Applied)) {
                        refused.add(outcome);
                    }
                });
        long done = System.nanoTime();
        assertThat(refused).isEmpty();
        System.out.printf(
                "%s, %s: %d changes in %d ms, of which %d ms observing; heap limit %d MiB%n",
                how,
                what,
                changes.size(),
                (done - begun) / 1_000_000,
                (read - begun) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static DirectoryEntry changed(DirectoryEntry entry) {
        return entry instanceof PersonEntry person && person.username().endsWith("00")
                ? new PersonEntry(person.username(), person.displayName() + " (neu)", true, WORKING)
                : entry;
    }

    private static Map<EntryKey, DirectoryEntry> organisation() {
        Map<EntryKey, DirectoryEntry> all = new HashMap<>();
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            PersonId id = new PersonId(new UUID(0x0192_0000_0000_7000L, i));
            people.add(id);
            all.put(
                    new EntryKey.OfPerson(id),
                    new PersonEntry("person" + i, "Person Nummer " + i, true, WORKING));
        }
        groups(all, people, 1, PEOPLE);
        groups(all, people, 16, PEOPLE);
        groups(all, people, 400, PEOPLE);
        groups(all, people, 320, 28_000);
        return all;
    }

    /** So many groups of equal size that so many people are in one of them each. */
    private static void groups(
            Map<EntryKey, DirectoryEntry> all, List<PersonId> people, int groups, int members) {
        for (int i = 0; i < groups; i++) {
            String name = "g" + groups + "-" + i;
            int size = members / groups;
            all.put(
                    new EntryKey.OfGroup(new GroupId(new UnitId(new UUID(groups, i)), Part.PEOPLE)),
                    new GroupEntry(
                            name,
                            name,
                            name,
                            "district",
                            Optional.empty(),
                            PersonSet.of(people.subList(i * size, (i + 1) * size)),
                            WORKING));
        }
    }
}
