package org.freihafen.access;

import org.freihafen.ids.PersonId;

import java.util.Optional;

/** Who acts: a person, by page or by a program of theirs, or the product itself on its timer. */
public sealed interface Actor {
    record Somebody(PersonId person) implements Actor {}

    /** Freihafen itself, or somebody with a shell on its host. */
    record Host() implements Actor {}

    static Actor of(PersonId person) {
        return new Somebody(person);
    }

    default Optional<PersonId> somebody() {
        return switch (this) {
            case Somebody(PersonId id) -> Optional.of(id);
            case Host() -> Optional.empty();
        };
    }
}
