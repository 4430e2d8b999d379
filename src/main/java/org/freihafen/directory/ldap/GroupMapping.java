package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A group as an entry with our auxiliary class {@code fhGroup}, and its members as DNs. One that
 * was adopted holds a DN that is nobody's beside them, as its class may not allow it to be empty.
 */
final class GroupMapping {
    static final Filter OURS =
            Filter.createANDFilter(
                    Filter.createEqualityFilter("objectClass", "fhManaged"),
                    Filter.createEqualityFilter("objectClass", "fhGroup"));
    static final String[] ATTRIBUTES = {
        "fhId", "cn", "fhName", "fhKey", "fhKind", "fhParent", "fhService", "member"
    };

    /** More values than this are spread over several modifications. */
    static final int MOST_VALUES = 5_000;

    /** Stands for members that are nobody of ours: nobody has this id, so they are drift. */
    private static final PersonId STRANGERS = new PersonId(new UUID(0, 0));

    private final LdapNames names;

    GroupMapping(LdapNames names) {
        this.names = names;
    }

    GroupEntry read(Entry entry) {
        return new GroupEntry(
                PersonMapping.text(entry, "cn"),
                PersonMapping.text(entry, "fhName"),
                PersonMapping.text(entry, "fhKey"),
                PersonMapping.text(entry, "fhKind"),
                Optional.of(PersonMapping.text(entry, "fhParent"))
                        .filter(parent -> !parent.isEmpty()),
                members(entry),
                PersonMapping.services(entry));
    }

    private PersonSet members(Entry entry) {
        String[] dns = entry.getAttributeValues("member");
        if (dns == null) {
            return PersonSet.EMPTY;
        }
        List<PersonId> members = new ArrayList<>(dns.length);
        for (String dn : dns) {
            Optional<PersonId> member = names.person(dn);
            if (member.isPresent() || !names.isPlace(dn)) {
                members.add(member.orElse(STRANGERS));
            }
        }
        return PersonSet.of(members);
    }

    /** Everything but those members that are too many for one addition. */
    List<Attribute> attributes(GroupId id, GroupEntry group) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("objectClass", "fhGroupEntry", "fhGroup", "fhManaged"));
        attributes.add(new Attribute("fhId", id.toString()));
        attributes.add(new Attribute("fhUnit", id.unit().toString()));
        part(id).ifPresent(part -> attributes.add(new Attribute("fhPart", part)));
        attributes.add(new Attribute("cn", group.name()));
        attributes.add(new Attribute("fhName", group.label()));
        attributes.add(new Attribute("fhKey", group.key()));
        attributes.add(new Attribute("fhKind", group.kind()));
        group.parent().ifPresent(parent -> attributes.add(new Attribute("fhParent", parent)));
        if (!group.services().isEmpty()) {
            attributes.add(new Attribute("fhService", group.services()));
        }
        if (group.members().size() > 0) {
            List<PersonId> members = group.members().list();
            attributes.add(
                    new Attribute(
                            "member",
                            dns(members.subList(0, Math.min(MOST_VALUES, members.size())))));
        }
        return attributes;
    }

    /** The additions that {@link #attributes} left out. */
    List<List<Modification>> rest(GroupEntry group) {
        List<PersonId> members = group.members().list();
        return members.size() <= MOST_VALUES
                ? List.of()
                : chunks(ModificationType.ADD, members.subList(MOST_VALUES, members.size()));
    }

    /**
     * What leads from one to the other, in as few modifications as the number of values allows:
     * one, but for groups that change in thousands of members at once.
     */
    List<List<Modification>> modifications(GroupEntry before, GroupEntry after) {
        List<Modification> first = new ArrayList<>();
        replace(first, "cn", before.name(), after.name());
        replace(first, "fhName", before.label(), after.label());
        replace(first, "fhKey", before.key(), after.key());
        replace(first, "fhKind", before.kind(), after.kind());
        if (!before.parent().equals(after.parent())) {
            first.add(
                    PersonMapping.replace(
                            "fhParent", after.parent().stream().toArray(String[]::new)));
        }
        if (!before.services().equals(after.services())) {
            first.add(PersonMapping.replace("fhService", after.services().toArray(String[]::new)));
        }
        List<List<Modification>> steps = new ArrayList<>();
        if (before.members().contains(STRANGERS)) {
            first.add(PersonMapping.replace("member", all(before.name(), after.members())));
        } else {
            List<PersonId> lost = before.members().minus(after.members());
            List<PersonId> gained = after.members().minus(before.members());
            if (lost.size() + gained.size() <= MOST_VALUES) {
                chunks(ModificationType.DELETE, lost).forEach(first::addAll);
                chunks(ModificationType.ADD, gained).forEach(first::addAll);
            } else {
                steps.addAll(chunks(ModificationType.DELETE, lost));
                steps.addAll(chunks(ModificationType.ADD, gained));
            }
        }
        if (!first.isEmpty()) {
            steps.addFirst(first);
        }
        return steps;
    }

    private static void replace(
            List<Modification> modifications, String attribute, String before, String after) {
        if (!before.equals(after)) {
            modifications.add(PersonMapping.replace(attribute, after));
        }
    }

    private List<List<Modification>> chunks(ModificationType type, List<PersonId> people) {
        List<List<Modification>> chunks = new ArrayList<>();
        for (int from = 0; from < people.size(); from += MOST_VALUES) {
            int to = Math.min(from + MOST_VALUES, people.size());
            chunks.add(List.of(new Modification(type, "member", dns(people.subList(from, to)))));
        }
        return chunks;
    }

    /** What turns an entry that was there before into one of ours; the next run does the rest. */
    List<Modification> adoption(GroupId id) {
        List<Modification> modifications = new ArrayList<>();
        modifications.add(
                new Modification(
                        ModificationType.ADD, "objectClass", "fhManaged", "fhGroup", "fhAdopted"));
        modifications.add(new Modification(ModificationType.ADD, "member", names.place()));
        modifications.add(PersonMapping.replace("fhId", id.toString()));
        modifications.add(PersonMapping.replace("fhUnit", id.unit().toString()));
        part(id).ifPresent(part -> modifications.add(PersonMapping.replace("fhPart", part)));
        return modifications;
    }

    private static Optional<String> part(GroupId id) {
        return id.part() == Part.PEOPLE
                ? Optional.empty()
                : Optional.of(id.part().name().toLowerCase(Locale.ROOT));
    }

    private String[] all(String name, PersonSet members) {
        Stream<String> place =
                names.holdsPlace(name) ? Stream.of(names.place()) : Stream.<String>empty();
        return Stream.concat(members.list().stream().map(names::person), place)
                .toArray(String[]::new);
    }

    private String[] dns(Collection<PersonId> people) {
        return people.stream().map(names::person).toArray(String[]::new);
    }
}
