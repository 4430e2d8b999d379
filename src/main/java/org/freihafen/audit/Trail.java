package org.freihafen.audit;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit trail. It only grows, each line holding the hash of the one before. */
public interface Trail {
    /** Appends in the transaction of the use case, so that neither stands without the other. */
    void append(AuditEntry entry);

    /** Lines in order, at most {@code limit}, after the given number. */
    List<AuditLine> lines(Question question, long after, int limit);

    /** Lines before the given number, the latest first, at most {@code limit}. */
    List<AuditLine> latest(Question question, long before, int limit);

    /** How often somebody did this since then. */
    int timesDone(PersonId actor, String what, Instant since);

    /**
     * The first line whose hash does not follow from the one before; empty if the chain is whole.
     */
    Optional<Long> firstBroken();

    /** What is looked for; an empty part does not narrow. */
    record Question(Optional<UnitId> unit, Optional<PersonId> person, Optional<Instant> from) {
        public static Question everything() {
            return new Question(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
