package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.SearchEntryTransformer;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.util.ObjectPair;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * What one connection sees of the entries that its search found. A filter is held against what is
 * seen, so that nobody learns a hidden value by searching for it.
 */
public final class Sight implements SearchEntryTransformer {
    private static final String SCHEMA = "cn=schema";
    private static final Filter NOTHING = Filter.createORFilter();

    private final InMemoryRequestHandler server;
    private final AccessRule rule;
    private Filter filter = NOTHING;
    private Viewer viewer = new Viewer.Nobody();

    Sight(InMemoryRequestHandler server, AccessRule rule) {
        this.server = server;
        this.rule = rule;
    }

    Viewer viewer() {
        return viewer;
    }

    void becomes(Viewer newViewer) {
        viewer = newViewer;
    }

    void searches(Filter newFilter) {
        filter = newFilter;
    }

    Optional<Entry> of(DN dn) {
        ReadOnlyEntry entry = server.getEntry(dn);
        return entry == null ? Optional.empty() : rule.seen(viewer, dn, entry);
    }

    /** Null leaves the entry out. An exception would let it through whole, so there is none. */
    @Override
    public @Nullable ObjectPair<SearchResultEntryProtocolOp, Control[]> transformEntry(
            int id, SearchResultEntryProtocolOp found, Control[] controls) {
        try {
            DN dn = new DN(found.getDN(), server.getSchema());
            if (dn.isNullDN() || found.getDN().equals(SCHEMA)) {
                return new ObjectPair<>(found, controls);
            }
            Optional<Entry> seen = of(dn);
            if (seen.isEmpty() || !filter.matchesEntry(seen.get(), server.getSchema())) {
                return null;
            }
            List<Attribute> attributes =
                    found.getAttributes().stream()
                            .filter(attribute -> seen.get().hasAttribute(attribute.getBaseName()))
                            .toList();
            return new ObjectPair<>(
                    new SearchResultEntryProtocolOp(found.getDN(), attributes), controls);
        } catch (LDAPException | RuntimeException e) {
            return null;
        }
    }
}
