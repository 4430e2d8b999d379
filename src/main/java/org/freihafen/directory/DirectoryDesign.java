package org.freihafen.directory;

import org.freihafen.accounts.Account;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.groups.Group;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.State;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * What the directory should hold: an entry for every account, suspended ones included, and one for
 * every group. Everybody may use the working cloud; another service sees only the groups of the
 * units that may enter it, and the people in those.
 */
public final class DirectoryDesign {
    private static final Set<String> WORKING_ONLY = Set.of(Entrants.WORKING);

    private final Structure structure;
    private final List<Group> groups;
    private final Entrants entrants;

    public DirectoryDesign(Structure structure, List<Group> groups, Entrants entrants) {
        this.structure = structure;
        this.groups = groups;
        this.entrants = entrants;
    }

    public State<EntryKey, DirectoryEntry> desired(Iterable<Account> accounts) {
        List<Entry<EntryKey, DirectoryEntry>> entries = new ArrayList<>();
        Map<PersonId, Set<String>> beyondWorking = servicesBeyondWorking();
        for (Account account : accounts) {
            if (account.state() != Account.State.ERASED) {
                entries.add(
                        new SimpleImmutableEntry<>(
                                new EntryKey.OfPerson(account.id()),
                                new PersonEntry(
                                        account.username().value(),
                                        account.displayName(),
                                        account.usable(),
                                        beyondWorking.getOrDefault(account.id(), WORKING_ONLY))));
            }
        }
        for (Group group : groups) {
            entries.add(new SimpleImmutableEntry<>(new EntryKey.OfGroup(group.id()), entry(group)));
        }
        return State.of(entries);
    }

    /** A discreet unit's group says neither of which kind it is nor where it belongs. */
    private GroupEntry entry(Group group) {
        boolean discreet = group.of().kind().discreet();
        return new GroupEntry(
                group.name(),
                group.label(),
                group.of().outwardKey().value(),
                discreet ? "group" : group.of().kind().name(),
                discreet ? Optional.empty() : parentOf(group.of()),
                group.members(),
                entrants.clouds(group.of()));
    }

    private Optional<String> parentOf(Unit unit) {
        return unit.parent().flatMap(structure::byId).map(parent -> parent.outwardKey().value());
    }

    private Map<PersonId, Set<String>> servicesBeyondWorking() {
        Map<PersonId, Set<String>> services = new HashMap<>();
        for (Group group : groups) {
            Set<String> own = entrants.clouds(group.of());
            if (!own.equals(WORKING_ONLY)) {
                for (PersonId member : group.members().list()) {
                    services.merge(member, own, DirectoryDesign::union);
                }
            }
        }
        return services;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
