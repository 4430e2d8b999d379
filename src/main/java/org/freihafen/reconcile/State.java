package org.freihafen.reconcile;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * What is there, or should be: values by key, in key order. Immutable, and lean enough for a
 * million of them: two arrays.
 */
public final class State<K extends Comparable<K>, V> {
    private final List<K> keys;
    private final List<V> values;

    private State(List<K> keys, List<V> values) {
        this.keys = keys;
        this.values = values;
    }

    /**
     * Sorts the entries by key.
     *
     * @throws IllegalArgumentException if a key stands there twice: a key is an identity
     */
    public static <K extends Comparable<K>, V> State<K, V> of(List<? extends Entry<K, V>> entries) {
        List<Entry<K, V>> sorted = new ArrayList<>(entries);
        sorted.sort(Entry.comparingByKey());
        List<K> keys = new ArrayList<>(sorted.size());
        List<V> values = new ArrayList<>(sorted.size());
        for (Entry<K, V> entry : sorted) {
            if (!keys.isEmpty() && keys.getLast().compareTo(entry.getKey()) == 0) {
                throw new IllegalArgumentException("a key stands there twice: " + entry.getKey());
            }
            keys.add(entry.getKey());
            values.add(entry.getValue());
        }
        return new State<K, V>(keys, values);
    }

    public static <K extends Comparable<K>, V> State<K, V> of(Map<K, V> map) {
        return of(List.copyOf(map.entrySet()));
    }

    public static <K extends Comparable<K>, V> State<K, V> empty() {
        return new State<K, V>(List.of(), List.of());
    }

    public int size() {
        return keys.size();
    }

    public List<K> keys() {
        return Collections.unmodifiableList(keys);
    }

    public Optional<V> get(K key) {
        int at = Collections.binarySearch(keys, key);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    public void forEach(BiConsumer<? super K, ? super V> each) {
        for (int i = 0; i < keys.size(); i++) {
            each.accept(keys.get(i), values.get(i));
        }
    }

    /** The same keys with other values. */
    public State<K, V> mapped(BiFunction<? super K, ? super V, ? extends V> value) {
        List<V> others = new ArrayList<>(values.size());
        for (int i = 0; i < keys.size(); i++) {
            others.add(value.apply(keys.get(i), values.get(i)));
        }
        return new State<K, V>(keys, others);
    }

    /** The part of this state that lies in the scope. */
    public State<K, V> within(Scope<K> scope) {
        if (scope instanceof Scope.Everything<K>) {
            return this;
        }
        List<Entry<K, V>> inside = new ArrayList<>();
        forEach((key, value) -> {
            if (scope.contains(key)) {
                inside.add(new SimpleImmutableEntry<>(key, value));
            }
        });
        return of(inside);
    }

    K keyAt(int index) {
        return keys.get(index);
    }

    V valueAt(int index) {
        return values.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State<?, ?> that
                && keys.equals(that.keys)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "State of " + keys.size();
    }
}
