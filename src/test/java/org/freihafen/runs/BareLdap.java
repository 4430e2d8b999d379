package org.freihafen.runs;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncResultListener;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;

import org.freihafen.servers.LdapServer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** LDAP operations and nothing around them: what a run is measured against. */
final class BareLdap {
    private static final int WINDOW = 64;
    private static final List<String> CONTAINERS =
            List.of("ou=people," + LdapServer.BASE, "ou=groups," + LdapServer.BASE);

    private final LdapServer server;

    BareLdap(LdapServer server) {
        this.server = server;
    }

    /** Without waiting for one answer before the next request; people come before groups. */
    void add(List<Entry> entries) throws LDAPException, InterruptedException {
        try (LDAPConnection connection = server.connectAs("freihafen")) {
            Pipeline pipeline = new Pipeline();
            boolean people = true;
            for (Entry entry : entries) {
                if (people && !entry.hasAttribute("uid")) {
                    pipeline.drain();
                    people = false;
                }
                pipeline.begin();
                var _ = connection.asyncAdd(new AddRequest(entry), pipeline);
            }
            pipeline.drain();
        }
    }

    /** The difference, by one modification for each entry that has one. */
    void change(List<Entry> before, List<Entry> after) throws LDAPException, InterruptedException {
        Map<String, Entry> old = new HashMap<>();
        before.forEach(entry -> old.put(entry.getDN(), entry));
        try (LDAPConnection connection = server.connectAs("freihafen")) {
            Pipeline pipeline = new Pipeline();
            for (Entry entry : after) {
                List<Modification> modifications =
                        Entry.diff(
                                Objects.requireNonNull(old.get(entry.getDN())),
                                entry,
                                false,
                                false);
                if (!modifications.isEmpty()) {
                    pipeline.begin();
                    var _ =
                            connection.asyncModify(
                                    new ModifyRequest(entry.getDN(), modifications), pipeline);
                }
            }
            pipeline.drain();
        }
    }

    void readAndForget() throws LDAPException {
        read(_ -> {});
    }

    /** All people, then all groups. */
    List<Entry> everything() throws LDAPException {
        List<Entry> all = new ArrayList<>();
        read(entry -> all.add(entry.duplicate()));
        return all;
    }

    private void read(Consumer<SearchResultEntry> each) throws LDAPException {
        try (LDAPConnection connection = server.connectAs("freihafen")) {
            for (String container : CONTAINERS) {
                connection.search(
                        new SearchRequest(
                                new Hearing(each),
                                container,
                                SearchScope.ONE,
                                DereferencePolicy.NEVER,
                                0,
                                0,
                                false,
                                Filter.createPresenceFilter("objectClass")));
            }
        }
    }

    private record Hearing(Consumer<SearchResultEntry> each) implements SearchResultListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            each.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            throw new AssertionError(reference.toString());
        }
    }

    private static final class Pipeline implements AsyncResultListener {
        private final Semaphore free = new Semaphore(WINDOW);
        private final AtomicReference<@Nullable LDAPResult> refused = new AtomicReference<>();

        void begin() throws InterruptedException {
            free.acquire();
        }

        void drain() throws InterruptedException {
            free.acquire(WINDOW);
            free.release(WINDOW);
            LDAPResult first = refused.get();
            if (first != null) {
                throw new AssertionError(first.toString());
            }
        }

        @Override
        public void ldapResultReceived(AsyncRequestID id, LDAPResult result) {
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                refused.compareAndSet(null, result);
            }
            free.release();
        }
    }
}
