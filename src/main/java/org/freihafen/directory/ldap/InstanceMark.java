package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;

import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The entry that says which installation keeps the directory, and how far it has come. */
final class InstanceMark {
    private static final String ID = "fhId";
    private static final String EPOCH = "fhEpoch";

    private final String dn;
    private final LDAPConnection connection;

    InstanceMark(String dn, LDAPConnection connection) {
        this.dn = dn;
        this.connection = connection;
    }

    Optional<Epoch> read() throws LDAPException, TargetUnavailable {
        SearchResultEntry entry = connection.getEntry(dn, ID, EPOCH);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Epoch(
                            UUID.fromString(PersonMapping.text(entry, ID)),
                            Long.parseLong(PersonMapping.text(entry, EPOCH))));
        } catch (IllegalArgumentException e) {
            throw new TargetUnavailable(Saying.of("ldap.mark-unreadable", dn), e);
        }
    }

    void write(Epoch epoch) throws LDAPException {
        String id = epoch.instance().toString();
        String number = Long.toString(epoch.number());
        if (connection.getEntry(dn, "1.1") != null) {
            connection.modify(
                    dn,
                    List.of(PersonMapping.replace(ID, id), PersonMapping.replace(EPOCH, number)));
            return;
        }
        RDN rdn = new DN(dn).getRDN();
        connection.add(
                dn,
                new Attribute("objectClass", "fhInstance", "fhManaged"),
                new Attribute("cn", rdn == null ? "" : rdn.getAttributeValues()[0]),
                new Attribute(ID, id),
                new Attribute(EPOCH, number));
    }
}
