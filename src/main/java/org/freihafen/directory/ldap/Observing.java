package org.freihafen.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads everything below a container: in one streamed search, and in pages where the server
 * insists.
 */
final class Observing {
    private static final int PAGE = 5_000;
    private static final Set<ResultCode> LIMITS =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);

    private final LDAPConnection connection;

    Observing(LDAPConnection connection) {
        this.connection = connection;
    }

    /**
     * Hands on each entry.
     *
     * @param forget called when reading begins again, since what was handed on was not all
     * @throws LDAPException if not all could be read; what was handed on until then is worth
     *     nothing
     */
    void each(
            String container,
            Filter filter,
            String[] attributes,
            Consumer<SearchResultEntry> take,
            Runnable forget)
            throws LDAPException {
        try {
            SearchResult result = search(container, filter, attributes, take);
            if (result.getEntryCount() == 0) {
                mustBeThere(container);
            }
        } catch (LDAPException e) {
            if (!LIMITS.contains(e.getResultCode())) {
                throw e;
            }
            forget.run();
            paged(container, filter, attributes, take);
        }
    }

    /** 389 DS finds nothing below what is not there, and calls that a success. */
    private void mustBeThere(String container) throws LDAPException {
        if (connection.getEntry(container, "objectClass") == null) {
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT, container + " is not there");
        }
    }

    private SearchResult search(
            String container,
            Filter filter,
            String[] attributes,
            Consumer<SearchResultEntry> take,
            Control... controls)
            throws LDAPException {
        Stream stream = new Stream(take);
        SearchRequest request =
                new SearchRequest(stream, container, SearchScope.ONE, filter, attributes);
        request.setControls(controls);
        SearchResult result = connection.search(request);
        if (stream.elsewhere) {
            throw new LDAPException(
                    ResultCode.REFERRAL, "a part of " + container + " is on another server");
        }
        return result;
    }

    private void paged(
            String container, Filter filter, String[] attributes, Consumer<SearchResultEntry> take)
            throws LDAPException {
        @Nullable ASN1OctetString cookie = null;
        do {
            SearchResult page =
                    search(
                            container,
                            filter,
                            attributes,
                            take,
                            new SimplePagedResultsControl(PAGE, cookie, true));
            SimplePagedResultsControl answer = SimplePagedResultsControl.get(page);
            cookie = answer == null || !answer.moreResultsToReturn() ? null : answer.getCookie();
        } while (cookie != null);
    }

    private static final class Stream implements SearchResultListener {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<SearchResultEntry> take;
        private boolean elsewhere;

        Stream(Consumer<SearchResultEntry> take) {
            this.take = take;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            take.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            elsewhere = true;
        }
    }
}
