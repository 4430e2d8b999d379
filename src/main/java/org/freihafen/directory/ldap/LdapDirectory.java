package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.directory.Directory;
import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directory on an LDAP server: observed in two streamed searches, changed over a few
 * connections with many operations under way, and touched only where it carries our mark.
 */
@Singleton
public class LdapDirectory implements Directory {
    private static final int IDS_IN_ONE_FILTER = 200;

    private final LdapSettings settings;
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    @Inject
    public LdapDirectory(LdapSettings settings) {
        this.settings = settings;
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    @Override
    public State<EntryKey, DirectoryEntry> observe(Scope<EntryKey> scope) throws TargetUnavailable {
        try (LDAPConnection connection = connector.bound()) {
            Observed observed =
                    new Observed(settings, connection, LdapNames.known(settings, connection));
            switch (scope) {
                case Scope.Everything<EntryKey>() -> {
                    observed.people(PersonMapping.OURS);
                    observed.groups(GroupMapping.OURS);
                }
                case Scope.Only<EntryKey>(Set<EntryKey> keys) -> only(keys, observed);
            }
            return observed.state();
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    private static void only(Set<EntryKey> keys, Observed observed) throws LDAPException {
        List<String> people = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (EntryKey key : keys) {
            switch (key) {
                case EntryKey.OfPerson(PersonId id) -> people.add(id.toString());
                case EntryKey.OfGroup(GroupId id) -> groups.add(id.toString());
            }
        }
        for (Filter some : withIds(people, PersonMapping.OURS)) {
            observed.people(some);
        }
        for (Filter some : withIds(groups, GroupMapping.OURS)) {
            observed.groups(some);
        }
    }

    private static List<Filter> withIds(List<String> ids, Filter ours) {
        List<Filter> filters = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_IN_ONE_FILTER) {
            List<Filter> some =
                    ids.subList(from, Math.min(from + IDS_IN_ONE_FILTER, ids.size())).stream()
                            .map(id -> Filter.createEqualityFilter(PersonMapping.ID, id))
                            .toList();
            filters.add(Filter.createANDFilter(ours, Filter.createORFilter(some)));
        }
        return filters;
    }

    @Override
    public void apply(
            List<Change<EntryKey, DirectoryEntry>> changes,
            Outcomes<EntryKey, DirectoryEntry> outcomes) {
        LdapNames names;
        LoginNames logins;
        try (LDAPConnection connection = connector.bound()) {
            names = LdapNames.known(settings, connection);
            logins = LoginNames.wantedBy(changes, settings, connection);
        } catch (LDAPException e) {
            changes.forEach(change -> outcomes.of(change, trouble.outcome(e)));
            return;
        }
        List<Change<EntryKey, DirectoryEntry>> allowed = new ArrayList<>();
        for (Change<EntryKey, DirectoryEntry> change : changes) {
            logins.objection(change)
                    .ifPresentOrElse(why -> outcomes.of(change, why), () -> allowed.add(change));
        }
        try (Lines lines = new Lines(connector, trouble, settings.connections())) {
            Changing changing = new Changing(names);
            new Applying(
                            change -> lines.run(line -> changing.apply(change, line)),
                            settings.window())
                    .apply(allowed, outcomes);
        }
    }

    @Override
    public Optional<Epoch> epoch() throws TargetUnavailable {
        try (LDAPConnection connection = connector.bound()) {
            return new InstanceMark(settings.instance(), connection).read();
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    @Override
    public void leave(Epoch epoch) throws TargetUnavailable {
        try (LDAPConnection connection = connector.bound()) {
            new InstanceMark(settings.instance(), connection).write(epoch);
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }
}
