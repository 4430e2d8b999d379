package org.freihafen.sandbox.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.GenericResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One connection to the embedded directory. It lets through what {@link AccessRule} allows, and
 * answers a write only when {@link Entries} has kept it.
 */
final class Gate extends LDAPListenerRequestHandler {
    private final InMemoryRequestHandler server;
    private final AccessRule rule;
    private final Entries entries;
    private final LastUse lastUse;
    private final Sight sight;

    Gate(InMemoryRequestHandler server, AccessRule rule, Entries entries, LastUse lastUse) {
        this.server = server;
        this.rule = rule;
        this.entries = entries;
        this.lastUse = lastUse;
        this.sight = new Sight(server, rule);
    }

    @Override
    public Gate newInstance(LDAPListenerClientConnection connection) throws LDAPException {
        Gate gate = new Gate(server.newInstance(connection), rule, entries, lastUse);
        connection.addSearchEntryTransformer(gate.sight);
        return gate;
    }

    @Override
    public LDAPMessage processBindRequest(
            int id, BindRequestProtocolOp request, List<Control> controls) {
        sight.becomes(new Viewer.Nobody());
        server.setAuthenticatedDN(DN.NULL_DN);
        if (request.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
            return refuse(
                    id, ResultCode.AUTH_METHOD_NOT_SUPPORTED, "", BindResponseProtocolOp::new);
        }
        ASN1OctetString password = request.getSimplePassword();
        boolean empty = password == null || password.getValueLength() == 0;
        if (empty && !request.getBindDN().isEmpty()) {
            return refuse(
                    id,
                    ResultCode.UNWILLING_TO_PERFORM,
                    "A bind with a name needs a password.",
                    BindResponseProtocolOp::new);
        }
        LDAPMessage answer = server.processBindRequest(id, request, List.of());
        if (answer.getBindResponseProtocolOp().getResultCode() == 0) {
            Optional<Viewer> bound = viewer(server.getAuthenticatedDN());
            if (bound.isPresent()) {
                sight.becomes(bound.get());
                if (bound.get() instanceof Viewer.Person(DN dn)) {
                    noteUse(dn);
                }
                return answer;
            }
            server.setAuthenticatedDN(DN.NULL_DN);
        }
        return refuse(id, ResultCode.INVALID_CREDENTIALS, "", BindResponseProtocolOp::new);
    }

    /** Keeps when somebody last bound, to the hour, as that is one write to the disk. */
    private void noteUse(DN dn) {
        synchronized (entries) {
            lastUse.due(server.getEntry(dn))
                    .ifPresent(change ->
                            write(
                                    () -> server.processModifyRequest(0, change, List.of()),
                                    ModifyResponseProtocolOp::new,
                                    dn));
        }
    }

    private Optional<Viewer> viewer(DN dn) {
        if (dn.isNullDN()) {
            return Optional.of(new Viewer.Nobody());
        }
        ReadOnlyEntry entry = server.getEntry(dn);
        return entry == null ? Optional.empty() : rule.bound(dn, entry);
    }

    @Override
    public LDAPMessage processSearchRequest(
            int id, SearchRequestProtocolOp request, List<Control> controls) {
        boolean rootDse =
                request.getBaseDN().isEmpty() && request.getScope().equals(SearchScope.BASE);
        if (sight.viewer() instanceof Viewer.Nobody && !rootDse) {
            return refuse(
                    id,
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    "Sign in first.",
                    SearchResultDoneProtocolOp::new);
        }
        sight.searches(request.getFilter());
        return server.processSearchRequest(id, request, allowed(controls));
    }

    @Override
    public LDAPMessage processCompareRequest(
            int id, CompareRequestProtocolOp request, List<Control> controls) {
        DN dn = dn(request.getDN());
        boolean seen =
                sight.of(dn)
                        .filter(entry -> entry.hasAttribute(request.getAttributeName()))
                        .isPresent();
        return seen
                ? server.processCompareRequest(id, request, List.of())
                : refuse(id, CompareResponseProtocolOp::new);
    }

    @Override
    public LDAPMessage processAddRequest(
            int id, AddRequestProtocolOp request, List<Control> controls) {
        DN dn = dn(request.getDN());
        return rule.mayWrite(sight.viewer(), dn)
                ? write(
                        () -> server.processAddRequest(id, request, List.of()),
                        AddResponseProtocolOp::new,
                        dn)
                : refuse(id, AddResponseProtocolOp::new);
    }

    @Override
    public LDAPMessage processModifyRequest(
            int id, ModifyRequestProtocolOp request, List<Control> controls) {
        DN dn = dn(request.getDN());
        boolean passwordOnly =
                request.getModifications().stream()
                        .allMatch(change -> AccessRule.isPassword(change.getAttribute()));
        boolean allowed =
                rule.mayWrite(sight.viewer(), dn)
                        || (passwordOnly
                                && rule.maySetPassword(sight.viewer(), dn, server.getEntry(dn)));
        return allowed
                ? write(() -> modify(id, request, dn), ModifyResponseProtocolOp::new, dn)
                : refuse(id, ModifyResponseProtocolOp::new);
    }

    private LDAPMessage modify(int id, ModifyRequestProtocolOp request, DN dn) {
        ReadOnlyEntry entry = server.getEntry(dn);
        try {
            return server.processModifyRequest(
                    id, entry == null ? request : MemberChanges.folded(request, entry), List.of());
        } catch (LDAPException e) {
            return refuse(
                    id,
                    e.getResultCode(),
                    String.valueOf(e.getMessage()),
                    ModifyResponseProtocolOp::new);
        }
    }

    @Override
    public LDAPMessage processDeleteRequest(
            int id, DeleteRequestProtocolOp request, List<Control> controls) {
        DN dn = dn(request.getDN());
        return rule.mayWrite(sight.viewer(), dn)
                ? write(
                        () -> server.processDeleteRequest(id, request, List.of()),
                        DeleteResponseProtocolOp::new,
                        dn)
                : refuse(id, DeleteResponseProtocolOp::new);
    }

    @Override
    public LDAPMessage processModifyDNRequest(
            int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        DN dn = dn(request.getDN());
        DN renamed = renamed(dn, request.getNewRDN());
        boolean allowed =
                request.getNewSuperiorDN() == null
                        && rule.mayWrite(sight.viewer(), dn)
                        && rule.mayWrite(sight.viewer(), renamed);
        return allowed
                ? write(
                        () -> server.processModifyDNRequest(id, request, List.of()),
                        ModifyDNResponseProtocolOp::new,
                        dn,
                        renamed)
                : refuse(id, ModifyDNResponseProtocolOp::new);
    }

    @Override
    public LDAPMessage processExtendedRequest(
            int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        if (request.getOID().equals(WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID)) {
            return server.processExtendedRequest(id, request, List.of());
        }
        if (!request.getOID().equals(PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID)) {
            return refuse(
                    id,
                    ResultCode.PROTOCOL_ERROR,
                    "Not offered here.",
                    ExtendedResponseProtocolOp::new);
        }
        DN dn = whosePassword(request);
        return rule.maySetPassword(sight.viewer(), dn, server.getEntry(dn))
                ? write(
                        () -> server.processExtendedRequest(id, request, List.of()),
                        ExtendedResponseProtocolOp::new,
                        dn)
                : refuse(id, ExtendedResponseProtocolOp::new);
    }

    /** Applies one write and keeps it, in the same order as everybody else's. */
    private LDAPMessage write(
            Supplier<LDAPMessage> operation,
            Function<LDAPResult, ProtocolOp> answer,
            DN... touched) {
        synchronized (entries) {
            LDAPMessage done = operation.get();
            if (!succeeded(done)) {
                return done;
            }
            try {
                entries.keep(server, List.of(touched));
                return done;
            } catch (IOException e) {
                return refuse(
                        done.getMessageID(),
                        ResultCode.UNAVAILABLE,
                        "The change could not be written to the disk: " + e.getMessage(),
                        answer);
            }
        }
    }

    private static boolean succeeded(LDAPMessage done) {
        return switch (done.getProtocolOp()) {
            case GenericResponseProtocolOp op -> op.getResultCode() == 0;
            case ExtendedResponseProtocolOp op -> op.getResultCode() == 0;
            default -> false;
        };
    }

    private DN whosePassword(ExtendedRequestProtocolOp request) {
        try {
            String who =
                    new PasswordModifyExtendedRequest(request.toExtendedRequest())
                            .getUserIdentity();
            if (who == null) {
                return server.getAuthenticatedDN();
            }
            String form = who.toLowerCase(Locale.ROOT);
            return form.startsWith("dn:") || form.startsWith("u:")
                    ? server.getDNForAuthzID(who)
                    : dn(who);
        } catch (LDAPException e) {
            return DN.NULL_DN;
        }
    }

    private DN renamed(DN dn, String newRdn) {
        DN parent = dn.getParent();
        return parent == null ? DN.NULL_DN : dn(newRdn + "," + parent);
    }

    /** What is no DN is the null DN, of which nobody may do anything. */
    private DN dn(String text) {
        try {
            return new DN(text, server.getSchema());
        } catch (LDAPException e) {
            return DN.NULL_DN;
        }
    }

    /** Only paging is offered; proxied authorisation and pre-read would go round our rules. */
    private static List<Control> allowed(List<Control> controls) {
        return controls.stream()
                .filter(control ->
                        control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID))
                .toList();
    }

    private static LDAPMessage refuse(int id, Function<LDAPResult, ProtocolOp> answer) {
        return refuse(id, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "", answer);
    }

    private static LDAPMessage refuse(
            int id, ResultCode code, String why, Function<LDAPResult, ProtocolOp> answer) {
        return new LDAPMessage(
                id, answer.apply(new LDAPResult(id, code, why, null, List.of(), List.of())));
    }
}
