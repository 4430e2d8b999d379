package org.freihafen.reconcile;

/**
 * One step that brings a target into line. It holds what was observed, so that it can be checked
 * again.
 */
public sealed interface Change<K extends Comparable<K>, V> {
    K key();

    record Create<K extends Comparable<K>, V>(K key, V desired) implements Change<K, V> {}

    record Update<K extends Comparable<K>, V>(K key, V observed, V desired)
            implements Change<K, V> {}

    record Delete<K extends Comparable<K>, V>(K key, V observed) implements Change<K, V> {}
}
