package org.freihafen.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A letter and how far it came.
 *
 * @param attempts how often it was handed to the mail server
 * @param next when it is tried again, while it waits
 * @param twice whether one attempt was cut off, so that it may arrive a second time
 */
public record Posted(
        Letter letter,
        Instant made,
        Stage stage,
        int attempts,
        Instant next,
        boolean twice,
        Optional<Trouble> trouble) {

    /** How far a letter came. */
    public enum Stage {
        WAITING,
        /** It is being handed over; after a crash nobody knows whether it was. */
        SENDING,
        SENT,
        /** It is not tried again unless somebody asks for it. */
        FAILED
    }

    /** Why it did not go out. */
    public enum Trouble {
        /** Nobody configured where letters go. */
        NO_MAIL_SERVER,
        /** The mail server does not answer, or not as it should. */
        UNREACHABLE,
        /** The mail server does not let us in. */
        NOT_LET_IN,
        /** The mail server refuses it for now. */
        PUT_OFF,
        /** The mail server refuses it for good. */
        REFUSED,
        /** Nobody knows an address. */
        NO_ADDRESS,
        /** What is written as the address is none. */
        BAD_ADDRESS;

        /** Whether trying again soon is of no use. */
        boolean lasting() {
            return switch (this) {
                case REFUSED, NO_ADDRESS, BAD_ADDRESS -> true;
                case NO_MAIL_SERVER, UNREACHABLE, NOT_LET_IN, PUT_OFF -> false;
            };
        }
    }

    public static Posted fresh(Letter letter, Instant now) {
        return new Posted(letter, now, Stage.WAITING, 0, now, false, Optional.empty());
    }

    /** The same with these facts. */
    public Posted telling(List<String> facts) {
        Letter told =
                new Letter(letter.id(), letter.to(), letter.template(), facts, letter.language());
        return new Posted(told, made, stage, attempts, next, twice, trouble);
    }

    public Posted sending() {
        return new Posted(letter, made, Stage.SENDING, attempts + 1, next, twice, trouble);
    }

    public Posted sent() {
        return new Posted(letter, made, Stage.SENT, attempts, next, twice, Optional.empty());
    }

    Posted failed(Trouble why) {
        return new Posted(letter, made, Stage.FAILED, attempts, next, twice, Optional.of(why));
    }

    Posted waiting(Trouble why, Instant until) {
        return new Posted(letter, made, Stage.WAITING, attempts, until, twice, Optional.of(why));
    }

    Posted cutOff(Instant now) {
        return new Posted(letter, made, Stage.WAITING, attempts, now, true, trouble);
    }

    /** As if it had never been tried, but for what is known of it. */
    Posted again(Instant now) {
        return new Posted(letter, made, Stage.WAITING, 0, now, twice, trouble);
    }
}
