package org.freihafen.enrolment;

import org.freihafen.ids.RosterId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All rosters that were ever read. What one says of people is kept only while it waits. */
public interface Rosters {
    /** Adds one that waits, with what it says: bytes that only the reader understands. */
    void add(Roster roster, byte[] content);

    Optional<Roster> byId(RosterId id);

    /** The newest first, at most {@code limit}. */
    List<Roster> latest(int limit);

    /** Those that wait and were read before that moment. */
    List<RosterId> waitingSince(Instant before);

    /** What a waiting roster says; empty of one that waits no more. */
    Optional<byte[]> content(RosterId id);

    /** Stores a roster that waits no more, and forgets what it said. */
    void close(Roster roster);
}
