package org.freihafen.directory;

import org.freihafen.groups.PersonSet;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an entry of ours says, and all it says: nothing of a person but what consumers need. */
public sealed interface DirectoryEntry {
    /**
     * An account.
     *
     * @param username the login name ({@code uid})
     * @param displayName what the person chose ({@code cn}, {@code sn}, {@code displayName})
     * @param active whether the person can bind
     * @param services which services' bind accounts may see the entry, such as {@code working}
     */
    record PersonEntry(String username, String displayName, boolean active, Set<String> services)
            implements DirectoryEntry {
        public PersonEntry {
            services = sorted(services);
        }

        /** The same, unable to bind. */
        public PersonEntry suspended() {
            return new PersonEntry(username, displayName, false, services);
        }
    }

    /**
     * A group with its effective members.
     *
     * @param name the immutable name for machines ({@code cn})
     * @param label the unique readable name
     * @param key the unit's key; {@code kind} its kind; {@code parent} the parent's key
     */
    record GroupEntry(
            String name,
            String label,
            String key,
            String kind,
            Optional<String> parent,
            PersonSet members,
            Set<String> services)
            implements DirectoryEntry {
        public GroupEntry {
            services = sorted(services);
        }
    }

    private static Set<String> sorted(Set<String> services) {
        return Collections.unmodifiableSet(new TreeSet<>(services));
    }
}
