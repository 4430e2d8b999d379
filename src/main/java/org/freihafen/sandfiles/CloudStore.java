package org.freihafen.sandfiles;

import org.freihafen.sandfiles.Fact.Sequence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The cloud's memory: many readers or one writer at a time. A write happens wholly, in memory and
 * in the journal, or, when it ends with an exception, not at all.
 */
public final class CloudStore implements Closeable {
    private final CloudState state = new CloudState();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Journal journal;

    private CloudStore(Path file) throws IOException {
        journal = Journal.open(file, state);
    }

    public static CloudStore open(Path file) throws IOException {
        return new CloudStore(file);
    }

    public <T> T read(Function<CloudState, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(state);
        } finally {
            lock.readLock().unlock();
        }
    }

    public <T> T write(Function<Batch, T> work) {
        Batch batch = new Batch();
        T result;
        lock.writeLock().lock();
        try {
            result = work.apply(batch);
            if (!batch.changes.isEmpty()) {
                journal.append(batch.changes);
            }
        } catch (IOException e) {
            batch.undo();
            throw new UncheckedIOException("the journal cannot be written", e);
        } catch (RuntimeException e) {
            batch.undo();
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
        batch.afterwards.forEach(Runnable::run);
        return result;
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            journal.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** One write in the making: what it puts and removes is seen by its own questions at once. */
    public final class Batch {
        private final List<Journal.Change> changes = new ArrayList<>();
        private final Deque<Runnable> undoing = new ArrayDeque<>();
        private final List<Runnable> afterwards = new ArrayList<>();

        public CloudState state() {
            return state;
        }

        public void put(Fact fact) {
            Optional<Fact> before = state.put(fact);
            undoing.push(() -> before.ifPresentOrElse(state::put, () -> state.remove(fact)));
            changes.add(new Journal.Change(true, fact));
        }

        public void remove(Fact fact) {
            state.remove(fact)
                    .ifPresent(before -> {
                        undoing.push(() -> state.put(before));
                        changes.add(new Journal.Change(false, before));
                    });
        }

        public long next(String sequence) {
            long next = state.find(Sequence.class, sequence).map(Sequence::last).orElse(0L) + 1;
            put(new Sequence(sequence, next));
            return next;
        }

        /** Does something that cannot be undone once the write is safe. */
        public void afterwards(Runnable action) {
            afterwards.add(action);
        }

        private void undo() {
            undoing.forEach(Runnable::run);
        }
    }
}
