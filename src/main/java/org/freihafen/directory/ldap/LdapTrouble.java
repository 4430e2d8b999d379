package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Set;
import java.util.regex.Pattern;

/** Says in a sentence what an LDAP result means here and how to mend it. */
final class LdapTrouble {
    /** Worth another attempt on a fresh connection. */
    private static final Set<ResultCode> PASSING =
            Set.of(
                    ResultCode.SERVER_DOWN,
                    ResultCode.CONNECT_ERROR,
                    ResultCode.TIMEOUT,
                    ResultCode.DECODING_ERROR,
                    ResultCode.BUSY,
                    ResultCode.UNAVAILABLE);

    /** Says that nothing else would succeed either; a slow answer tells of one change only. */
    private static final Set<ResultCode> SERVER_IS_AWAY =
            Set.of(ResultCode.SERVER_DOWN, ResultCode.CONNECT_ERROR, ResultCode.UNAVAILABLE);

    /** One entry is wrong; the others may well be right. */
    private static final Set<ResultCode> ABOUT_ONE_ENTRY =
            Set.of(
                    ResultCode.CONSTRAINT_VIOLATION,
                    ResultCode.INVALID_DN_SYNTAX,
                    ResultCode.NAMING_VIOLATION,
                    ResultCode.ENTRY_ALREADY_EXISTS,
                    ResultCode.NOT_ALLOWED_ON_NONLEAF,
                    ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
                    ResultCode.NO_SUCH_ATTRIBUTE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    ResultCode.OBJECT_CLASS_VIOLATION,
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE);

    private static final Pattern SDK_VERSION = Pattern.compile(", ldapSDKVersion=.*");

    private final LdapSettings settings;

    LdapTrouble(LdapSettings settings) {
        this.settings = settings;
    }

    static boolean passes(LDAPException e) {
        return PASSING.contains(e.getResultCode());
    }

    static boolean serverIsAway(LDAPException e) {
        return SERVER_IS_AWAY.contains(e.getResultCode());
    }

    TargetUnavailable unavailable(LDAPException e) {
        return new TargetUnavailable(sentence(e), e);
    }

    Outcome outcome(LDAPException e) {
        return ABOUT_ONE_ENTRY.contains(e.getResultCode())
                ? new Outcome.Refused(sentence(e))
                : new Outcome.Unavailable(sentence(e));
    }

    private Saying sentence(LDAPException e) {
        return switch (e.getResultCode().intValue()) {
            case ResultCode.SERVER_DOWN_INT_VALUE, ResultCode.CONNECT_ERROR_INT_VALUE ->
                    Saying.of("ldap.unreachable", settings.server()).quoting(said(e));
            case ResultCode.DECODING_ERROR_INT_VALUE ->
                    Saying.of("ldap.cut-off", settings.server());
            case ResultCode.TIMEOUT_INT_VALUE ->
                    Saying.of("ldap.slow", settings.server(), settings.timeout().toSeconds());
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE ->
                    Saying.of("ldap.password", settings.bindDn());
            case ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE,
                    ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE ->
                    Saying.of("ldap.tls");
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                    Saying.of("ldap.rights", settings.bindDn()).quoting(said(e));
            case ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE,
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE,
                    ResultCode.INVALID_DN_SYNTAX_INT_VALUE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE ->
                    Saying.of("ldap.schema").quoting(said(e));
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                    Saying.of("ldap.tree", settings.people(), settings.groups());
            case ResultCode.REFERRAL_INT_VALUE -> Saying.of("ldap.copy", settings.server());
            case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                    Saying.of("ldap.limits", settings.bindDn()).quoting(said(e));
            case ResultCode.UNWILLING_TO_PERFORM_INT_VALUE ->
                    Saying.of("ldap.read-only").quoting(said(e));
            case ResultCode.OTHER_INT_VALUE, ResultCode.OPERATIONS_ERROR_INT_VALUE ->
                    Saying.of("ldap.full").quoting(said(e));
            default -> Saying.of("ldap.said", e.getResultCode().getName()).quoting(said(e));
        };
    }

    private static String said(LDAPException e) {
        String message =
                e.getDiagnosticMessage() == null ? e.getMessage() : e.getDiagnosticMessage();
        return message == null || message.isBlank()
                ? ""
                : SDK_VERSION.matcher(message.strip()).replaceAll("");
    }
}
