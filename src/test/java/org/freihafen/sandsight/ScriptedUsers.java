package org.freihafen.sandsight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and groups that a test writes down; changes show at the next request. */
public final class ScriptedUsers implements CloudUsers {
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, ScriptedGroup> groups = new HashMap<>();

    private record Person(String uid, String login, String password, String name) {}

    private record ScriptedGroup(DirectoryGroup group, Set<String> members) {}

    /** A person whose login name is also the account id. */
    public synchronized ScriptedUsers person(String uid, String password, String name) {
        return person(uid, uid, password, name);
    }

    public synchronized ScriptedUsers person(
            String uid, String login, String password, String name) {
        people.put(uid, new Person(uid, login, password, name));
        return this;
    }

    public synchronized ScriptedUsers gone(String uid) {
        people.remove(uid);
        return this;
    }

    /** A group by its key; the readable name may differ and change. */
    public synchronized ScriptedUsers group(String key, String name, String... members) {
        return groupAs(key, "uuid-" + key, name, members);
    }

    /** The same key with another entryUUID is a group made anew. */
    public synchronized ScriptedUsers groupAs(
            String key, String uuid, String name, String... members) {
        groups.put(
                key,
                new ScriptedGroup(
                        new DirectoryGroup("cn=" + key, uuid, name),
                        new LinkedHashSet<>(List.of(members))));
        return this;
    }

    public synchronized ScriptedUsers join(String key, String uid) {
        members(key).add(uid);
        return this;
    }

    public synchronized ScriptedUsers leave(String key, String uid) {
        members(key).remove(uid);
        return this;
    }

    public synchronized ScriptedUsers dissolve(String key) {
        groups.remove(key);
        return this;
    }

    private Set<String> members(String key) {
        return Optional.ofNullable(groups.get(key)).orElseThrow().members();
    }

    @Override
    public synchronized Optional<String> authenticate(String login, String password) {
        return people.values().stream()
                .filter(p -> p.login().equals(login) && p.password().equals(password))
                .map(Person::uid)
                .findAny();
    }

    @Override
    public synchronized Optional<String> displayName(String uid) {
        return Optional.ofNullable(people.get(uid)).map(Person::name);
    }

    @Override
    public synchronized List<DirectoryGroup> groupsOf(String uid) {
        List<DirectoryGroup> found = new ArrayList<>();
        groups.values().stream()
                .filter(group -> group.members().contains(uid))
                .forEach(group -> found.add(group.group()));
        return found;
    }

    @Override
    public synchronized List<DirectoryGroup> groupsNamed(String beginning, int most) {
        String small = beginning.toLowerCase(Locale.ROOT);
        return groups.values().stream()
                .map(ScriptedGroup::group)
                .filter(group -> group.name().toLowerCase(Locale.ROOT).startsWith(small))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<DirectoryGroup> group(String uuid) {
        return groups.values().stream()
                .map(ScriptedGroup::group)
                .filter(group -> group.uuid().equals(uuid))
                .findAny();
    }
}
