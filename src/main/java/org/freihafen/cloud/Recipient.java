package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;

/**
 * With whom something is shared in a cloud. Several links may lead to one folder, so a link is
 * known by its grant, as is what the cloud sends by mail.
 */
public sealed interface Recipient extends Comparable<Recipient> {
    record Members(GroupId group) implements Recipient {
        @Override
        public String toString() {
            return group.toString();
        }
    }

    record Somebody(PersonId person) implements Recipient {
        @Override
        public String toString() {
            return PERSON + person;
        }
    }

    record Link(GrantId grant) implements Recipient {
        @Override
        public String toString() {
            return LINK + grant;
        }
    }

    record Mail(GrantId grant, String address) implements Recipient {
        @Override
        public String toString() {
            return MAIL + grant + "=" + address;
        }
    }

    /** Somebody on another Nextcloud, such as {@code anna@cloud.example.org}. */
    record Remote(String account) implements Recipient {
        @Override
        public String toString() {
            return REMOTE + account;
        }
    }

    String PERSON = "person=";
    String LINK = "link=";
    String MAIL = "mail=";
    String REMOTE = "remote=";

    /**
     * Reads what {@code toString} makes.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static Recipient of(String text) {
        if (text.startsWith(PERSON)) {
            return new Somebody(PersonId.of(text.substring(PERSON.length())));
        }
        if (text.startsWith(LINK)) {
            return new Link(GrantId.of(text.substring(LINK.length())));
        }
        if (text.startsWith(MAIL)) {
            String[] parts = text.split("=", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("no address in " + text);
            }
            return new Mail(GrantId.of(parts[1]), parts[2]);
        }
        return text.startsWith(REMOTE)
                ? new Remote(text.substring(REMOTE.length()))
                : new Members(GroupId.of(text));
    }

    @Override
    default int compareTo(Recipient other) {
        return this instanceof Members(GroupId mine) && other instanceof Members(GroupId theirs)
                ? mine.compareTo(theirs)
                : toString().compareTo(other.toString());
    }
}
