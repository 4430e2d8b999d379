package org.freihafen.identity;

import org.freihafen.membership.MemberNumber;

import java.util.List;
import java.util.Optional;

/**
 * Something about a person that no rule may decide. Until it is answered, nothing changes for whom
 * it is about.
 *
 * @param about the number in the roster
 * @param other the number of whom it may be as well
 * @param proposed what is most likely right
 */
public record Question(
        Kind kind, MemberNumber about, Optional<MemberNumber> other, Reply proposed) {
    /** What is asked. */
    public enum Kind {
        /** Somebody who had left is there again under the same number: is it the same person? */
        RETURNED,
        /** A number is new, and another is gone or had left: is it the same person? */
        NUMBER_CHANGED,
        /** Somebody with this number was erased, and the roster lists the number as present. */
        ERASED,
        /** Two lines look like one person: are they? */
        TWICE
    }

    /** What can be answered. */
    public enum Reply {
        /** The same person, who keeps or gets back the account; an erased one joins anew. */
        SAME,
        /** Likewise, and gets former groups back. */
        SAME_WITH_GROUPS,
        /** Somebody else; an erased one stays erased. */
        OTHER
    }

    /** By which it is answered; the same for the same question in the same file. */
    public String key() {
        return kind + ":" + about + other.map(number -> ":" + number).orElse("");
    }

    public List<Reply> possible() {
        return switch (kind) {
            case RETURNED, NUMBER_CHANGED -> List.of(Reply.values());
            case ERASED, TWICE -> List.of(Reply.SAME, Reply.OTHER);
        };
    }
}
