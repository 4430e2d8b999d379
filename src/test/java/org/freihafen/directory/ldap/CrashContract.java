package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.servers.LdapServer.BASE;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Freihafen may be killed before or after any operation on the directory: the next run makes of it
 * what an undisturbed one would have made, to the letter.
 */
abstract class CrashContract {
    private static final PersonId DORA = PersonId.of("01920000-0000-7000-8000-00000000000d");

    abstract LdapServer server();

    private LdapDirectory directory() {
        return new LdapDirectory(server().settings());
    }

    /** When within the nth operation the process ends. */
    private enum Moment {
        BEFORE,
        AFTER
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_run_killed_at_any_operation_is_finished_by_the_next_one_to_the_letter()
            throws Exception {
        begin();
        List<Change<EntryKey, DirectoryEntry>> changes = plan();
        int operations = applyUntil(changes, Integer.MAX_VALUE, Moment.BEFORE);
        Map<String, String> undisturbed = ldif();
        assertThat(operations).isGreaterThanOrEqualTo(changes.size());
        assertThat(plan()).isEmpty();

        for (int nth = 1; nth <= operations; nth++) {
            for (Moment moment : Moment.values()) {
                begin();
                String umwelt = uuid(DirectoryContract.group("ag-umwelt"));
                assertThat(applyUntil(changes, nth, moment)).isEqualTo(nth);

                applied(directory(), plan());

                assertThat(ldif()).as("killed %s operation %d", moment, nth).isEqualTo(undisturbed);
                assertThat(uuid(DirectoryContract.group("ag-klima"))).isEqualTo(umwelt);
                assertThat(plan()).isEmpty();
            }
        }
        server().clear();
    }

    private void begin() throws LDAPException {
        server().clear();
        applied(directory(), DirectoryContract.creations(DirectoryContract.organisation()));
    }

    /** Joins, a new login name, a suspension, a renamed group, one that goes, one that comes. */
    private static Map<EntryKey, DirectoryEntry> desired() {
        Map<EntryKey, DirectoryEntry> desired = DirectoryContract.organisation();
        desired.put(
                DirectoryContract.person(DORA),
                new PersonEntry("dora", "Dora", true, DirectoryContract.WORKING));
        desired.put(
                DirectoryContract.person(DirectoryContract.ANNA),
                new PersonEntry("anna.neu", "Anna N.", true, Set.of("working", "board")));
        desired.put(
                DirectoryContract.person(DirectoryContract.BERT),
                new PersonEntry("bert", "Bert", false, DirectoryContract.WORKING));
        desired.put(
                DirectoryContract.UMWELT_GROUP,
                new GroupEntry(
                        "ag-klima",
                        "AG Klima",
                        "ag-klima",
                        "working-group",
                        Optional.of("bund"),
                        PersonSet.of(List.of(DORA, DirectoryContract.ANNA)),
                        DirectoryContract.WORKING));
        desired.remove(DirectoryContract.UMWELT_LEADS);
        desired.put(
                DirectoryContract.BUND_GROUP,
                DirectoryContract.bund(DORA, DirectoryContract.ANNA, DirectoryContract.CARLA));
        return desired;
    }

    private List<Change<EntryKey, DirectoryEntry>> plan() throws TargetUnavailable {
        return Plan.between(
                        directory().observe(Scope.everything()), State.of(desired()), _ -> false)
                .changes();
    }

    private static void applied(
            LdapDirectory directory, List<Change<EntryKey, DirectoryEntry>> changes) {
        directory.apply(
                changes,
                (change, outcome) ->
                        assertThat(outcome)
                                .as(change.toString())
                                .isInstanceOf(Outcome.Applied.class));
    }

    /** How many operations began. */
    private int applyUntil(List<Change<EntryKey, DirectoryEntry>> changes, int nth, Moment moment)
            throws LDAPException {
        int[] begun = new int[1];
        try (LDAPConnection connection = server().connectAs("freihafen")) {
            LDAPInterface mortal = mortal(connection, begun, nth, moment);
            Changing changing = new Changing(LdapNames.known(server().settings(), connection));
            for (Change<EntryKey, DirectoryEntry> change : changes) {
                assertThat(changing.apply(change, mortal)).isInstanceOf(Outcome.Applied.class);
            }
        } catch (Killed e) {
            assertThat(begun[0]).isEqualTo(nth);
        }
        return begun[0];
    }

    private static LDAPInterface mortal(
            LDAPConnection connection, int[] begun, int nth, Moment moment) {
        return (LDAPInterface)
                Proxy.newProxyInstance(
                        CrashContract.class.getClassLoader(),
                        new Class<?>[] {LDAPInterface.class},
                        (_, method, arguments) -> {
                            boolean last = ++begun[0] == nth;
                            if (last && moment == Moment.BEFORE) {
                                throw new Killed();
                            }
                            try {
                                Object answer = method.invoke(connection, arguments);
                                if (last) {
                                    throw new Killed();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    /** Everything below people and groups, attribute by attribute. */
    private Map<String, String> ldif() throws LDAPException {
        Map<String, String> entries = new TreeMap<>();
        try (LDAPConnection reader = server().connectAs("freihafen")) {
            for (String container : List.of("ou=people," + BASE, "ou=groups," + BASE)) {
                for (SearchResultEntry entry :
                        requireNonNull(
                                reader.search(
                                                container,
                                                SearchScope.ONE,
                                                Filter.createPresenceFilter("objectClass"))
                                        .getSearchEntries())) {
                    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    for (Attribute attribute : entry.getAttributes()) {
                        String[] sorted = attribute.getValues();
                        Arrays.sort(sorted);
                        values.put(attribute.getName(), String.join(" | ", sorted));
                    }
                    entries.put(entry.getDN(), values.toString());
                }
            }
        }
        return entries;
    }

    private String uuid(String dn) throws LDAPException {
        try (LDAPConnection reader = server().connectAs("freihafen")) {
            SearchResultEntry entry = reader.getEntry(dn, "entryUUID");
            return entry == null ? "none" : String.valueOf(entry.getAttributeValue("entryUUID"));
        }
    }
}
