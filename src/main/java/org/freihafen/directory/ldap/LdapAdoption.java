package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.directory.Adoption;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adoption of people's entries, by the attribute that {@code ldap.adopt-by} names. */
@Singleton
public class LdapAdoption implements Adoption {
    private static final Filter PEOPLE =
            Filter.createEqualityFilter("objectClass", "inetOrgPerson");

    private final LdapSettings settings;
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    @Inject
    public LdapAdoption(LdapSettings settings) {
        this.settings = settings;
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    @Override
    public Report report(Map<PersonId, PersonEntry> people) throws TargetUnavailable {
        Map<String, PersonId> byName = new HashMap<>();
        people.forEach((id, person) -> byName.put(Unmarked.folded(person.username()), id));
        String[] attributes = {
            "objectClass", PersonMapping.ID, Unmarked.UUID_ATTRIBUTE, settings.adoptBy()
        };
        try (LDAPConnection connection = connector.bound()) {
            Unmarked<PersonId> found =
                    Unmarked.read(
                            connection,
                            settings.people(),
                            PEOPLE,
                            attributes,
                            entry -> LdapNames.id(PersonMapping.text(entry, PersonMapping.ID)),
                            entry ->
                                    Optional.ofNullable(
                                            byName.get(
                                                    Unmarked.folded(
                                                            PersonMapping.text(
                                                                    entry, settings.adoptBy())))),
                            _ -> Optional.empty());
            return new Report(
                    found.matches.stream()
                            .map(like -> new Match(like.key(), like.uuid(), like.entry().getDN()))
                            .toList(),
                    found.conflicts,
                    found.unmatched);
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    @Override
    public Outcome adopt(PersonId person, UUID uuid, PersonEntry desired) {
        return new Linking(settings)
                .link(
                        settings.people(),
                        uuid,
                        person.toString(),
                        PersonMapping.adoption(person, desired),
                        _ -> Optional.empty());
    }
}
