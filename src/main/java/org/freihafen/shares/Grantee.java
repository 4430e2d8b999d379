package org.freihafen.shares;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;

import java.util.Optional;

/** To whom a grant is given. */
public sealed interface Grantee {
    /** Another unit's people, or those who lead it. */
    record ToGroup(GroupId group) implements Grantee {}

    /** One person, member or guest. */
    record ToPerson(PersonId person) implements Grantee {}

    /**
     * Whoever has a link that the cloud makes for this grant.
     *
     * @param secured whether it asks for a password as well
     */
    record ToLink(boolean secured) implements Grantee {}

    /** Whoever reads the mail of an address: a link that the cloud sends there. */
    record ToMail(String address, boolean secured) implements Grantee {}

    /**
     * Somebody on another Nextcloud.
     *
     * @param account such as {@code anna@cloud.example.org}
     */
    record ToFederated(String account) implements Grantee {
        public ToFederated {
            account = account.strip().replaceAll("/+$", "");
        }
    }

    /** The sorts of grantees, from the nearest to the farthest. */
    enum Kind {
        UNIT,
        PERSON,
        LINK,
        MAIL,
        FEDERATED;

        /** Whether it leaves the organisation. */
        public boolean outward() {
            return this == LINK || this == MAIL || this == FEDERATED;
        }

        /** Whether a password can guard it. */
        public boolean linked() {
            return this == LINK || this == MAIL;
        }
    }

    default Kind kind() {
        return switch (this) {
            case ToGroup _ -> Kind.UNIT;
            case ToPerson _ -> Kind.PERSON;
            case ToLink _ -> Kind.LINK;
            case ToMail _ -> Kind.MAIL;
            case ToFederated _ -> Kind.FEDERATED;
        };
    }

    /** The group, if it is given to one. */
    default Optional<GroupId> toGroup() {
        return this instanceof ToGroup(GroupId group) ? Optional.of(group) : Optional.empty();
    }

    /** The same, asking for a password as well if it can and this is so. */
    default Grantee asking(boolean password) {
        return switch (this) {
            case ToLink(boolean asks) -> new ToLink(asks || password);
            case ToMail(String address, boolean asks) -> new ToMail(address, asks || password);
            case ToGroup _, ToPerson _, ToFederated _ -> this;
        };
    }

    /** Whether a password guards it. */
    default boolean asksPassword() {
        return switch (this) {
            case ToLink(boolean asks) -> asks;
            case ToMail(String _, boolean asks) -> asks;
            case ToGroup _, ToPerson _, ToFederated _ -> false;
        };
    }
}
