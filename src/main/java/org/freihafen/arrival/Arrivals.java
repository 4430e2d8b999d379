package org.freihafen.arrival;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members who have an account and never came in: who was written to, who waits, who cannot be. */
public interface Arrivals {
    /** Those with an address to whom no invitation went, the longest waiting first. */
    List<PersonId> waiting(int most);

    /** How many of them there are. */
    int waiting();

    /** Those without an address, who need a letter on paper. */
    List<PersonId> unreachable(Optional<PersonId> after, int most);

    /** How many invitations were written since then. */
    int writtenSince(Instant moment);

    /** The invitation of a person, which takes the place of one before. */
    void written(Invited invited);

    /** The person waits for an invitation again. */
    void forget(PersonId person);

    /** The latest invitation of a person. */
    Optional<Invited> of(PersonId person);

    /** Whether the waves stand still; they do until somebody lets them go. */
    boolean paused();

    void pause(boolean paused);

    /** An invitation: by which letter, to which address, when. */
    record Invited(PersonId person, UUID letter, String address, Instant at) {
        /** Without the address, so that no log can hold it. */
        @Override
        public String toString() {
            return "Invited[" + person + ", " + letter + "]";
        }
    }
}
