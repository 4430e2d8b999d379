package org.freihafen.sandbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The product in a process of its own, as {@code mvn exec:exec} starts it, so that it can be
 * killed.
 */
final class SandboxProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path log;
    private final int httpPort;
    private final Process process;

    private SandboxProcess(Path log, int httpPort, Process process) {
        this.log = log;
        this.httpPort = httpPort;
        this.process = process;
    }

    static SandboxProcess start(Path data, String name) throws IOException {
        int httpPort = freePort();
        Path log = Path.of("target", "sandbox-" + name + ".log");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfreihafen.sandbox=true",
                        "-Dfreihafen.sandbox.ends-with-parent=true",
                        "-Dfreihafen.sandbox.http.port=" + httpPort,
                        "-Dfreihafen.sandbox.ldap.port=" + freePort(),
                        "-Dfreihafen.data=" + data,
                        "-jar",
                        System.getProperty("payara.microJar"),
                        "--nohazelcast",
                        "--prebootcommandfile",
                        "config/preboot.txt",
                        "--port",
                        String.valueOf(httpPort),
                        "--deploy",
                        System.getProperty("freihafen.war"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new SandboxProcess(log, httpPort, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the console has said this. */
    void awaitConsole(String words) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains(words)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new AssertionError(
                        "the console never said \"" + words + "\"; it stands in " + log);
            }
            Thread.sleep(100);
        }
    }

    HttpResponse<String> send(String login, String method, String path, String json)
            throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":sandbox").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Basic " + basic)
                        .header("X-Freihafen", "1")
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("PROPFIND")) {
            request.header("Depth", "1");
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
