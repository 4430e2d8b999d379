package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;

import java.security.GeneralSecurityException;

import javax.net.ssl.TrustManager;

/** Opens connections that are private, time out, and follow no referral. */
final class LdapConnector {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LARGEST_MESSAGE_BYTES = 512 << 20;

    private final LdapSettings settings;

    LdapConnector(LdapSettings settings) {
        this.settings = settings;
    }

    /** A connection that nobody has bound yet, for one operation at a time. */
    LDAPConnection open() throws LDAPException {
        return open(true);
    }

    /** A connection bound as Freihafen, for one operation at a time. */
    LDAPConnection bound() throws LDAPException {
        return bind(open(true));
    }

    /** A connection bound as Freihafen, for many operations at once. */
    LDAPConnection shared() throws LDAPException {
        return bind(open(false));
    }

    private LDAPConnection bind(LDAPConnection connection) throws LDAPException {
        try {
            connection.bind(settings.bindDn(), settings.password());
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    private LDAPConnection open(boolean oneAtATime) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(settings.timeout().toMillis());
        options.setAbandonOnTimeout(true);
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(oneAtATime);
        options.setMaxMessageSize(LARGEST_MESSAGE_BYTES);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        LdapSettings.Server server = settings.server();
        try {
            return switch (server.privacy()) {
                case LOOPBACK -> new LDAPConnection(options, server.host(), server.port());
                case TLS ->
                        new LDAPConnection(
                                tls().createSSLSocketFactory(),
                                options,
                                server.host(),
                                server.port());
                case START_TLS ->
                        startTls(new LDAPConnection(options, server.host(), server.port()));
            };
        } catch (GeneralSecurityException e) {
            throw new LDAPException(
                    ResultCode.CONNECT_ERROR, "TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private LDAPConnection startTls(LDAPConnection connection)
            throws LDAPException, GeneralSecurityException {
        try {
            ExtendedResult result =
                    connection.processExtendedOperation(
                            new StartTLSExtendedRequest(tls().createSSLContext()));
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
            return connection;
        } catch (LDAPException | GeneralSecurityException e) {
            connection.close();
            throw e;
        }
    }

    private SSLUtil tls() throws GeneralSecurityException {
        if (settings.trust().isEmpty()) {
            return new SSLUtil();
        }
        TrustManager trusted = new PEMFileTrustManager(settings.trust().get().toFile());
        return new SSLUtil(trusted);
    }
}
