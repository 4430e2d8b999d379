package org.freihafen.reconcile;

import java.util.Set;

/** Which part of a target a run looks at and changes: all of it, or the keys concerned. */
public sealed interface Scope<K extends Comparable<K>> {
    record Everything<K extends Comparable<K>>() implements Scope<K> {}

    record Only<K extends Comparable<K>>(Set<K> keys) implements Scope<K> {
        public Only {
            keys = Set.copyOf(keys);
        }
    }

    static <K extends Comparable<K>> Scope<K> everything() {
        return new Everything<>();
    }

    static <K extends Comparable<K>> Scope<K> only(Set<K> keys) {
        return new Only<>(keys);
    }

    default boolean contains(K key) {
        return switch (this) {
            case Everything<K>() -> true;
            case Only<K>(Set<K> keys) -> keys.contains(key);
        };
    }
}
