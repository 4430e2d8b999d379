package org.freihafen.sandbox;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.reconcile.Ready;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Says on the console where the sandbox is, once it answers; ends it when it does not. Until then
 * nothing asks its file cloud, which is the same server.
 */
@ApplicationScoped
public class Welcome implements Ready {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final CountDownLatch answering = new CountDownLatch(1);
    private final boolean sandbox;
    private final URI address;

    @Inject
    public Welcome(
            @ConfigProperty(name = "freihafen.sandbox") boolean sandbox,
            @ConfigProperty(name = "freihafen.sandbox.http.port") int port) {
        this.sandbox = sandbox;
        this.address = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Returns when the server and its file cloud answer; outside the sandbox at once. */
    @Override
    public void await() throws InterruptedException {
        if (sandbox) {
            answering.await();
        }
    }

    void start(@Observes @Priority(0) Startup startup) {
        if (sandbox) {
            Thread.ofVirtual().name("welcome").start(this::sayWhenReady);
        }
    }

    private void sayWhenReady() {
        var ready = asking("health/ready");
        var cloud = asking("cloud/status.php");
        try (var client = HttpClient.newHttpClient()) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                if (answers(client, ready) && answers(client, cloud)) {
                    Console.say("Freihafen answers: " + address);
                    answering.countDown();
                    return;
                }
                Thread.sleep(PAUSE);
            }
            System.out.println("Freihafen did not start; what went wrong stands above.");
            System.exit(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest asking(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
    }

    private static boolean answers(HttpClient client, HttpRequest ready)
            throws InterruptedException {
        try {
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
