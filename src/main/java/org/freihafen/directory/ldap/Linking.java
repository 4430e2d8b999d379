package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Puts our mark on one entry that was there before; doing it again does no harm. */
final class Linking {
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    Linking(LdapSettings settings) {
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    /**
     * Links one entry.
     *
     * @param objection why an entry cannot be adopted as it is, asked again as it may have changed
     *     since the report
     */
    Outcome link(
            String container,
            UUID uuid,
            String id,
            List<Modification> adoption,
            Function<SearchResultEntry, Optional<Saying>> objection) {
        try (LDAPConnection connection = connector.bound()) {
            SearchResultEntry entry =
                    connection.searchForEntry(
                            container,
                            SearchScope.ONE,
                            Filter.createEqualityFilter(Unmarked.UUID_ATTRIBUTE, uuid.toString()),
                            "objectClass",
                            "cn",
                            PersonMapping.ID);
            if (entry == null) {
                return new Outcome.Refused(Saying.of("adoption.gone", uuid));
            }
            if (entry.hasObjectClass("fhManaged")) {
                return entry.hasAttributeValue(PersonMapping.ID, id)
                        ? new Outcome.Applied()
                        : new Outcome.Refused(Saying.of("adoption.taken", entry.getDN()));
            }
            Optional<Saying> no =
                    marked(connection, container, id)
                            ? Optional.of(Saying.of("adoption.has-entry"))
                            : objection.apply(entry);
            if (no.isPresent()) {
                return new Outcome.Refused(no.get());
            }
            connection.modify(entry.getDN(), adoption);
            return new Outcome.Applied();
        } catch (LDAPException e) {
            return trouble.outcome(e);
        }
    }

    /** Whether another entry is the account or group already: two would stop every later run. */
    private static boolean marked(LDAPConnection connection, String container, String id)
            throws LDAPException {
        return connection.searchForEntry(
                        container,
                        SearchScope.ONE,
                        Filter.createEqualityFilter(PersonMapping.ID, id),
                        "1.1")
                != null;
    }
}
