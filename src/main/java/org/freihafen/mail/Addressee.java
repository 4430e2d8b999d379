package org.freihafen.mail;

import org.freihafen.ids.PersonId;

/** To whom a letter goes. */
public sealed interface Addressee {
    /** To where this person can be reached when the letter is sent. */
    record ToPerson(PersonId person) implements Addressee {}

    /** To exactly this address of a person, such as one that they are asked to confirm. */
    record ToAddress(PersonId person, String address) implements Addressee {
        /** Without the address, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToAddress[" + person + "]";
        }
    }

    /** To those who answer at a configured address of the organisation's. */
    record ToDesk(Desk desk) implements Addressee {}

    /** Whoever works together at one address, {@code mail.desk.<name>}. */
    enum Desk {
        MEMBER_OFFICE,
        ADMINISTRATORS
    }
}
