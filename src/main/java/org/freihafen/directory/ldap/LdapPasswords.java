package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Passwords on the LDAP server: set by Password Modify as Freihafen, tried by a bind as the person
 * on a connection of its own.
 */
@Singleton
public class LdapPasswords implements Passwords {
    /** How servers say that name and password do not let in; 389 DS names a locked account. */
    private static final Set<ResultCode> WRONG =
            Set.of(
                    ResultCode.INVALID_CREDENTIALS,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION,
                    ResultCode.UNWILLING_TO_PERFORM,
                    ResultCode.NO_SUCH_OBJECT);

    /** How servers say that they do not like this password. */
    private static final Set<ResultCode> DISLIKED =
            Set.of(ResultCode.CONSTRAINT_VIOLATION, ResultCode.INVALID_ATTRIBUTE_SYNTAX);

    private static final Filter ACTIVE = Filter.createEqualityFilter("fhState", "active");

    private final LdapSettings settings;
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    @Inject
    public LdapPasswords(LdapSettings settings) {
        this.settings = settings;
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    @Override
    public Optional<Saying> set(PersonId person, String password) throws TargetUnavailable {
        try (LDAPConnection connection = connector.bound()) {
            Filter filter = Filter.createEqualityFilter(PersonMapping.ID, person.toString());
            Optional<SearchResultEntry> entry = one(connection, filter);
            if (entry.isEmpty()) {
                return Optional.of(Saying.of("password.no-account"));
            }
            ExtendedResult result =
                    connection.processExtendedOperation(
                            new PasswordModifyExtendedRequest(
                                    entry.get().getDN(), (String) null, password));
            if (result.getResultCode().equals(ResultCode.SUCCESS)) {
                return Optional.empty();
            }
            if (DISLIKED.contains(result.getResultCode())) {
                return Optional.of(Saying.of("password.disliked").quoting(said(result)));
            }
            throw new LDAPException(result);
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    private static String said(ExtendedResult result) {
        String message = result.getDiagnosticMessage();
        return message == null || message.isBlank() ? "" : message;
    }

    @Override
    public Optional<PersonId> authenticate(String username, String password)
            throws TargetUnavailable {
        if (username.isBlank() || password.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<SearchResultEntry> entry = find(username);
            String dn =
                    entry.map(SearchResultEntry::getDN).orElse("fhId=nobody," + settings.people());
            boolean right = binds(dn, password);
            return right
                    ? entry.flatMap(
                            found -> LdapNames.id(PersonMapping.text(found, PersonMapping.ID)))
                    : Optional.empty();
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    private Optional<SearchResultEntry> find(String username) throws LDAPException {
        try (LDAPConnection connection = connector.bound()) {
            return one(
                    connection,
                    Filter.createANDFilter(
                            ACTIVE,
                            Filter.createEqualityFilter(PersonMapping.LOGIN, username.strip())));
        }
    }

    private boolean binds(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = connector.open()) {
            connection.bind(dn, password);
            return true;
        } catch (LDAPException e) {
            if (WRONG.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        }
    }

    /** A login name that two entries have lets nobody in. */
    private Optional<SearchResultEntry> one(LDAPConnection connection, Filter filter)
            throws LDAPException {
        List<SearchResultEntry> found =
                connection
                        .search(
                                settings.people(),
                                SearchScope.ONE,
                                Filter.createANDFilter(PersonMapping.OURS, filter),
                                PersonMapping.ID)
                        .getSearchEntries();
        return found == null || found.size() != 1
                ? Optional.empty()
                : Optional.of(found.getFirst());
    }
}
