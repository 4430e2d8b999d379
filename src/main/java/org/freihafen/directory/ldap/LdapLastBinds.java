package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.directory.LastBinds;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By the attribute that {@code ldap.last-use} names: {@code pwdLastSuccess} where slapd has {@code
 * olcLastBind}, {@code authTimestamp} with its lastbind overlay, {@code lastLoginTime} with the
 * account policy plug-in of 389 DS.
 */
@Singleton
public class LdapLastBinds implements LastBinds {
    private final LdapSettings settings;
    private final Optional<String> attribute;

    @Inject
    public LdapLastBinds(
            LdapSettings settings, @ConfigProperty(name = "ldap.last-use") String attribute) {
        this.settings = settings;
        this.attribute = Optional.of(attribute.strip()).filter(name -> !name.equals("none"));
    }

    @Override
    public boolean kept() {
        return attribute.isPresent();
    }

    @Override
    public Map<PersonId, Instant> read() throws TargetUnavailable {
        Map<PersonId, Instant> all = new HashMap<>();
        if (attribute.isEmpty()) {
            return all;
        }
        String[] attributes = {PersonMapping.ID, attribute.get()};
        try (LDAPConnection connection = new LdapConnector(settings).bound()) {
            new Observing(connection)
                    .each(
                            settings.people(),
                            PersonMapping.OURS,
                            attributes,
                            entry -> take(entry, attribute.get(), all),
                            all::clear);
            return all;
        } catch (LDAPException e) {
            throw new LdapTrouble(settings).unavailable(e);
        }
    }

    /** What is no time tells nothing. */
    private static void take(
            SearchResultEntry entry, String attribute, Map<PersonId, Instant> all) {
        Date last = entry.getAttributeValueAsDate(attribute);
        Optional<PersonId> person = LdapNames.id(PersonMapping.text(entry, PersonMapping.ID));
        if (last != null && person.isPresent()) {
            all.put(person.get(), last.toInstant());
        }
    }
}
