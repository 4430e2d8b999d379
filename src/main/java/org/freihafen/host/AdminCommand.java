package org.freihafen.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code java -jar freihafen.war admin grant LOGIN [REASON]}, run on the host: asks the running
 * server to make an account an administrator for a day, and prints the code by which its holder
 * comes in, with or without the directory. The request lies in the data directory ({@code
 * FREIHAFEN_DATA}, or {@code ./data}), readable by its owner only, and holds no more than the
 * code's digest. Uses nothing but the JDK.
 */
public final class AdminCommand {
    static final String DIRECTORY = "host";
    static final String REQUEST = ".request";
    static final String ANSWER = ".answer";
    static final String GRANTED = "granted";

    private static final String USAGE =
            "Usage: java -jar freihafen.war admin grant LOGIN [REASON]\n"
                    + "Makes LOGIN an administrator for a day. Set FREIHAFEN_DATA to the server's data"
                    + " directory if that is not ./data.";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private AdminCommand() {}

    /** Ends with 0 if the code is open, 1 if not, 2 if the arguments make no sense. */
    public static void main(String[] arguments) throws InterruptedException {
        boolean grant =
                (arguments.length == 3 || arguments.length == 4)
                        && arguments[0].equals("admin")
                        && arguments[1].equals("grant");
        if (!grant) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Path data = Path.of(System.getenv().getOrDefault("FREIHAFEN_DATA", "data"));
        String reason = arguments.length == 4 ? arguments[3] : "";
        try {
            System.exit(grant(data, arguments[2], reason) ? 0 : 1);
        } catch (IOException e) {
            System.err.println(
                    "Cannot leave a request in "
                            + data.resolve(DIRECTORY)
                            + " ("
                            + e
                            + "). Start the server first, name its data directory in"
                            + " FREIHAFEN_DATA, and run this as its user or as root.");
            System.exit(1);
        }
    }

    private static boolean grant(Path data, String login, String reason)
            throws IOException, InterruptedException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Optional<String> answer = ask(data, new HostRequest(login, digest(code), reason));
        if (answer.isEmpty()) {
            System.err.println("The server does not answer. Is it running on " + data + "?");
            return false;
        }
        if (!answer.get().equals(GRANTED)) {
            System.err.println(answer.get());
            return false;
        }
        System.out.println(
                "Within 15 minutes, enter this code where Freihafen asks for a one-time code"
                        + " (/setup):\n\n  "
                        + code
                        + "\n\nIt works once and makes "
                        + login
                        + " an administrator for a day. Both are in the audit trail.");
        return true;
    }

    /** What the server answered; empty if it did not. */
    static Optional<String> ask(Path data, HostRequest request)
            throws IOException, InterruptedException {
        Path directory = data.resolve(DIRECTORY);
        String name = request.digest().substring(0, 16);
        Path asked = directory.resolve(name + REQUEST);
        Path answered = directory.resolve(name + ANSWER);
        leave(request, directory, asked);
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                if (Files.exists(answered)) {
                    String answer = Files.readString(answered).strip();
                    Files.delete(answered);
                    return Optional.of(answer);
                }
                Thread.sleep(PAUSE);
            }
            return Optional.empty();
        } finally {
            Files.deleteIfExists(asked);
        }
    }

    /** Whole or not at all, and belonging to the server's user even if root leaves it. */
    private static void leave(HostRequest request, Path directory, Path asked) throws IOException {
        var onlyOwner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(directory, "draft", "", onlyOwner);
        Files.writeString(draft, request.text());
        if (!Files.getOwner(draft).equals(Files.getOwner(directory))) {
            try {
                Files.setOwner(draft, Files.getOwner(directory));
            } catch (FileSystemException e) {
                Files.delete(draft);
                throw e;
            }
        }
        try {
            Files.move(draft, asked, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, asked);
        }
    }

    private static String digest(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
