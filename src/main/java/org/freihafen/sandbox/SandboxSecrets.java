package org.freihafen.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The passwords by which the sandbox's own parts know each other: made at the first start, kept in
 * a file that only the process's user reads.
 */
final class SandboxSecrets {
    /** The names of the directory's service accounts. */
    static final String WRITER = "freihafen";

    static final String CLOUD = "cloud-working";
    static final String BOARD_CLOUD = "cloud-board";

    private static final List<String> ACCOUNTS = List.of(WRITER, CLOUD, BOARD_CLOUD);

    private static final int BYTES = 24;
    private static final Set<PosixFilePermission> OURS =
            PosixFilePermissions.fromString("rw-------");

    private final Properties kept;

    private SandboxSecrets(Properties kept) {
        this.kept = kept;
    }

    static SandboxSecrets in(Path data, RandomGenerator random) {
        Path file = data.resolve("sandbox").resolve("secrets.properties");
        Properties kept = new Properties();
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    kept.load(in);
                }
            }
            if (!kept.stringPropertyNames().containsAll(ACCOUNTS)) {
                complete(kept, random);
                write(kept, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written", e);
        }
        return new SandboxSecrets(kept);
    }

    private static void complete(Properties kept, RandomGenerator random) {
        for (String account : ACCOUNTS) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            kept.putIfAbsent(
                    account, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    private static void write(Properties kept, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("secrets.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OURS));
        try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
            kept.store(out, "Passwords between the parts of the sandbox");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String of(String account) {
        return kept.getProperty(account, "");
    }

    Map<String, String> all() {
        return kept.stringPropertyNames().stream().collect(Collectors.toMap(n -> n, this::of));
    }
}
