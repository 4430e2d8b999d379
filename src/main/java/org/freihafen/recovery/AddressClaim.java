package org.freihafen.recovery;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.UUID;

/**
 * An address of the register's that wants to become somebody's recovery address. A person has at
 * most one, the latest.
 *
 * @param secretDigest of the secret that was sent there; only a digest is kept
 * @param until the link can be used
 */
public record AddressClaim(
        UUID id,
        PersonId person,
        String address,
        String secretDigest,
        Instant made,
        Instant until,
        Stage stage) {
    /** How far it came. */
    public enum Stage {
        /** A link was sent there. */
        SENT,
        /** Its reader confirmed it; a second person has to agree. */
        CONFIRMED,
        /** It is the recovery address. */
        TAKEN,
        /** The second person said no. */
        REFUSED
    }

    AddressClaim in(Stage next) {
        return new AddressClaim(id, person, address, secretDigest, made, until, next);
    }

    /** To be read by those who may not read addresses: its first letter and what follows the @. */
    AddressClaim masked() {
        String shown = address.charAt(0) + "…" + address.substring(address.lastIndexOf('@'));
        return new AddressClaim(id, person, shown, secretDigest, made, until, stage);
    }

    boolean open(Instant now) {
        return stage == Stage.SENT && now.isBefore(until);
    }

    /** Without the address, so that no log can hold it. */
    @Override
    public String toString() {
        return "AddressClaim[" + id + ", " + person + ", " + stage + "]";
    }
}
