package org.freihafen.directory.ldap;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Target.Outcomes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Applies many changes with a window of operations under way. What can depend on one another waits:
 * people come before groups, and groups go before people.
 */
final class Applying {
    private final Function<Change<EntryKey, DirectoryEntry>, Outcome> one;
    private final int window;

    /**
     * Applies by {@code one}, on many threads at once.
     *
     * @param window how many changes may be under way
     */
    Applying(Function<Change<EntryKey, DirectoryEntry>, Outcome> one, int window) {
        this.one = one;
        this.window = window;
    }

    /** In the order in which they may be done. */
    private enum Stage {
        PEOPLE,
        GROUPS,
        GROUPS_GO,
        PEOPLE_GO
    }

    private record Done(Change<EntryKey, DirectoryEntry> change, Outcome outcome) {}

    void apply(
            List<Change<EntryKey, DirectoryEntry>> changes,
            Outcomes<EntryKey, DirectoryEntry> outcomes) {
        Map<Stage, List<Change<EntryKey, DirectoryEntry>>> stages = new EnumMap<>(Stage.class);
        for (Change<EntryKey, DirectoryEntry> change : changes) {
            stages.computeIfAbsent(stage(change), _ -> new ArrayList<>()).add(change);
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            stages.values().forEach(stage -> stage(stage, executor, outcomes));
        }
    }

    private static Stage stage(Change<EntryKey, DirectoryEntry> change) {
        boolean person = change.key() instanceof EntryKey.OfPerson;
        return switch (change) {
            case Change.Create<EntryKey, DirectoryEntry> _,
                    Change.Update<EntryKey, DirectoryEntry> _ ->
                    person ? Stage.PEOPLE : Stage.GROUPS;
            case Change.Delete<EntryKey, DirectoryEntry> _ ->
                    person ? Stage.PEOPLE_GO : Stage.GROUPS_GO;
        };
    }

    /** Outcomes are told on the thread that applies, which may hold a transaction. */
    private void stage(
            List<Change<EntryKey, DirectoryEntry>> changes,
            ExecutorService executor,
            Outcomes<EntryKey, DirectoryEntry> outcomes) {
        BlockingQueue<Done> done = new LinkedBlockingQueue<>();
        int begun = 0;
        for (int told = 0; told < changes.size(); told++) {
            while (begun < changes.size() && begun - told < window) {
                Change<EntryKey, DirectoryEntry> change = changes.get(begun++);
                executor.execute(() -> done.add(new Done(change, outcome(change))));
            }
            Done next = next(done);
            outcomes.of(next.change(), next.outcome());
        }
    }

    private Outcome outcome(Change<EntryKey, DirectoryEntry> change) {
        try {
            return one.apply(change);
        } catch (Throwable e) {
            // An outcome that never came would hold everything behind it for ever.
            return new Outcome.Unavailable(Saying.of("change.broke", e));
        }
    }

    private static Done next(BlockingQueue<Done> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
