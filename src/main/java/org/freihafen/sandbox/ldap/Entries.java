package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The directory's entries on disk: a snapshot and the log of what changed since. The log says of
 * every entry that was touched how it is now, so replaying it twice does no harm.
 */
final class Entries implements AutoCloseable {
    private static final String SNAPSHOT = "directory.ldif";
    private static final String LOG = "directory.log";
    private static final String GONE = "gone: ";
    private static final long LONGEST_LOG_BYTES = 64L << 20;

    private final Path home;
    private final ChangeLog log;
    private final SortedMap<DN, Entry> found;

    private Entries(Path home, ChangeLog log, SortedMap<DN, Entry> found) {
        this.home = home;
        this.log = log;
        this.found = found;
    }

    static Entries open(Path home, Schema schema) throws IOException {
        SortedMap<DN, Entry> entries = new TreeMap<>();
        Path snapshot = home.resolve(SNAPSHOT);
        if (Files.exists(snapshot)) {
            try (LDIFReader reader = new LDIFReader(snapshot.toFile())) {
                for (Entry entry = next(reader); entry != null; entry = next(reader)) {
                    entries.put(new DN(entry.getDN(), schema), entry);
                }
            } catch (LDIFException | LDAPException e) {
                throw new IOException(snapshot + " is damaged: restore it from a backup.", e);
            }
        }
        Path file = home.resolve(LOG);
        ChangeLog log = ChangeLog.open(file, record -> replay(record, entries, schema));
        return new Entries(home, log, entries);
    }

    private static @Nullable Entry next(LDIFReader reader) throws LDIFException, IOException {
        return reader.readEntry();
    }

    private static void replay(String record, Map<DN, Entry> entries, Schema schema) {
        try {
            String[] lines = record.split("\n");
            if (lines[0].startsWith(GONE)) {
                entries.remove(new DN(lines[0].substring(GONE.length()), schema));
            } else {
                Entry entry = new Entry(schema, lines);
                entries.put(new DN(entry.getDN(), schema), entry);
            }
        } catch (LDIFException | LDAPException e) {
            throw new IllegalStateException("a whole record cannot be read", e);
        }
    }

    /** What was found on disk, parents before children; empty at the very first start. */
    Collection<Entry> found() {
        return found.values();
    }

    /** Keeps how these entries are now. */
    void keep(InMemoryRequestHandler server, Collection<DN> touched) throws IOException {
        for (DN dn : touched) {
            ReadOnlyEntry entry = server.getEntry(dn);
            log.append(entry == null ? GONE + dn + "\n" : entry.toLDIFString(0));
        }
        if (log.size() > LONGEST_LOG_BYTES) {
            snapshot(server);
        }
    }

    /** Writes all entries into one file and begins the log anew. */
    void snapshot(InMemoryRequestHandler server) throws IOException {
        Path fresh = home.resolve(SNAPSHOT + ".new");
        try (LDIFWriter writer = new LDIFWriter(fresh.toFile())) {
            server.exportToLDIF(writer, false, false, false);
        } catch (LDAPException e) {
            throw new IOException(e);
        }
        force(fresh, StandardOpenOption.WRITE);
        Files.move(fresh, home.resolve(SNAPSHOT), StandardCopyOption.ATOMIC_MOVE);
        force(home, StandardOpenOption.READ);
        log.clear();
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
