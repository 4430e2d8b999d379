package org.freihafen.servers;

import java.nio.file.Path;
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

    void restart();

    /** Ends the server as {@code kill -9} would; {@link #restart} brings it back. */
    void kill();
}
