package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

import org.freihafen.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few connections that many operations share. What fails for a passing reason is tried again on a
 * fresh connection, a few times. After that nothing more is tried if the server is away; one that
 * was only too slow or too busy for a change may well do the next.
 */
final class Lines implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 200;

    private final LdapConnector connector;
    private final LdapTrouble trouble;
    private final @Nullable LDAPConnection[] connections;
    private final AtomicInteger next = new AtomicInteger();
    private volatile @Nullable Outcome away;

    Lines(LdapConnector connector, LdapTrouble trouble, int count) {
        this.connector = connector;
        this.trouble = trouble;
        this.connections = new LDAPConnection[count];
    }

    /** Something that may be done twice. */
    interface Repeatable {
        Outcome on(LDAPConnection connection) throws LDAPException;
    }

    Outcome run(Repeatable operation) {
        int line = Math.floorMod(next.getAndIncrement(), connections.length);
        for (int attempt = 1; ; attempt++) {
            Outcome given = away;
            if (given != null) {
                return given;
            }
            try {
                return operation.on(connection(line));
            } catch (LDAPException e) {
                if (!LdapTrouble.passes(e)) {
                    return trouble.outcome(e);
                }
                if (attempt == ATTEMPTS || !pause(attempt)) {
                    Outcome failed = trouble.outcome(e);
                    if (LdapTrouble.serverIsAway(e)) {
                        away = failed;
                    }
                    return failed;
                }
            }
        }
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MILLIS << attempt);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private LDAPConnection connection(int line) throws LDAPException {
        synchronized (connections) {
            LDAPConnection connection = connections[line];
            if (connection == null || !connection.isConnected()) {
                connection = connector.shared();
                connections[line] = connection;
            }
            return connection;
        }
    }

    @Override
    public void close() {
        synchronized (connections) {
            for (LDAPConnection connection : connections) {
                if (connection != null) {
                    connection.close();
                }
            }
        }
    }
}
