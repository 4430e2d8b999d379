package org.freihafen.reconcile;

import java.util.Optional;

/**
 * Something of ours in a target that no desired state explains and that is left alone, as a line
 * for people.
 *
 * @param text an opaque id where a name would tell too much
 * @param why what it means and what helps, if that is known
 */
public record Finding(Saying text, Optional<Saying> why) {
    public static Finding of(Saying text) {
        return new Finding(text, Optional.empty());
    }

    public static Finding because(Saying text, Saying why) {
        return new Finding(text, Optional.of(why));
    }
}
