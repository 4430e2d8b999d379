package org.freihafen.sandbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The example: its structure, the logins of the tour, five thousand people. Can be cut off anywhere
 * and goes on when it is loaded again.
 */
@Dependent
public class ExampleFederation {
    private static final Actor HOST = new Actor.Host();
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TRIES = 240;

    @Inject private ReadingStructure reading;
    @Inject private Structuring structuring;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;
    @Inject private Units units;
    @Inject private Tour tour;
    @Inject private Passwords passwords;
    @Inject private Wake wake;

    void load() throws IOException, InterruptedException {
        structure();
        logins();
        people();
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
        return Objects.requireNonNull(
                ExampleFederation.class.getResourceAsStream("/example/" + name), name);
    }
}
