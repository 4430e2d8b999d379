package org.freihafen.access;

import java.util.List;

/**
 * A rule said no: which one, and the facts that its sentence needs. Pages and REST turn it into
 * words by the message keys {@code refusal.<rule>} (what was refused and whose rule it is) and
 * {@code refusal.<rule>.cure} (what would be allowed), with the facts as {0}, {1} and so on.
 */
public record Refusal(Rule rule, List<String> facts) {
    public static Refusal by(Rule rule, String... facts) {
        return new Refusal(rule, List.of(facts));
    }

    /** All rules by which something can be refused. */
    public enum Rule {
        /** {0}: what was looked for. */
        NOT_FOUND,
        /** {0}: the kind; {1}: the kind of the unit above. */
        KIND_NOT_ALLOWED_HERE,
        /** {0}: the kind. Only working and project groups are founded by their people. */
        KIND_NOT_FOUNDED,
        /** {0}: the name; {1}: why: EMPTY, TOO_LONG, RESERVED, CONFUSABLE, TAKEN, CHARACTERS. */
        NAME_NOT_ALLOWED,
        /** {0}: how many a person may per day. */
        TOO_MANY_TODAY,
        /** {0}: the kind, into which nobody is invited because people belong by register. */
        NO_INVITATIONS_HERE,
        /** The invitation was answered, withdrawn or has expired. */
        INVITATION_CLOSED,
        /** The person does not belong to the unit. */
        NOT_A_MEMBER,
        /** {0}: the kind, into which nobody is elected. */
        NOT_BY_ELECTION,
        /** {0}: the address, which several people share. */
        ADDRESS_AMBIGUOUS,
        /** {0}: the kind, to which people belong by register. */
        BELONGS_BY_REGISTER,
        /** {0}: the unit, which came from the structure file and is changed there. */
        RULED_BY_FILE,
        /** {0}: the unit. Somebody must stay responsible. */
        LAST_LEAD,
        /** The unit ended. {0}: its name. */
        UNIT_ENDED,
        /** {0}: the kind, which has no workspace. */
        NO_WORKSPACE,
        /** {0}: the path. */
        FOLDER_EXISTS,
        /** {0}: the unit, which has nobody for whom it could stay open. */
        NOBODY_BEHIND_CLOSED_FOLDER,
        /** {0}: the path. Grants around it would let others into it. */
        CLOSED_FOLDER_WOULD_BE_SEEN,
        /** {0}: the path; {1}: why. */
        PATH_NOT_ALLOWED,
        /** {0}: what was written, which is neither a login nor a number nor an e-mail address. */
        NOT_AN_ADDRESS,
        /** {0}: what was written, which is neither a login nor a member number. */
        NOT_A_LOGIN,
        /** {0}: the unit. Its people reach the folder anyway. */
        GRANT_TO_SELF,
        /** {0}: the unit granted to. One grant a folder and recipient: change that one. */
        GRANT_EXISTS,
        /** No permission was named, or none with reading; only a link can take without showing. */
        PERMISSIONS_NEED_READING,
        /** {0}: the cloud, which is for inside only. */
        CLOUD_IS_INTERNAL,
        /** {0}: the address, which is not one that a cloud could reach. */
        ADDRESS_NOT_ALLOWED,
        /** {0}: the shortest length. */
        LINK_PASSWORD_WEAK,
        /**
         * {0}: whose ceiling; {1}: to whom it allows besides units, or {@code nobody}; {2}: to whom
         * was wanted.
         */
        CEILING_KIND,
        /** {0}: whose ceiling, which wants a password. */
        CEILING_PASSWORD,
        /** {0}: whose ceiling; {1}: the most days; {2}: the last day that would be allowed. */
        CEILING_LONGEST,
        /** {0}: whose stands above; {1}: to whom it allows; {2}: the most days, or {@code any}. */
        CEILING_WIDER,
        /** A grant without an end needs no renewal. */
        GRANT_HAS_NO_END,
        /** The end lies in the past. {0}: the day. */
        END_IN_THE_PAST,
        /**
         * {0}: the receiving unit's kind, which gets no grants because it has no group on this
         * cloud.
         */
        GRANTEE_NOT_ON_CLOUD,
        /** {0}: the receiving unit, of a kind without leads. */
        GRANTEE_HAS_NO_LEADS,
        /** {0}: the unit; {1}: the other, which is not of its kind, or the same. */
        NOT_MERGEABLE,
        /** {0}: the other unit, in which the actor may not do this. */
        NOT_ENTITLED_THERE,
        /** {0}: the unit; {1}: one that stands below it. */
        UNITS_BELOW,
        /** {0}: the id of a Team folder that is not there, or is a workspace already. */
        NO_TEAM_FOLDER,
        /** {0}: the unit, which has a Team folder already. */
        HAS_TEAM_FOLDER,
        /** {0}: what the cloud calls somebody who is none of ours. */
        DRIFT_OF_STRANGERS,
        /** {0}: the path of a folder that only the cloud knows. */
        DRIFT_IN_UNKNOWN_FOLDER,
        /** {0}: the path. A person has to accept first, and a password nobody here knows. */
        DRIFT_ANEW,
        /** {0}: the unit; {1}: its kind. It follows from them, and is decided there. */
        DRIFT_RULED,
        /** {0}: the path, which lies outside the workspace or has a name that is not allowed. */
        DRIFT_OUT_OF_PLACE,
        /** {0}: the unit, which was not dissolved, or too long ago. */
        NOT_RESTORABLE,
        /** It would change who reaches what, and was not shown before. */
        SHOW_FIRST,
        /** The grant is not to a unit that was merged. */
        GRANT_NOT_WAITING,
        /** What the approval rests on has changed since it was shown. */
        CHANGED_SINCE_SHOWN,
        /** Another roster is being carried out; one at a time. */
        ROSTER_BEING_APPLIED,
        /** The plan is dangerous, and whoever approved it first cannot be the second person. */
        SECOND_PERSON_NEEDED,
        /** The roster does not ask that, or not any more. {0}: the question. */
        NOT_ASKED,
        /** {0}: how many days an expected mass change may last. */
        EXPECTED_TOO_LONG,
        /** An expected mass change is announced the day before at the latest. */
        EXPECTED_TOO_LATE,
        /** There is nothing left to do: all that would change is so already. */
        NOTHING_TO_APPROVE,
        /** Nothing changes before the questions are answered. {0}: how many there are. */
        QUESTIONS_OPEN,
        /**
         * The login name is taken, was once somebody else's, or has letters that are not allowed.
         * {0}: the name.
         */
        LOGIN_NOT_ALLOWED,
        /** The link was used, has expired or never was. */
        LINK_CLOSED,
        /** {0}: how many days a guest may stay at once. */
        GUEST_TOO_LONG,
        /** The register knows no other address than the one that was confirmed. */
        NOTHING_TO_CONFIRM,
        /** {0}: the current version of the notice on data protection, which was not accepted. */
        NOTICE_NOT_ACCEPTED,
        /** {0}: shortest length. */
        PASSWORD_TOO_WEAK,
        /** The person holds another duty, and nobody holds two. */
        DUTIES_EXCLUDE_EACH_OTHER,
        /** {0}: what text, one of {@link TextRule.Text}; {1}: how long it may be. */
        TEXT_TOO_LONG,
        /** {0}: what text; it has half letters or U+0000 in it. */
        TEXT_UNREADABLE,
        /** The last administrator cannot be removed. */
        LAST_ADMINISTRATOR,
        /** A roster would take away the last administrator. {0}: the member numbers. */
        LAST_ADMINISTRATOR_LEAVES,
        /** Freihafen is in read-only mode. {0}: why. */
        READ_ONLY,
        /** The directory could not be read the last time, or not yet since the start. */
        DIRECTORY_NOT_READ,
        /** {0}: the target, which somebody else wrote to, or we did before a restore. */
        NOT_TAKEN_OVER,
        /** {0}: how many days a token may last at most. */
        TOKEN_END,
        /** {0}: how many tokens a person may have. */
        TOO_MANY_TOKENS,
        /** Nothing was written where the other side has to know why. */
        REASON_NEEDED,
        /** One request of a sort is open at a time. */
        ASKED_ALREADY,
        /** The other unit asked for less than is to be granted. */
        MORE_THAN_ASKED,
        /** Somebody has already answered it. */
        ANSWERED_ALREADY,
        /** Whoever asks does not answer. */
        NOT_BY_ONESELF,
        /** Whoever read or approved a roster may have brought the address themselves. */
        HAND_IN_ROSTERS,
        /** The member office brings addresses, so another duty agrees to them. */
        BY_AN_ADMINISTRATOR,
        /** {0}: for how many days data are released at most. */
        RELEASE_TOO_LONG,
        /** {0}: a member number that nobody of the branch has. */
        NOT_IN_BRANCH
    }
}
