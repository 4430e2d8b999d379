package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.ids.PersonId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person as an entry: {@code inetOrgPerson} with our two auxiliary classes. */
final class PersonMapping {
    static final String ID = "fhId";
    static final String LOGIN = "uid";
    static final Filter OURS =
            Filter.createANDFilter(
                    Filter.createEqualityFilter("objectClass", "fhManaged"),
                    Filter.createEqualityFilter("objectClass", "fhPerson"));
    static final String[] ATTRIBUTES = {
        ID, LOGIN, "cn", "sn", "displayName", "fhState", "fhService"
    };
    private static final List<String> NAMES = List.of("cn", "sn", "displayName");
    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";

    private PersonMapping() {}

    static PersonEntry read(Entry entry) {
        return new PersonEntry(
                text(entry, LOGIN),
                displayName(entry),
                ACTIVE.equalsIgnoreCase(entry.getAttributeValue("fhState")),
                services(entry));
    }

    /** One name stands in three attributes; where they differ, something is to be mended. */
    private static String displayName(Entry entry) {
        List<String> names = NAMES.stream().map(name -> text(entry, name)).distinct().toList();
        return String.join(" / ", names);
    }

    /** Every value, so that a second one shows as a difference. */
    static String text(Entry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? "" : String.join(" / ", values);
    }

    static Set<String> services(Entry entry) {
        String[] values = entry.getAttributeValues("fhService");
        return values == null ? Set.of() : Set.of(values);
    }

    static List<Attribute> attributes(PersonId id, PersonEntry person) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("objectClass", "inetOrgPerson", "fhManaged", "fhPerson"));
        attributes.add(new Attribute(ID, id.toString()));
        attributes.add(new Attribute(LOGIN, person.username()));
        NAMES.forEach(name -> attributes.add(new Attribute(name, person.displayName())));
        attributes.add(new Attribute("fhState", state(person)));
        if (!person.services().isEmpty()) {
            attributes.add(new Attribute("fhService", person.services()));
        }
        return attributes;
    }

    /** Replacements only, so that making them twice does no harm. */
    static List<Modification> modifications(PersonEntry before, PersonEntry after) {
        List<Modification> modifications = new ArrayList<>();
        if (!before.username().equals(after.username())) {
            modifications.add(replace(LOGIN, after.username()));
        }
        if (!before.displayName().equals(after.displayName())) {
            NAMES.forEach(name -> modifications.add(replace(name, after.displayName())));
        }
        if (before.active() != after.active()) {
            modifications.add(replace("fhState", state(after)));
        }
        if (!before.services().equals(after.services())) {
            modifications.add(replace("fhService", after.services().toArray(String[]::new)));
        }
        return modifications;
    }

    /** What turns an entry that was there before into one of ours. */
    static List<Modification> adoption(PersonId id, PersonEntry person) {
        return List.of(
                new Modification(
                        ModificationType.ADD, "objectClass", "fhManaged", "fhPerson", "fhAdopted"),
                replace(ID, id.toString()),
                replace("fhState", state(person)),
                replace("fhService", person.services().toArray(String[]::new)));
    }

    private static String state(PersonEntry person) {
        return person.active() ? ACTIVE : SUSPENDED;
    }

    static Modification replace(String attribute, String... values) {
        return new Modification(ModificationType.REPLACE, attribute, values);
    }
}
