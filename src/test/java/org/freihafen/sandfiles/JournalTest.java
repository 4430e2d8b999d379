package org.freihafen.sandfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;

import org.freihafen.sandfiles.Fact.Home;
import org.freihafen.sandfiles.Fact.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

class JournalTest {
    @TempDir Path directory;

    @Property(tries = 300)
    void any_words_survive_the_journal(
            @ForAll String label, @ForAll String note, @ForAll long id, @ForAll int permissions) {
        Fact fact =
                new Fact.Share(
                        id, 1, label, note, "svc", 3, permissions, "", note, label, "", 4, "Ziel");
        String line = FactText.write(fact);
        assertThat(line).doesNotContain("\n").doesNotContain("\r");
        assertThat(FactText.read(line)).isEqualTo(fact);
    }

    @Test
    void what_was_written_is_there_after_the_process_was_killed() throws IOException {
        Path file = directory.resolve("journal");
        try (CloudStore store = CloudStore.open(file)) {
            homes(store, 3);
            Path copy = directory.resolve("as-found-after-kill-9");
            Files.copy(file, copy);
            try (CloudStore found = CloudStore.open(copy)) {
                assertThat(homes(found)).isEqualTo(3);
            }
        }
    }

    @Test
    void a_journal_cut_off_anywhere_holds_a_beginning_of_what_happened() throws IOException {
        Path whole = directory.resolve("journal");
        try (CloudStore store = CloudStore.open(whole)) {
            homes(store, 5);
        }
        byte[] bytes = Files.readAllBytes(whole);
        long most = 0;
        for (int length = 0; length <= bytes.length; length++) {
            Path cut = directory.resolve("cut");
            Files.write(cut, Arrays.copyOf(bytes, length));
            try (CloudStore store = CloudStore.open(cut)) {
                long homes = homes(store);
                long counted =
                        store.read(state ->
                                state.find(Sequence.class, "home").map(Sequence::last).orElse(0L));
                assertThat(homes).isEqualTo(counted).isGreaterThanOrEqualTo(most);
                most = homes;
                homes(store, 1);
            }
            try (CloudStore again = CloudStore.open(cut)) {
                assertThat(homes(again)).isEqualTo(most + 1);
            }
        }
        assertThat(most).isEqualTo(5);
    }

    @Test
    void a_write_that_fails_leaves_no_trace() throws IOException {
        Path file = directory.resolve("journal");
        try (CloudStore store = CloudStore.open(file)) {
            homes(store, 1);
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() ->
                            store.write(batch -> {
                                batch.next("home");
                                batch.put(new Home("1", 99));
                                batch.put(new Home("neu", 100));
                                batch.remove(new Home("1", 99));
                                throw new IllegalStateException("no");
                            }))
                    .hasMessage("no");
            assertThat(homes(store)).isEqualTo(1);
            assertThat(store.<Long>read(s -> s.find(Home.class, "1").orElseThrow().root()))
                    .isEqualTo(1);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void a_long_journal_is_tidied_when_it_is_opened_and_forgets_nothing_that_holds()
            throws IOException {
        Path file = directory.resolve("journal");
        try (CloudStore store = CloudStore.open(file)) {
            homes(store, 2);
            for (int i = 0; i < 2000; i++) {
                store.write(batch -> batch.next("etag"));
            }
        }
        long before = Files.size(file);
        try (CloudStore store = CloudStore.open(file)) {
            assertThat(homes(store)).isEqualTo(2);
            assertThat(store.<Long>write(batch -> batch.next("etag"))).isEqualTo(2001);
        }
        assertThat(Files.size(file)).isLessThan(before / 10);
        try (CloudStore store = CloudStore.open(file)) {
            assertThat(store.<Long>write(batch -> batch.next("etag"))).isEqualTo(2002);
        }
    }

    @Test
    void what_is_no_fact_is_not_taken_for_one() throws IOException {
        Path file = directory.resolve("journal");
        Files.writeString(
                file, "+Robber\t1\n.\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE);
        assertThatThrownBy(() -> CloudStore.open(file)).hasMessageContaining("not a fact");
    }

    private static void homes(CloudStore store, int count) {
        for (int i = 0; i < count; i++) {
            store.write(batch -> {
                long next = batch.next("home");
                batch.put(new Home(String.valueOf(next), next));
                return Tuple.empty();
            });
        }
    }

    private static long homes(CloudStore store) {
        return store.read(state -> (long) state.all(Home.class).size());
    }
}
