package org.freihafen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

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
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product in a process of its own, as {@code mvn exec:exec} starts it, so that it can be
 * killed.
 */
final class SandboxProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path log;
    private final Path data;
    private final int httpPort;
    private final int ldapPort;
    private final Process process;
    private final long begun = System.nanoTime();

    private SandboxProcess(Path log, Path data, int httpPort, int ldapPort, Process process) {
        this.log = log;
        this.data = data;
        this.httpPort = httpPort;
        this.ldapPort = ldapPort;
        this.process = process;
    }

    static SandboxProcess start(Path data, String name) throws IOException {
        return start(data, name, Path.of(System.getProperty("freihafen.war")));
    }

    /** Any war, in the server and with the options that the sandbox has. */
    static SandboxProcess start(Path data, String name, Path war) throws IOException {
        int httpPort = freePort();
        int ldapPort = freePort();
        Path log = Path.of("target", "sandbox-" + name + ".log");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfreihafen.sandbox=true",
                        "-Dfreihafen.sandbox.ends-with-parent=true",
                        "-Dfreihafen.sandbox.http.port=" + httpPort,
                        "-Dfreihafen.sandbox.ldap.port=" + ldapPort,
                        "-Dfreihafen.data=" + data,
                        "-jar",
                        System.getProperty("payara.microJar"),
                        "--nohazelcast",
                        "--prebootcommandfile",
                        "config/preboot.txt",
                        "--port",
                        String.valueOf(httpPort),
                        "--deploy",
                        war.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new SandboxProcess(log, data, httpPort, ldapPort, process);
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

    void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health/ready"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        while (true) {
            try {
                if (HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw new AssertionError("never ready; see " + log, e);
                }
            }
            Thread.sleep(20);
        }
    }

    /** The first text of that name in an answer. */
    static String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }

    /** Its directory, bound as the account by which the product writes. */
    LDAPConnection directory() throws LDAPException {
        String writer = SandboxSecrets.WRITER;
        return new LDAPConnection(
                "127.0.0.1",
                ldapPort,
                "cn=" + writer + ",ou=services,dc=example,dc=org",
                SandboxSecrets.in(data, new Random()).of(writer));
    }

    /** One of its file clouds, as the account by which the product writes. */
    HttpResponse<String> askCloud(String cloud, String path)
            throws IOException, InterruptedException {
        Path password = data.resolve("sandbox" + cloud + "/freihafen-svc.app-password");
        return send("freihafen-svc", Files.readString(password).strip(), "GET", cloud + path, "");
    }

    HttpResponse<String> send(String login, String method, String path, String json)
            throws IOException, InterruptedException {
        return send(login, "sandbox", method, path, json);
    }

    private HttpResponse<String> send(
            String login, String password, String method, String path, String json)
            throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Basic " + basic)
                        .header("X-Freihafen", "1")
                        .header("OCS-APIRequest", "true")
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

    /** Since it was started. */
    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What the processor has spent on it so far, in seconds. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
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
