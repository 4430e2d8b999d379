package org.freihafen.directory.ldap;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the directory is and how to speak with it. Beyond loopback it is spoken with over TLS or
 * not at all.
 *
 * @param trust a file of PEM certificates; empty to trust whom the Java platform trusts
 * @param instance the entry that says which installation keeps the directory
 * @param adoptBy the attribute by which entries that were there before are held against login names
 * @param connections how many connections apply changes
 * @param window how many operations may be under way at once on all of them together
 * @param timeout how long one answer may take
 */
public record LdapSettings(
        Server server,
        Optional<Path> trust,
        String people,
        String groups,
        String instance,
        String bindDn,
        String password,
        String adoptBy,
        int connections,
        int window,
        Duration timeout) {

    /** How a connection becomes private. */
    public enum Privacy {
        LOOPBACK,
        START_TLS,
        TLS
    }

    /** A host to connect to. */
    public record Server(String host, int port, Privacy privacy) {
        private static final int LDAP_PORT = 389;
        private static final int LDAPS_PORT = 636;

        /**
         * Reads {@code ldap.url}.
         *
         * @throws IllegalArgumentException if it cannot be used, with a sentence that says why
         */
        public static Server of(String url, boolean startTls) {
            URI uri = uri(url);
            String host = uri.getHost();
            if (host == null) {
                throw unusable(url);
            }
            return switch (String.valueOf(uri.getScheme())) {
                case "ldaps" -> new Server(host, port(uri, LDAPS_PORT), Privacy.TLS);
                case "ldap" -> new Server(host, port(uri, LDAP_PORT), plain(url, host, startTls));
                default -> throw unusable(url);
            };
        }

        private static URI uri(String url) {
            try {
                return new URI(url.strip());
            } catch (URISyntaxException e) {
                throw unusable(url);
            }
        }

        private static IllegalArgumentException unusable(String url) {
            return new IllegalArgumentException(
                    "ldap.url is \"" + url + "\" but must look like ldaps://ldap.example.org.");
        }

        private static int port(URI uri, int usual) {
            return uri.getPort() < 0 ? usual : uri.getPort();
        }

        private static Privacy plain(String url, String host, boolean startTls) {
            if (startTls) {
                return Privacy.START_TLS;
            }
            if (!loopback(host)) {
                throw new IllegalArgumentException(
                        "ldap.url is "
                                + url
                                + ": passwords would cross the network for all to read. Use ldaps://,"
                                + " or set ldap.starttls=true.");
            }
            return Privacy.LOOPBACK;
        }

        private static boolean loopback(String host) {
            try {
                return Stream.of(InetAddress.getAllByName(host))
                        .allMatch(InetAddress::isLoopbackAddress);
            } catch (UnknownHostException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return (privacy == Privacy.TLS ? "ldaps://" : "ldap://") + host + ":" + port;
        }
    }

    public LdapSettings {
        if (trust.isPresent() && !Files.isReadable(trust.get())) {
            throw new IllegalArgumentException(
                    "ldap.trust names " + trust.get() + ", which cannot be read.");
        }
        if (connections < 1 || window < connections) {
            throw new IllegalArgumentException(
                    "ldap.connections must be 1 or more, and ldap.window no less than that.");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return server + " as " + bindDn;
    }
}
