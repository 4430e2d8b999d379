package org.freihafen.sandfiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What is in the files, on disk. A content is named by a number that the cloud gave, never by a
 * person's words, so no path, link or spelling can lead out of the directory. A content never
 * changes: overwriting a file gives it another one.
 */
public final class Contents {
    private final Path directory;
    private final AtomicLong receiving = new AtomicLong();

    public Contents(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    /** What a client sent, not yet part of the cloud. */
    public record Received(Path file, long size) {}

    /** Keeps at most so many bytes; more are refused while they arrive. */
    public Received receive(InputStream in, long most) throws IOException {
        Path file = directory.resolve("receiving-" + receiving.incrementAndGet());
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, n);
            }
            whole = true;
            return new Received(file, size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    public Received join(List<Received> parts, long most) throws IOException {
        Path file = directory.resolve("receiving-" + receiving.incrementAndGet());
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Received part : parts) {
                size += part.size();
                if (size > most) {
                    throw new TooLarge();
                }
                Files.copy(part.file(), out);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Received(file, size);
    }

    void keep(Received received, long content) {
        try {
            Files.move(received.file(), file(content), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a content cannot be kept", e);
        }
    }

    public void forget(Received received) {
        delete(received.file());
    }

    void copy(long from, long to) {
        try {
            Files.copy(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a content cannot be copied", e);
        }
    }

    public InputStream open(long content) throws IOException {
        return Files.newInputStream(file(content));
    }

    void delete(long content) {
        delete(file(content));
    }

    /** Removes what an earlier end of the process left behind. */
    public void sweep(Set<Long> known) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean content = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
                if (name.startsWith("receiving-")
                        || (content && !known.contains(Long.valueOf(name)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(long content) {
        return directory.resolve(Long.toString(content));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("a content cannot be removed", e);
        }
    }

    /** More bytes came than there is room for. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge() {
            super("more bytes than there is room for");
        }
    }
}
