package org.freihafen.reconcile;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

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
        List<V> values = new ArrayList<>(sorted.size());
        sorted.forEach(entry -> values.add(entry.getValue()));
        return new State<K, V>(keys(sorted, Entry::getKey), values);
    }

    public static <K extends Comparable<K>, V> State<K, V> of(Map<K, V> map) {
        return of(List.copyOf(map.entrySet()));
    }

    /**
     * Sorts values that know their key.
     *
     * @throws IllegalArgumentException if a key stands there twice
     */
    public static <K extends Comparable<K>, V> State<K, V> of(
            Collection<V> values, Function<V, K> keyOf) {
        List<V> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(keyOf));
        return new State<K, V>(keys(sorted, keyOf), sorted);
    }

    private static <K extends Comparable<K>, T> List<K> keys(
            List<T> sorted, Function<? super T, K> keyOf) {
        List<K> keys = new ArrayList<>(sorted.size());
        for (T each : sorted) {
            K key = keyOf.apply(each);
            if (!keys.isEmpty() && keys.getLast().compareTo(key) == 0) {
                throw new IllegalArgumentException("a key stands there twice: " + key);
            }
            keys.add(key);
        }
        return keys;
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

    /** What stands here and not in the other, in one walk through both. */
    public void forEachNotIn(State<K, ?> other, BiConsumer<? super K, ? super V> each) {
        walk(
                other,
                (here, there) -> {
                    if (there < 0) {
                        each.accept(keys.get(here), values.get(here));
                    }
                });
    }

    /**
     * The same keys, in one walk through both; what stands in both is made of both values.
     *
     * @param both makes it of the value here and the one there
     */
    public State<K, V> mergedWith(State<K, V> other, BinaryOperator<V> both) {
        List<V> merged = new ArrayList<>(values.size());
        walk(
                other,
                (here, there) ->
                        merged.add(
                                there < 0
                                        ? values.get(here)
                                        : both.apply(values.get(here), other.valueAt(there))));
        return new State<K, V>(keys, merged);
    }

    /** Where a key stands here, and where in the other: below zero if it does not. */
    private interface Beside {
        void at(int here, int there);
    }

    private void walk(State<K, ?> other, Beside each) {
        int there = 0;
        for (int here = 0; here < keys.size(); here++) {
            K key = keys.get(here);
            while (there < other.size() && other.keyAt(there).compareTo(key) < 0) {
                there++;
            }
            boolean both = there < other.size() && other.keyAt(there).compareTo(key) == 0;
            each.at(here, both ? there : -1);
        }
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
