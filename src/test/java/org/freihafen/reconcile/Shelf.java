package org.freihafen.reconcile;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A target in memory: numbered places with words on them. Some words are foreign; it can be
 * unreachable, refuse a place, or be cut off after so many changes.
 */
public final class Shelf implements Target<Integer, String>, Marked {
    public static final Saying OUT_OF_REACH =
            Saying.of("literally", "The shelf is out of reach. Bring a ladder.");

    private final Map<Integer, String> ours = new TreeMap<>();
    private final Map<Integer, String> foreign = new TreeMap<>();
    private final Set<Integer> refused = new HashSet<>();
    private final List<Change<Integer, String>> applied = new ArrayList<>();
    private Optional<Epoch> epoch = Optional.empty();
    private boolean unreachable;
    private int believed;
    private final Set<Integer> notReady = new HashSet<>();
    private int cutOffAfter = Integer.MAX_VALUE;

    public static Shelf holding(Map<Integer, String> words) {
        Shelf shelf = new Shelf();
        shelf.ours.putAll(words);
        return shelf;
    }

    @Override
    public State<Integer, String> observe(Scope<Integer> scope) throws TargetUnavailable {
        if (unreachable) {
            throw new TargetUnavailable(OUT_OF_REACH);
        }
        return words().within(scope);
    }

    @Override
    public void believe() {
        believed++;
    }

    /** How often what was observed was relied on. */
    public int believed() {
        return believed;
    }

    @Override
    public void apply(List<Change<Integer, String>> changes, Outcomes<Integer, String> outcomes) {
        for (Change<Integer, String> change : changes) {
            outcomes.of(change, outcome(change));
        }
    }

    private Outcome outcome(Change<Integer, String> change) {
        if (unreachable || applied.size() >= cutOffAfter) {
            return new Outcome.Unavailable(OUT_OF_REACH);
        }
        if (refused.contains(change.key()) || foreign.containsKey(change.key())) {
            return new Outcome.Refused(
                    Saying.of("literally", "Place " + change.key() + " is not ours."));
        }
        if (notReady.contains(change.key())) {
            return new Outcome.NotYet(Saying.of("cloud.group-unknown", "shelf", change.key()));
        }
        applied.add(change);
        switch (change) {
            case Change.Create<Integer, String>(Integer key, String word) -> ours.put(key, word);
            case Change.Update<Integer, String>(Integer key, String _, String word) ->
                    ours.put(key, word);
            case Change.Delete<Integer, String>(Integer key, String _) -> ours.remove(key);
        }
        return new Outcome.Applied();
    }

    public State<Integer, String> words() {
        List<Entry<Integer, String>> entries = new ArrayList<>();
        ours.forEach((key, word) -> entries.add(new SimpleImmutableEntry<>(key, word)));
        return State.of(entries);
    }

    public Map<Integer, String> foreign() {
        return Map.copyOf(foreign);
    }

    public List<Change<Integer, String>> applied() {
        return List.copyOf(applied);
    }

    public Shelf withForeign(Map<Integer, String> words) {
        foreign.putAll(words);
        return this;
    }

    public void somebodyPuts(int key, String word) {
        ours.put(key, word);
    }

    public void refuse(int key) {
        refused.add(key);
    }

    /** Nothing can be put there until it is ready. */
    public void notReadyFor(int key) {
        notReady.add(key);
    }

    public void readyFor(int key) {
        notReady.remove(key);
    }

    public void unreachable(boolean now) {
        unreachable = now;
    }

    public void cutOffAfter(int changes) {
        cutOffAfter = changes;
    }

    @Override
    public Optional<Epoch> epoch() throws TargetUnavailable {
        if (unreachable) {
            throw new TargetUnavailable(OUT_OF_REACH);
        }
        return epoch;
    }

    @Override
    public void leave(Epoch left) {
        epoch = Optional.of(left);
    }
}
