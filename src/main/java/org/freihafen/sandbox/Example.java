package org.freihafen.sandbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the example federation into an empty sandbox while its pages already work. */
@ApplicationScoped
public class Example {

    @Inject
    @ConfigProperty(name = "freihafen.sandbox")
    private boolean sandbox;

    @Inject
    @ConfigProperty(name = "freihafen.sandbox.http.port")
    private int port;

    @Inject
    @ConfigProperty(name = "freihafen.data")
    private String data;

    @Inject private Welcome welcome;
    @Inject private Instance<ExampleFederation> federation;
    @Resource private ManagedThreadFactory threads;

    void start(@Observes @Priority(6_000) Startup startup) {
        if (sandbox) {
            threads.newThread(this::load).start();
        }
    }

    private void load() {
        Path loaded = Path.of(data).resolve("sandbox").resolve("example-loaded");
        try {
            welcome.await();
            if (Files.notExists(loaded)) {
                federation.get().load();
                Files.createFile(loaded);
                Console.say(
                        "All of it is in the database; the directory and the file cloud follow"
                                + " in the background.");
            }
            Console.tour("http://127.0.0.1:" + port + "/");
        } catch (IOException | RuntimeException e) {
            Console.say("The example could not be loaded: " + e);
            Console.say("Stop the sandbox and start it again; it goes on where it stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
