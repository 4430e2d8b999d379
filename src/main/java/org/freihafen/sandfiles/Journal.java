package org.freihafen.sandfiles;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of facts on disk, appended. A transaction ends with a line of its own, so one that a
 * {@code kill -9} cut off is left out when the journal is read again. What {@link #append} returned
 * from survives the end of the process; surviving a power cut is not promised.
 */
final class Journal implements Closeable {
    private static final String END = ".";

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** A fact that now holds, or one that no longer does. */
    record Change(boolean holds, Fact fact) {}

    /** Reads all whole transactions into the state, tidies the file, and is ready to append. */
    static Journal open(Path file, CloudState state) throws IOException {
        long lines = 0;
        long whole = 0;
        if (Files.exists(file)) {
            List<Change> pending = new ArrayList<>();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                long position = 0;
                for (int b = in.read(); b >= 0; b = in.read()) {
                    position++;
                    if (b != '\n') {
                        line.write(b);
                        continue;
                    }
                    String text = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    lines++;
                    if (text.equals(END)) {
                        pending.forEach(change -> apply(change, state));
                        pending.clear();
                        whole = position;
                    } else {
                        pending.add(change(text));
                    }
                }
            }
        }
        if (lines > 1000 && lines > 3L * state.size()) {
            rewrite(file, state);
            whole = Files.size(file);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new Journal(channel);
    }

    void append(List<Change> changes) throws IOException {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> line(text, change));
        long before = channel.position();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.append(END).append('\n').toString());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }

    private static void rewrite(Path file, CloudState state) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            StringBuilder text = new StringBuilder();
            state.each(fact -> line(text, new Change(true, fact)));
            ByteBuffer bytes =
                    StandardCharsets.UTF_8.encode(text.append(END).append('\n').toString());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void line(StringBuilder text, Change change) {
        text.append(change.holds() ? '+' : '-').append(FactText.write(change.fact())).append('\n');
    }

    private static Change change(String line) {
        return new Change(line.startsWith("+"), FactText.read(line.substring(1)));
    }

    private static void apply(Change change, CloudState state) {
        if (change.holds()) {
            state.put(change.fact());
        } else {
            state.remove(change.fact());
        }
    }
}
