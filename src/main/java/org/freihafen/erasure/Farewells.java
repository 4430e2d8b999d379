package org.freihafen.erasure;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everybody who is going to be erased. */
public interface Farewells {
    /**
     * Looks at everybody: whoever is gone and was not erased is taken in, whoever left and is there
     * again is let out. The sandbox's logins stay.
     */
    void catchUp(LocalDate today);

    /** Takes one in, in the place of one before. */
    void begin(Farewell farewell);

    /** Lets nobody else go on with it until this transaction ends. */
    Optional<Farewell> lock(PersonId person);

    /** All of them, in the order of their ids. */
    List<Farewell> all();

    /** Stores a further step of one that is there. */
    void save(Farewell farewell);

    void end(PersonId person);

    /** Those who left and to whom no letter of farewell went, the longest waiting first. */
    List<PersonId> unwritten(int most);

    /** Notes that the letter is written; answers whether it was not before. */
    boolean written(PersonId person, Instant moment);

    /** How many letters of farewell were written since then. */
    int writtenSince(Instant moment);

    /** How many people there are, gone or not, the erased left out. */
    int people();
}
