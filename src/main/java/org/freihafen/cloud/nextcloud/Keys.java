package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.ids.GrantId;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.LinkPasswords;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which password a link is given. Where it is to have one and none waits here (it was taken away in
 * the cloud, or lost), it gets one that nobody knows: closed until somebody sets a new one, rather
 * than open.
 */
final class Keys {
    private static final String LETTERS =
            "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 40;
    private static final LinkPassword NONE = new LinkPassword("");

    private final LinkPasswords passwords;
    private final RandomGenerator random;

    Keys(LinkPasswords passwords, RandomGenerator random) {
        this.passwords = passwords;
        this.random = random;
    }

    /** For a link that is made. */
    Optional<LinkPassword> first(Recipient to, Lock wanted) {
        return wanted == Lock.OPEN
                ? Optional.empty()
                : waiting(to).or(() -> Optional.of(nobodyKnows()));
    }

    /** For a link that is there; empty text takes its password away, nothing leaves it. */
    Optional<LinkPassword> next(Recipient to, Optional<CloudObject> seen, Lock wanted) {
        if (!(to instanceof Recipient.Link || to instanceof Recipient.Mail)) {
            return Optional.empty();
        }
        boolean open =
                seen.filter(object ->
                                object instanceof ShareObject share && share.lock() != Lock.OPEN)
                        .isEmpty();
        return switch (wanted) {
            case OPEN -> open ? Optional.empty() : Optional.of(NONE);
            case PASSWORD, NEW_PASSWORD ->
                    waiting(to).or(() -> open ? Optional.of(nobodyKnows()) : Optional.empty());
        };
    }

    void handedOver(Recipient to, Optional<LinkPassword> password) {
        grant(to).ifPresent(grant -> password.ifPresent(word -> passwords.handedOver(grant, word)));
    }

    private Optional<LinkPassword> waiting(Recipient to) {
        return grant(to).flatMap(passwords::of);
    }

    private static Optional<GrantId> grant(Recipient to) {
        return switch (to) {
            case Recipient.Link(GrantId grant) -> Optional.of(grant);
            case Recipient.Mail(GrantId grant, String _) -> Optional.of(grant);
            case Recipient.Members _, Recipient.Somebody _, Recipient.Remote _ -> Optional.empty();
        };
    }

    private LinkPassword nobodyKnows() {
        StringBuilder word = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new LinkPassword(word.toString());
    }
}
