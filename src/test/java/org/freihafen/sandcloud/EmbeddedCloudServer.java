package org.freihafen.sandcloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The embedded cloud on a free port of 127.0.0.1, for tests of what talks to a file cloud: it
 * counts and remembers requests, and fails when told to.
 */
public final class EmbeddedCloudServer implements AutoCloseable {
    private final CloudSettings settings;
    private final ScriptedUsers users;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private EmbeddedCloud cloud;

    /**
     * A request as it came and the status that went back.
     *
     * @param path path and query as sent, without {@code /cloud}
     * @param status 0 when no answer was given
     */
    public record Seen(String method, String path, Map<String, String> headers, int status) {}

    private record Planned(Predicate<Seen> when, AtomicInteger countdown, Fault fault) {}

    private EmbeddedCloudServer(CloudSettings settings, ScriptedUsers users, InstantSource clock)
            throws IOException {
        this.settings = settings;
        this.users = users;
        this.clock = clock;
        cloud = open();
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Sign-in is never slowed unless the settings say so. */
    public static EmbeddedCloudServer start(
            CloudSettings settings, ScriptedUsers users, InstantSource clock) throws IOException {
        return new EmbeddedCloudServer(settings, users, clock);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cloud");
    }

    public ScriptedUsers users() {
        return users;
    }

    /** The app password of the first service account. */
    public String servicePassword() {
        return servicePassword(cloud.services().getFirst().uid());
    }

    public String servicePassword(String uid) {
        return cloud.services().stream()
                .filter(service -> service.uid().equals(uid))
                .map(cloud::passwordFile)
                .map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .findAny()
                .orElseThrow();
    }

    /** The next request fails. */
    public void failNext(Fault fault) {
        failOn(1, fault);
    }

    /** The n-th request from now on fails, counted from 1. */
    public void failOn(int nth, Fault fault) {
        failOn(any -> true, nth, fault);
    }

    /** The n-th request of that kind from now on fails; its status is not known yet. */
    public void failOn(Predicate<Seen> kind, int nth, Fault fault) {
        synchronized (planned) {
            planned.add(new Planned(kind, new AtomicInteger(nth), fault));
        }
    }

    /** Every request of that kind fails from now on. */
    public void failAlways(Predicate<Seen> kind, Fault fault) {
        failOn(kind, -1, fault);
    }

    public void heal() {
        synchronized (planned) {
            planned.clear();
        }
    }

    public List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    public int count() {
        return seen().size();
    }

    public void forgetSeen() {
        synchronized (seen) {
            seen.clear();
        }
    }

    /** Closes the cloud and opens it again from its directory, on the same port. */
    public synchronized void restart() throws IOException {
        cloud.close();
        cloud = open();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        executor.close();
        cloud.close();
    }

    private EmbeddedCloud open() throws IOException {
        return EmbeddedCloud.open(settings, users, clock, new Random(7), wait -> {});
    }

    private synchronized EmbeddedCloud cloud() {
        return cloud;
    }

    private void serve(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        boolean ours = uri.getRawPath().startsWith("/cloud");
        String path = ours ? uri.getRawPath().substring("/cloud".length()) : uri.getRawPath();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        Seen arriving =
                new Seen(
                        exchange.getRequestMethod(),
                        query.isEmpty() ? path : path + "?" + query,
                        Map.copyOf(headers),
                        0);
        Optional<Fault> fault = fault(arriving);
        CloudRequest request =
                new CloudRequest(
                        exchange.getRequestMethod(),
                        "/cloud",
                        path,
                        query,
                        Map.copyOf(headers),
                        exchange.getRequestBody(),
                        "127.0.0.1");
        try (exchange) {
            Reply reply = reply(ours, request, fault);
            synchronized (seen) {
                seen.add(
                        new Seen(
                                arriving.method(),
                                arriving.path(),
                                arriving.headers(),
                                reply.status()));
            }
            if (reply.response().isPresent()) {
                give(exchange, reply.response().get(), reply.mostBytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reply(Optional<CloudResponse> response, int mostBytes) {
        private static Reply whole(CloudResponse response) {
            return new Reply(Optional.of(response), Integer.MAX_VALUE);
        }

        private int status() {
            return mostBytes == Integer.MAX_VALUE
                    ? response.map(CloudResponse::status).orElse(0)
                    : 0;
        }
    }

    private Reply reply(boolean ours, CloudRequest request, Optional<Fault> fault)
            throws IOException, InterruptedException {
        if (fault.isEmpty()) {
            return Reply.whole(answer(ours, request));
        }
        return switch (fault.get()) {
            case Fault.Status plain ->
                    Reply.whole(CloudResponse.text(plain.code(), plain.type(), plain.body()));
            case Fault.CutAnswer cut ->
                    new Reply(Optional.of(answer(ours, request)), cut.afterBytes());
            case Fault.Slow slow -> {
                Thread.sleep(slow.time());
                yield Reply.whole(answer(ours, request));
            }
            case Fault.LostAnswer _ -> {
                answer(ours, request).body().writeTo(OutputStream.nullOutputStream());
                yield new Reply(Optional.empty(), 0);
            }
            case Fault.NoAnswer _ -> new Reply(Optional.empty(), 0);
        };
    }

    private CloudResponse answer(boolean ours, CloudRequest request) throws IOException {
        return ours ? cloud().answer(request) : CloudResponse.text(404, "text/plain", "not here");
    }

    private Optional<Fault> fault(Seen arriving) {
        synchronized (planned) {
            for (Planned plan : List.copyOf(planned)) {
                if (plan.when().test(arriving)) {
                    if (plan.countdown().get() < 0) {
                        return Optional.of(plan.fault());
                    }
                    if (plan.countdown().decrementAndGet() == 0) {
                        planned.remove(plan);
                        return Optional.of(plan.fault());
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static void give(HttpExchange exchange, CloudResponse response, int mostBytes)
            throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(response.length()));
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(
                response.status(), response.length() == 0 ? -1 : response.length());
        if (mostBytes == Integer.MAX_VALUE) {
            response.body().writeTo(exchange.getResponseBody());
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        response.body().writeTo(whole);
        exchange.getResponseBody().write(whole.toByteArray(), 0, Math.min(mostBytes, whole.size()));
        exchange.getResponseBody().flush();
    }
}
