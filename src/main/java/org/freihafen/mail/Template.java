package org.freihafen.mail;

import java.util.Optional;

/**
 * Every letter that there is. Its words stand in {@code letters_de} and {@code letters_en}, by
 * {@code <template>.subject} and {@code <template>.text}, with the facts as {0}, {1} and so on.
 */
public enum Template {
    /** {0}: the unit; {1}: the folder that somebody shared in person, which is ended. */
    SHARE_ENDED,
    /** {0}: the unit, whose grant it became; {1}: the folder that somebody shared in person. */
    SHARE_TAKEN_OVER,
    /** {0}: the unit that was merged; {1}: the one into which. To its people. */
    UNIT_MERGED,
    /** {0}: the unit that was dissolved. To its people. */
    UNIT_DISSOLVED,
    /** {0}: the unit that was restored. To its people. */
    UNIT_RESTORED,
    /** {0}: the unit that granted something to {1}, which was merged into {2}. To its leads. */
    GRANT_NEEDS_A_WORD,
    /** {0}: the unit that asks {1} for access. To the leads of the latter. */
    ACCESS_ASKED(Optional.of("requests"), false),
    /** {0}: the unit that granted {1} what it asked for. To the leads of the latter. */
    ACCESS_GRANTED(Optional.of("requests"), false),
    /** {0}: the unit that granted {1} less than it asked for. To the leads of the latter. */
    ACCESS_GRANTED_LESS(Optional.of("requests"), false),
    /** {0}: the unit that refused {1} what it asked for; {2}: why. To the leads of the latter. */
    ACCESS_REFUSED(Optional.of("requests"), false),
    /** {0}: the unit that granted something to {1}. To the other leads of the former. */
    ACCESS_ANSWERED_YES(Optional.of("requests"), false),
    /** {0}: the unit that refused something to {1}; {2}: why. To the former's other leads. */
    ACCESS_ANSWERED_NO(Optional.of("requests"), false),
    /** {0}: the unit that did not answer {1} in time. To the leads of the latter. */
    ACCESS_LAPSED(Optional.of("requests"), false),
    /** {0}: days until whoever left is erased. To them, as a reminder. */
    ERASURE_SOON,
    /** {0}: days until it rests. To somebody who does not seem to use their account. */
    UNUSED(Optional.of("signin"), false),
    /** Somebody's account rests, as they did not use it. */
    UNUSED_RESTS(Optional.of("forgotten"), false),
    /** That somebody's request to be erased was granted was taken back. */
    ERASURE_WITHDRAWN,
    /** Somebody's request to be erased was granted. */
    ERASURE_GRANTED,
    /** {0}: the unit; {1}: how many left it. To its leads, or those above. */
    PEOPLE_LEFT,
    /** {0}: the unit, one of whose leads left the organisation. To those who lead on, or above. */
    LEAD_LEFT,
    /** {0}: days until they are erased. To somebody who left. */
    FAREWELL,
    /** {0}: the unit that offers the reader access to a folder. */
    GRANT_OFFERED(Optional.of("home"), false),
    /** {0}: the unit, of which {1} grants end; {2}: their last days. To its leads. */
    GRANTS_END(Optional.of("endings"), false),
    /** {0}: the unit in whose files something was done by hand. To its leads, who are asked. */
    DRIFT_WAITS(Optional.of("home"), false),
    /** {0}: the branch; {1}: the month of the statement that lies there. To its board. */
    STATEMENT_FILED,
    /** {0}: the branch; {1}: the first month of the statements that lie there; {2}: the last. */
    STATEMENTS_FILED,
    /** An administrator looks whether letters arrive. */
    TRIAL,
    /** Somebody has an account and is asked to make it theirs. {0}: days until the link closes. */
    INVITED(Optional.of("activation"), true),
    /** To a new address of the register's: is it right? {0}: days until the link closes. */
    CONFIRM_ADDRESS(Optional.of("address"), true),
    /** To the address that somebody confirmed: the register knows another one. */
    ADDRESS_WANTED,
    /** To the address that somebody confirmed: another one took its place. */
    ADDRESS_TAKEN,
    /** To a desk: a new address of somebody with duties waits for a second person. */
    ADDRESS_WAITS(Optional.of("addresses"), false),
    /**
     * Somebody may come as a guest. {0}: days until the link closes; {1}: the unit; {2}: what for.
     */
    GUEST_INVITED(Optional.of("activation"), true),
    /** To a guest. {0}: the unit; {1}: days until the stay ends. */
    GUEST_ENDS,
    /** To whoever looks after a guest. {0}: the unit; {1}: days until the stay ends. */
    GUEST_LEAVES,
    /** Somebody said that they forgot their password. */
    PASSWORD_FORGOTTEN(Optional.of("password"), true);

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of a String is immutable
    private final Optional<String> page;

    private final boolean secret;

    /** Leads nowhere. */
    Template() {
        this(Optional.empty(), false);
    }

    Template(Optional<String> page, boolean secret) {
        this.page = page;
        this.secret = secret;
    }

    /** The page of ours to which the letter leads. */
    public Optional<String> page() {
        return page;
    }

    /** Whether the way there carries the letter's secret. */
    public boolean secret() {
        return secret;
    }
}
