package org.freihafen.servers;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;

import org.freihafen.directory.ldap.LdapSettings;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory server that was loaded with the files of {@code ldap-schema/}. The accounts below
 * {@code ou=services} have their own name as password.
 */
public interface LdapServer {

    String BASE = "dc=example,dc=org";

    /** A host name that the server's certificate carries; it resolves to 127.0.0.1. */
    String HOST = "localhost";

    int port();

    /** The port that speaks TLS from the first byte, if this server has one. */
    Optional<Integer> tlsPort();

    /** The certificate authority to trust, in PEM. */
    Optional<Path> authority();

    void stop();

    /** Brings it back after a stop or a kill, with what it held. */
    void restart();

    /** How Freihafen would be set up for it. */
    default LdapSettings settings() {
        LdapSettings.Server server =
                authority().isPresent()
                        ? new LdapSettings.Server(
                                HOST, tlsPort().orElseThrow(), LdapSettings.Privacy.TLS)
                        : new LdapSettings.Server(
                                "127.0.0.1", port(), LdapSettings.Privacy.LOOPBACK);
        return new LdapSettings(
                server,
                authority(),
                "ou=people," + BASE,
                "ou=groups," + BASE,
                "cn=instance,ou=services," + BASE,
                "cn=freihafen,ou=services," + BASE,
                "freihafen",
                "uid",
                2,
                64,
                Duration.ofSeconds(30));
    }

    /** Connects as an administrator's programs should: with TLS where there is TLS. */
    default LDAPConnection connect() throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(30_000);
        if (authority().isEmpty()) {
            return new LDAPConnection(options, HOST, port());
        }
        try {
            SSLUtil tls = new SSLUtil(new PEMFileTrustManager(authority().get().toFile()));
            return new LDAPConnection(
                    tls.createSSLSocketFactory(), options, HOST, tlsPort().orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connects and binds as one of the accounts below {@code ou=services}. */
    default LDAPConnection connectAs(String account) throws LDAPException {
        LDAPConnection connection = connect();
        connection.bind("cn=" + account + ",ou=services," + BASE, account);
        return connection;
    }

    /** Removes everything that tests made: people, groups and the mark of an installation. */
    default void clear() throws LDAPException {
        try (LDAPConnection writer = connectAs("freihafen")) {
            for (String container : List.of("ou=groups," + BASE, "ou=people," + BASE)) {
                SearchResult found =
                        writer.search(
                                container,
                                SearchScope.ONE,
                                Filter.createPresenceFilter("objectClass"),
                                "1.1");
                for (SearchResultEntry entry : Objects.requireNonNull(found.getSearchEntries())) {
                    writer.delete(entry.getDN());
                }
            }
            String instance = "cn=instance,ou=services," + BASE;
            if (writer.getEntry(instance) != null) {
                writer.delete(instance);
            }
        }
    }
}
