package org.freihafen.enrolment;

import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.roster.AgeBand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rosters that were ever read. What one says of people is kept for a while only. */
public interface Rosters {
    /** Adds one that waits, with what it says: bytes that only the reader understands. */
    void add(Roster roster, byte[] content, Map<UnitId, Map<AgeBand, Integer>> ages);

    Optional<Roster> byId(RosterId id);

    /** Lets nobody else change it until this transaction ends. */
    Optional<Roster> lock(RosterId id);

    /**
     * The newest first, at most {@code limit}.
     *
     * @param olderThan to go on from; empty to begin with the newest of all
     */
    List<Roster> latest(Optional<RosterId> olderThan, int limit);

    List<Roster> in(Roster.Stage stage);

    /** Everybody who read or approved one, first or second, as long as it is remembered. */
    Set<PersonId> hands();

    /** What a waiting roster says, or the steps of one that was approved, while they are kept. */
    Optional<byte[]> content(RosterId id);

    /** How old those are whom it lists, counted by unit. */
    Map<UnitId, Map<AgeBand, Integer>> ages(RosterId id);

    /** What was answered, by the key of the question. */
    Map<String, Reply> replies(RosterId id);

    /** Keeps answers by the keys of their questions, instead of earlier ones. */
    void reply(RosterId id, Map<String, Reply> replies);

    /** Stores how a roster stands now. */
    void save(Roster roster);

    /** Likewise, and keeps other bytes instead of those that were kept. */
    void save(Roster roster, byte[] content);

    /**
     * Stores how far a roster has come, in the transaction of what was done, which holds it.
     *
     * @param leftOut the places of the further steps that were left out
     */
    void advance(Roster roster, List<Integer> leftOut);

    /** The places of the steps that were left out, in order. */
    List<Integer> leftOut(RosterId id);

    /** Stores a roster that is over, and forgets what it said. */
    void close(Roster roster);

    /** Forgets what those said that were read before and are over. */
    void forget(Instant readBefore);
}
