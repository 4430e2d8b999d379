package org.freihafen.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map.Entry;
import java.util.function.Predicate;

/**
 * The changes that lead from what was observed to what is desired, creations and updates in key
 * order, then deletions backwards. What is observed, not desired and must never be deleted is
 * listed as {@code unexplained} and left alone.
 */
public record Plan<K extends Comparable<K>, V>(
        List<Change<K, V>> changes, State<K, V> unexplained) {
    public Plan {
        changes = List.copyOf(changes);
    }

    /**
     * Compares the two key by key.
     *
     * @param lasting the keys of what reconciliation never deletes, such as accounts and workspaces
     */
    public static <K extends Comparable<K>, V> Plan<K, V> between(
            State<K, V> observed, State<K, V> desired, Predicate<K> lasting) {
        List<Change<K, V>> changes = new ArrayList<>();
        List<Change<K, V>> deletes = new ArrayList<>();
        List<Entry<K, V>> unexplained = new ArrayList<>();
        int o = 0;
        int d = 0;
        while (o < observed.size() || d < desired.size()) {
            int order = order(observed, o, desired, d);
            if (order == 0) {
                if (!observed.valueAt(o).equals(desired.valueAt(d))) {
                    changes.add(
                            new Change.Update<>(
                                    desired.keyAt(d), observed.valueAt(o), desired.valueAt(d)));
                }
                o++;
                d++;
            } else if (order > 0) {
                changes.add(new Change.Create<>(desired.keyAt(d), desired.valueAt(d)));
                d++;
            } else {
                K key = observed.keyAt(o);
                if (lasting.test(key)) {
                    unexplained.add(new SimpleImmutableEntry<>(key, observed.valueAt(o)));
                } else {
                    deletes.add(new Change.Delete<>(key, observed.valueAt(o)));
                }
                o++;
            }
        }
        changes.addAll(deletes.reversed());
        return new Plan<>(changes, State.of(unexplained));
    }

    private static <K extends Comparable<K>, V> int order(
            State<K, V> observed, int o, State<K, V> desired, int d) {
        if (o == observed.size()) {
            return 1;
        }
        if (d == desired.size()) {
            return -1;
        }
        return observed.keyAt(o).compareTo(desired.keyAt(d));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * A digest of every change with what was observed before it. Two plans with the same hash do
     * the same to the same. Keys and values say all of themselves in {@code toString}, as records
     * do.
     */
    public String hash() {
        MessageDigest digest = sha256();
        for (Change<K, V> change : changes) {
            digest.update(change.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
