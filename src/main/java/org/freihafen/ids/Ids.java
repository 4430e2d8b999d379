package org.freihafen.ids;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids: UUID version 7 (RFC 9562, section 5.7), so that ids made later sort later and a row
 * made later lands at the end of its index. Safe for use by several threads.
 */
public final class Ids {
    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A fresh id; within one instance each is greater than the one before. */
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = random.nextInt(1 << 11);
        } else if (++counter == 1 << 12) {
            lastMillis++;
            counter = 0;
        }
        long high = (lastMillis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public PersonId person() {
        return new PersonId(next());
    }

    public UnitId unit() {
        return new UnitId(next());
    }

    public GrantId grant() {
        return new GrantId(next());
    }

    public FolderId folder() {
        return new FolderId(next());
    }

    public InvitationId invitation() {
        return new InvitationId(next());
    }

    public RunId run() {
        return new RunId(next());
    }

    public RosterId roster() {
        return new RosterId(next());
    }

    public ExpectedId expected() {
        return new ExpectedId(next());
    }

    public PlanId plan() {
        return new PlanId(next());
    }
}
