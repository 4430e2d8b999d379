package org.freihafen.mail.smtp;

import org.freihafen.mail.AddressRule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where letters go. Beyond loopback the mail server is spoken with over TLS or not at all.
 *
 * @param host the mail server; empty for none
 * @param folder where letters are kept as files if there is no mail server
 * @param from the address that they come from
 */
public record MailSettings(
        Optional<String> host,
        int port,
        Privacy privacy,
        Optional<Login> login,
        Optional<Path> trust,
        String from,
        Duration timeout,
        Optional<Path> folder) {

    /** How the connection becomes private. */
    public enum Privacy {
        /** On this machine only. */
        NONE,
        STARTTLS,
        TLS
    }

    /** By what the mail server lets us in. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    public MailSettings {
        if (host.isPresent() && privacy == Privacy.NONE && !loopback(host.get())) {
            throw new IllegalArgumentException(
                    "mail.security is none and mail.host is "
                            + host.get()
                            + ": letters would cross the network for all to read. Write starttls or"
                            + " tls.");
        }
        if (!AddressRule.allowed(from)) {
            throw new IllegalArgumentException(
                    "mail.from is '"
                            + from
                            + "'; write an address such as"
                            + " freihafen@example.org.");
        }
    }

    private static boolean loopback(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
