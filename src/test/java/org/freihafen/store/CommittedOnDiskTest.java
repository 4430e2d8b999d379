package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * H2 as shipped, while it stays open: its file is what a {@code kill -9} would leave. H2 takes
 * parts of the file again when they have been out of use for 45 seconds; here at once.
 */
class CommittedOnDiskTest {
    private static final int ROUNDS = 20;
    private static final int WRITERS = 3;
    private static final int COMMITS = 3;

    @TempDir private Path data;
    private final AtomicInteger last = new AtomicInteger();

    private Jdbi open(String name) {
        return Jdbi.create(
                "jdbc:h2:file:"
                        + data.resolve(name)
                        + ";"
                        + TestDatabase.H2_SETTINGS
                        + ";RETENTION_TIME=0",
                "sa",
                "");
    }

    @Test
    void what_several_writers_committed_at_once_is_in_the_file_when_they_are_told_so()
            throws IOException {
        try (var first = open("live").open();
                var second = open("live").open();
                var third = open("live").open();
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            first.execute("create table row_of (id int primary key)");
            for (int round = 0; round < ROUNDS; round++) {
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(() -> commit(first), threads),
                                CompletableFuture.runAsync(() -> commit(second), threads),
                                CompletableFuture.runAsync(() -> commit(third), threads))
                        .join();
                assertThat(rowsInFile(round)).as("round " + round).isEqualTo(last.get());
            }
        }
    }

    private void commit(Handle handle) {
        for (int commit = 0; commit < COMMITS; commit++) {
            handle.execute("insert into row_of values (?)", last.incrementAndGet());
        }
    }

    private int rowsInFile(int round) throws IOException {
        Files.copy(data.resolve("live.mv.db"), data.resolve("left" + round + ".mv.db"));
        return open("left" + round)
                .withHandle(handle ->
                        handle.createQuery("select count(*) from row_of")
                                .mapTo(Integer.class)
                                .one());
    }
}
