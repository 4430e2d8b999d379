package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.mail.Posted.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Hands over what waits, each letter on its own: that it is begun is written down before, what came
 * of it after. So none is lost, and one that may arrive twice says so and bears the same number.
 */
@Dependent
public class Sending {
    private static final int AT_ONCE = 50;
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    private final Outbox outbox;
    private final Addresses addresses;
    private final Wording wording;
    private final Postman postman;
    private final InstantSource clock;

    @Inject
    public Sending(
            Outbox outbox,
            Addresses addresses,
            Wording wording,
            Postman postman,
            InstantSource clock) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.wording = wording;
        this.postman = postman;
        this.clock = clock;
    }

    /** Those that a crash cut off wait again; nobody knows whether they went out. */
    public void takeUp() {
        outbox.cutOff().forEach(posted -> outbox.save(posted.cutOff(clock.instant())));
    }

    /** Sends what waits, and answers how many letters did not go out. */
    public int send() {
        int left = 0;
        List<Posted> due;
        do {
            due = outbox.due(clock.instant(), AT_ONCE);
            for (Posted posted : due) {
                Posted after = send(posted);
                left += after.stage() == Posted.Stage.SENT ? 0 : 1;
            }
        } while (due.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
        return left;
    }

    private Posted send(Posted posted) {
        Posted sending = posted.sending();
        outbox.save(sending);
        Posted after = attempt(sending);
        outbox.save(after);
        return after;
    }

    private Posted attempt(Posted sending) {
        Addressee to = sending.letter().to();
        Optional<String> address = addresses.of(to);
        if (address.isEmpty()) {
            return sending.failed(Trouble.NO_ADDRESS);
        }
        if (!AddressRule.allowed(address.get())) {
            return sending.failed(Trouble.BAD_ADDRESS);
        }
        try {
            postman.deliver(wording.envelope(sending, address.get(), addresses.name(to)));
            return sending.sent();
        } catch (Postman.Undelivered e) {
            return putOff(sending, e.trouble());
        }
    }

    private Posted putOff(Posted sending, Trouble why) {
        int pause = sending.attempts() - 1;
        Instant now = clock.instant();
        return why.lasting() || pause >= PAUSES.size()
                ? sending.failed(why)
                : sending.waiting(why, now.plus(PAUSES.get(pause)));
    }
}
