package org.freihafen.sandbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOn;
import org.freihafen.directory.Passwords;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Units;
import org.freihafen.structurefile.ReadingStructure;
import org.freihafen.structurefile.Structuring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Loads the example federation into an empty sandbox while its pages already work: the structure,
 * the logins of the tour, five thousand people. Can be cut off anywhere and goes on at the next
 * start.
 */
@ApplicationScoped
public class Example {
    private static final Actor HOST = new Actor.Host();
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TRIES = 240;

    @Inject
    @ConfigProperty(name = "freihafen.sandbox")
    private boolean sandbox;

    @Inject
    @ConfigProperty(name = "freihafen.sandbox.http.port")
    private int port;

    @Inject
    @ConfigProperty(name = "freihafen.data")
    private String data;

    @Inject private ReadingStructure reading;
    @Inject private Structuring structuring;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;
    @Inject private Units units;
    @Inject private Tour tour;
    @Inject private Passwords passwords;
    @Inject private Wake wake;
    @Inject private Welcome welcome;
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
                structure();
                logins();
                people();
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

    private void structure() throws IOException {
        if (units.structure().root().isPresent()) {
            return;
        }
        Console.say("Loading the example: 678 units ...");
        try (InputStream file = resource("structure.csv")) {
            switch (reading.plan(HOST, file)) {
                case Structuring.Answer.Broken(var problems) ->
                        throw new IllegalStateException("structure.csv: " + problems);
                case Structuring.Answer.Planned planned ->
                        done(structuring.approve(HOST, planned.id(), planned.hash()));
            }
        }
    }

    private void logins() throws InterruptedException {
        List<PersonId> people = tour.logins();
        wake.everything();
        Console.say("Making the demonstration logins ...");
        for (PersonId person : people) {
            setPassword(person);
        }
    }

    /** The account reaches the directory with the run that was just asked for. */
    private void setPassword(PersonId person) throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Optional<Saying> refused = passwords.set(person, Tour.PASSWORD);
                if (refused.isEmpty()) {
                    return;
                }
            } catch (TargetUnavailable e) {
                Console.say(String.valueOf(e.getMessage()));
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("the directory did not take a password within a minute");
    }

    private void people() throws IOException {
        Console.say("Loading the example: 5,000 people ...");
        carrying.finishAll();
        try (InputStream file = resource("members.csv")) {
            RosterReport report =
                    switch (done(enrolling.read(HOST, "sage", file))) {
                        case Enrolling.Answer.Waiting(RosterReport waiting) -> waiting;
                        case Enrolling.Answer.Unusable(var problem) ->
                                throw new IllegalStateException("members.csv: " + problem);
                    };
            if (report.plan().isEmpty()) {
                done(enrolling.discard(HOST, report.roster().id()));
            } else {
                RosterId id = report.roster().id();
                done(approving.approve(HOST, id, report.hash()));
                carrying.finish(id);
            }
        }
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Example.class.getResourceAsStream("/example/" + name), name);
    }
}
