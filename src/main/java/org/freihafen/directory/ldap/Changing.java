package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes one change. Doing it again does no harm: what is there already is compared and brought to
 * what is desired, and what carries no mark of ours, or another's id, is left alone.
 */
final class Changing {
    /** 389 DS says that access is insufficient where there is no such entry. */
    private static final Set<ResultCode> NOT_AS_OBSERVED =
            Set.of(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    ResultCode.NO_SUCH_OBJECT,
                    ResultCode.ENTRY_ALREADY_EXISTS,
                    ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                    ResultCode.NO_SUCH_ATTRIBUTE);

    private static final Outcome APPLIED = new Outcome.Applied();

    private final LdapNames names;
    private final GroupMapping groups;

    Changing(LdapNames names) {
        this.names = names;
        this.groups = new GroupMapping(names);
    }

    Outcome apply(Change<EntryKey, DirectoryEntry> change, LDAPInterface connection)
            throws LDAPException {
        return switch (change) {
            case Change.Create<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry desired) ->
                    create(key, desired, connection);
            case Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey key,
                            DirectoryEntry observed,
                            DirectoryEntry desired) ->
                    update(key, observed, desired, connection);
            case Change.Delete<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry observed) ->
                    delete(key, observed, connection);
        };
    }

    private Outcome create(EntryKey key, DirectoryEntry desired, LDAPInterface connection)
            throws LDAPException {
        try {
            return add(key, desired, connection);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                throw e;
            }
            return bring(key, desired, connection);
        }
    }

    private Outcome add(EntryKey key, DirectoryEntry desired, LDAPInterface connection)
            throws LDAPException {
        String dn = dn(key, desired);
        switch (key) {
            case EntryKey.OfPerson(PersonId id) ->
                    connection.add(dn, PersonMapping.attributes(id, (PersonEntry) desired));
            case EntryKey.OfGroup(GroupId id) -> {
                connection.add(dn, groups.attributes(id, (GroupEntry) desired));
                modify(key, dn, groups.rest((GroupEntry) desired), connection);
            }
        }
        return APPLIED;
    }

    private Outcome update(
            EntryKey key, DirectoryEntry observed, DirectoryEntry desired, LDAPInterface connection)
            throws LDAPException {
        try {
            if (observed instanceof GroupEntry before
                    && desired instanceof GroupEntry after
                    && !before.name().equals(after.name())) {
                connection.modifyDN(dn(key, before), LdapNames.rdn(after.name()), true);
            }
            modify(key, dn(key, desired), modifications(observed, desired), connection);
            return APPLIED;
        } catch (LDAPException e) {
            if (!NOT_AS_OBSERVED.contains(e.getResultCode())) {
                throw e;
            }
            return bring(key, desired, connection);
        }
    }

    /** Brings the entry to what is desired from whatever it is now. */
    private Outcome bring(EntryKey key, DirectoryEntry desired, LDAPInterface connection)
            throws LDAPException {
        String dn = dn(key, desired);
        SearchResultEntry entry = connection.getEntry(dn);
        if (entry == null) {
            return add(key, desired, connection);
        }
        if (!ours(entry, key)) {
            return foreign(dn);
        }
        DirectoryEntry now =
                switch (key) {
                    case EntryKey.OfPerson _ -> PersonMapping.read(entry);
                    case EntryKey.OfGroup _ -> groups.read(entry);
                };
        modify(key, dn, modifications(now, desired), connection);
        return APPLIED;
    }

    private Outcome delete(EntryKey key, DirectoryEntry observed, LDAPInterface connection)
            throws LDAPException {
        String dn = dn(key, observed);
        SearchResultEntry entry = connection.getEntry(dn, "objectClass", PersonMapping.ID);
        if (entry == null) {
            return APPLIED;
        }
        if (!ours(entry, key)) {
            return foreign(dn);
        }
        try {
            connection.delete(dn);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
        return APPLIED;
    }

    private List<List<Modification>> modifications(DirectoryEntry before, DirectoryEntry after) {
        if (before instanceof GroupEntry b && after instanceof GroupEntry a) {
            return groups.modifications(b, a);
        }
        List<Modification> one =
                PersonMapping.modifications((PersonEntry) before, (PersonEntry) after);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private void modify(
            EntryKey key, String dn, List<List<Modification>> steps, LDAPInterface connection)
            throws LDAPException {
        for (List<Modification> step : steps) {
            List<Modification> guarded = new ArrayList<>(guard(key, dn));
            guarded.addAll(step);
            connection.modify(dn, guarded);
        }
    }

    /**
     * Takes our id away and gives it back within the same modification, so that the server refuses
     * all of it if the entry is no longer ours. A DN that holds the id needs no such guard.
     */
    private static List<Modification> guard(EntryKey key, String dn) {
        String id = id(key);
        return dn.startsWith(PersonMapping.ID + "=" + id)
                ? List.of()
                : List.of(
                        new Modification(ModificationType.DELETE, PersonMapping.ID, id),
                        new Modification(ModificationType.ADD, PersonMapping.ID, id));
    }

    private String dn(EntryKey key, DirectoryEntry entry) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> names.person(id);
            case EntryKey.OfGroup _ -> names.group(((GroupEntry) entry).name());
        };
    }

    private static String id(EntryKey key) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> id.toString();
            case EntryKey.OfGroup(GroupId id) -> id.toString();
        };
    }

    private static boolean ours(SearchResultEntry entry, EntryKey key) {
        return entry.hasObjectClass("fhManaged")
                && entry.hasAttributeValue(PersonMapping.ID, id(key));
    }

    private static Outcome foreign(String dn) {
        return new Outcome.Refused(Saying.of("ldap.foreign-entry", dn));
    }
}
