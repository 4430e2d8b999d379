package org.freihafen.sandsight.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import org.freihafen.sandsight.CloudUsers;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The people and groups of Freihafen's directory, configured as a Nextcloud beside it would be: the
 * account id is {@code fhId}, one signs in by {@code uid} while {@code fhState} is active, a
 * group's name is {@code fhName}. Groups are read together and remembered for a moment, which is
 * what {@code ldapCacheTTL} is to Nextcloud; people are asked for every time.
 */
public final class LdapCloudUsers implements CloudUsers, Closeable {
    private static final String[] NAMES = {"cn", "fhName", "entryUUID"};

    private final LDAPConnectionPool pool;
    private final DN people;
    private final DN groups;
    private final Duration remembered;
    private final InstantSource clock;
    private final AtomicReference<Directory> known = new AtomicReference<>(Directory.NOTHING);
    private final AtomicBoolean reading = new AtomicBoolean();

    /**
     * Reads through connections that are bound as the cloud's own bind account; it sees what that
     * account may see.
     *
     * @param remembered how long groups are remembered at least, before they are read anew beside
     *     the requests, which takes a tenth of the time at most; zero reads them at every request
     */
    public LdapCloudUsers(
            LDAPConnectionPool pool, String base, Duration remembered, InstantSource clock)
            throws LDAPException {
        this.pool = pool;
        DN root = new DN(base);
        people = new DN(new RDN("ou", "people"), root);
        groups = new DN(new RDN("ou", "groups"), root);
        this.remembered = remembered;
        this.clock = clock;
    }

    private record Directory(
            Instant until,
            Map<String, DirectoryGroup> byUuid,
            Map<String, List<DirectoryGroup>> ofPerson) {
        private static final Directory NOTHING = new Directory(Instant.MIN, Map.of(), Map.of());
    }

    @Override
    public Optional<String> authenticate(String login, String password) {
        if (login.isBlank() || password.isEmpty()) {
            return Optional.empty();
        }
        Optional<SearchResultEntry> person = person(Filter.createEqualityFilter("uid", login));
        if (person.isEmpty() || !binds(person.get().getDN(), password)) {
            return Optional.empty();
        }
        return Optional.ofNullable(person.get().getAttributeValue("fhId"));
    }

    @Override
    public Optional<String> displayName(String uid) {
        return person(Filter.createEqualityFilter("fhId", uid))
                .filter(entry -> uid.equals(entry.getAttributeValue("fhId")))
                .map(entry ->
                        Optional.ofNullable(entry.getAttributeValue("displayName")).orElse(uid));
    }

    @Override
    public List<DirectoryGroup> groupsOf(String uid) {
        return directory().ofPerson().getOrDefault(uid, List.of());
    }

    @Override
    public List<DirectoryGroup> groupsNamed(String beginning, int most) {
        String small = beginning.toLowerCase(Locale.ROOT);
        Filter named = Filter.createSubInitialFilter("fhName", beginning);
        return entries(groups, named, NAMES).stream()
                .flatMap(entry -> group(entry).stream())
                .filter(group -> group.name().toLowerCase(Locale.ROOT).startsWith(small))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<DirectoryGroup> group(String uuid) {
        return Optional.ofNullable(directory().byUuid().get(uuid))
                .or(() ->
                        entries(groups, Filter.createEqualityFilter("entryUUID", uuid), NAMES)
                                .stream()
                                .flatMap(entry -> group(entry).stream())
                                .findAny());
    }

    @Override
    public void close() {
        pool.close();
    }

    private Optional<SearchResultEntry> person(Filter which) {
        Filter active =
                Filter.createANDFilter(which, Filter.createEqualityFilter("fhState", "active"));
        List<SearchResultEntry> found = entries(people, active, "fhId", "displayName");
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<SearchResultEntry> entries(DN below, Filter which, String... attributes) {
        try {
            return Objects.requireNonNullElse(
                    pool.search(below.toString(), SearchScope.ONE, which, attributes)
                            .getSearchEntries(),
                    List.of());
        } catch (LDAPException e) {
            throw unreadable(e);
        }
    }

    private boolean binds(String dn, String password) {
        try {
            return ResultCode.SUCCESS.equals(
                    pool.bindAndRevertAuthentication(dn, password).getResultCode());
        } catch (LDAPException e) {
            if (ResultCode.INVALID_CREDENTIALS.equals(e.getResultCode())) {
                return false;
            }
            throw unreadable(e);
        }
    }

    private Directory directory() {
        Directory present = known.get();
        if (clock.instant().isBefore(present.until())) {
            return present;
        }
        if (remembered.isZero() || present.until().equals(Instant.MIN)) {
            return readNow();
        }
        if (reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::readBeside);
        }
        return present;
    }

    private synchronized Directory readNow() {
        Directory present = known.get();
        if (clock.instant().isBefore(present.until())) {
            return present;
        }
        Directory fresh = read();
        known.set(fresh);
        return fresh;
    }

    /** A directory that cannot be read is forgotten, so that the next request says so. */
    private void readBeside() {
        try {
            known.set(read());
        } catch (IllegalStateException e) {
            known.set(Directory.NOTHING);
        } finally {
            reading.set(false);
        }
    }

    private Directory read() {
        long start = System.nanoTime();
        Map<String, DirectoryGroup> byUuid = new HashMap<>();
        Map<String, List<DirectoryGroup>> ofPerson = new HashMap<>();
        Filter every = Filter.createEqualityFilter("objectClass", "fhGroup");
        for (SearchResultEntry entry :
                entries(groups, every, "cn", "fhName", "entryUUID", "member")) {
            group(entry)
                    .ifPresent(group -> {
                        byUuid.put(group.uuid(), group);
                        for (String member : members(entry)) {
                            ofPerson.computeIfAbsent(member, any -> new ArrayList<>()).add(group);
                        }
                    });
        }
        Duration cost = Duration.ofNanos(10 * (System.nanoTime() - start));
        Duration pause = remembered.compareTo(cost) > 0 || remembered.isZero() ? remembered : cost;
        return new Directory(clock.instant().plus(pause), byUuid, ofPerson);
    }

    private static Optional<DirectoryGroup> group(SearchResultEntry entry) {
        String name =
                entry.hasAttribute("fhName")
                        ? entry.getAttributeValue("fhName")
                        : entry.getAttributeValue("cn");
        String uuid = entry.getAttributeValue("entryUUID");
        return name == null || uuid == null
                ? Optional.empty()
                : Optional.of(
                        new DirectoryGroup(entry.getDN().toLowerCase(Locale.ROOT), uuid, name));
    }

    /** The ids in member DNs such as {@code fhId=0192f7c2-...,ou=people,dc=example,dc=org}. */
    private static List<String> members(SearchResultEntry group) {
        String[] dns = group.getAttributeValues("member");
        if (dns == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(dns.length);
        for (String dn : dns) {
            int from = dn.indexOf('=');
            int to = dn.indexOf(',');
            if (to > from && dn.regionMatches(true, 0, "fhId", 0, from)) {
                ids.add(dn.substring(from + 1, to));
            }
        }
        return ids;
    }

    private static IllegalStateException unreadable(LDAPException e) {
        return new IllegalStateException(
                "the file cloud cannot read the directory: " + e.getResultCode(), e);
    }
}
