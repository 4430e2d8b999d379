package org.freihafen.membership;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody, as the member register knows them. Only what placing, naming and writing to them needs
 * is kept: no address, no birthday.
 *
 * @param number empty for guests and the sandbox's logins
 * @param email where to write to; it identifies nobody and several people may share one
 */
public record Person(
        PersonId id,
        Optional<MemberNumber> number,
        String givenName,
        String familyName,
        Optional<String> email,
        Status status,
        Optional<LocalDate> joined,
        Optional<LocalDate> left,
        Dues dues,
        Origin origin) {

    /**
     * What the register says of dues.
     *
     * @param balanceCents negative if something is owed
     */
    public record Dues(int balanceCents, int reminders) {
        public static final Dues NONE = new Dues(0, 0);

        public boolean paidUp() {
            return balanceCents >= 0;
        }
    }

    /** What is left of somebody who was erased: the id. */
    public Person erased() {
        return new Person(
                id,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Status.LEFT,
                Optional.empty(),
                Optional.empty(),
                Dues.NONE,
                origin);
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }
}
