package org.freihafen.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One server process: it is up when its probe says so, and it ends with this JVM at the latest. */
final class Daemon {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Path log;
    private final BooleanSupplier ready;
    private final String stopSignal;
    private @Nullable Process process;

    Daemon(List<String> command, Path log, BooleanSupplier ready, String stopSignal) {
        this.command = List.copyOf(command);
        this.log = log;
        this.ready = ready;
        this.stopSignal = stopSignal;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    synchronized void start() {
        try {
            process = processOf(command).redirectOutput(log.toFile()).start();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!ready.getAsBoolean()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            command + " did not start:\n" + Files.readString(log));
                }
                Thread.sleep(10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, as an administrator would, and waits until it has. */
    synchronized void stop() {
        if (process != null && process.isAlive()) {
            run(List.of("kill", "-" + stopSignal, String.valueOf(process.pid())));
            await(process);
        }
    }

    /** Ends it without warning, as {@code kill -9} or a power cut would. */
    synchronized void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            await(process);
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("pid " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void run(List<String> command) {
        try {
            Process process = processOf(command).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command as that user; who is not root already runs as the only user possible. */
    static List<String> as(String user, List<String> command) {
        if (!ROOT) {
            return command;
        }
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user));
        whole.add("--clear-groups");
        whole.addAll(command);
        return whole;
    }

    /** Gives the directory to the user whom {@link #as} will run as. */
    static void hand(Path directory, String user) {
        if (!ROOT) {
            return;
        }
        try {
            Files.setOwner(
                    directory,
                    directory
                            .getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(user));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory(String name) {
        try {
            Path directory = Files.createTempDirectory("freihafen-" + name + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the tree; what a dying process still writes there may stay behind. */
    private static void remove(Path directory) {
        try {
            empty(directory);
            Files.delete(directory);
        } catch (IOException e) {
            System.err.println("Left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }

    static void empty(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(directory)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static ProcessBuilder processOf(List<String> command) {
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
