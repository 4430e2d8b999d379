package org.freihafen.sandfiles;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.freihafen.sandfiles.Fact.Node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What sync clients live on, for any history of changes. */
class FileTreeLawTest {

    /** One change: to which of the present nodes, into which, with how many bytes. */
    record Deed(int kind, int which, int where, int bytes) {}

    @Provide
    Arbitrary<Deed> deeds() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        index,
                        index,
                        Arbitraries.integers().between(0, 200))
                .as(Deed::new);
    }

    @Property(tries = 100)
    void folders_are_as_large_as_what_is_in_them_and_tell_every_change(
            @ForAll @Size(max = 30) List<@From("deeds") Deed> deeds) throws IOException {
        Path directory = Files.createTempDirectory("filetree");
        try (CloudStore store = CloudStore.open(directory.resolve("journal"))) {
            Contents contents = new Contents(directory.resolve("contents"));
            FileTree tree =
                    new FileTree(contents, InstantSource.system(), FileTree.UNLIMITED, Set.of());
            Node home = store.write(batch -> tree.home(batch, "nils"));
            for (Deed deed : deeds) {
                Map<Long, String> before = store.read(FileTreeLawTest::tags);
                boolean changed = store.write(batch -> act(batch, tree, contents, home, deed));
                Map<Long, String> after = store.read(FileTreeLawTest::tags);
                if (changed) {
                    assertThat(after.get(home.id())).isNotEqualTo(before.get(home.id()));
                }
                assertThat(store.<Boolean>read(state -> fits(state, home.id()))).isTrue();
            }
            long files =
                    store.read(
                            s -> s.all(Node.class).stream().filter(node -> !node.folder()).count());
            try (Stream<Path> kept = Files.list(directory.resolve("contents"))) {
                assertThat(kept.count()).isEqualTo(files);
            }
            CloudState reread = new CloudState();
            Files.copy(directory.resolve("journal"), directory.resolve("copy"));
            Journal.open(directory.resolve("copy"), reread).close();
            assertThat(tags(reread)).isEqualTo(store.read(FileTreeLawTest::tags));
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean act(
            CloudStore.Batch batch, FileTree tree, Contents contents, Node home, Deed deed) {
        List<Node> folders = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (Node node : batch.state().all(Node.class)) {
            boolean present = !batch.state().upwards(node.id()).isEmpty();
            if (present && node.folder()) {
                folders.add(node);
            }
            if (present && node.id() != home.id()) {
                others.add(node);
            }
        }
        Node where = folders.get(deed.where() % folders.size());
        String name = "n" + batch.next("name");
        if (deed.kind() == 0) {
            tree.makeFolder(batch, where.id(), name);
            return true;
        }
        if (deed.kind() == 1) {
            tree.makeFile(batch, where.id(), name, received(contents, deed.bytes()), 1, "");
            return true;
        }
        if (others.isEmpty()) {
            return false;
        }
        Node which = others.get(deed.which() % others.size());
        boolean inside =
                batch.state().upwards(where.id()).stream().anyMatch(n -> n.id() == which.id());
        switch (deed.kind()) {
            case 2 -> tree.trash(batch, which, home.id(), which.name(), "nils");
            case 3 -> {
                if (inside) {
                    return false;
                }
                tree.move(batch, which, where.id(), name);
            }
            default -> {
                if (inside) {
                    return false;
                }
                if (which.folder()) {
                    tree.copy(batch, which, where.id(), name, _ -> true);
                } else {
                    tree.overwrite(batch, which, received(contents, deed.bytes()), 1, "");
                }
            }
        }
        return true;
    }

    private static Contents.Received received(Contents contents, int bytes) {
        try {
            return contents.receive(new ByteArrayInputStream(new byte[bytes]), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(CloudState state, long folder) {
        long sum = 0;
        for (Node child : state.children(folder)) {
            if (child.folder() && !fits(state, child.id())) {
                return false;
            }
            sum += child.size();
        }
        return state.node(folder).orElseThrow().size() == sum;
    }

    private static Map<Long, String> tags(CloudState state) {
        Map<Long, String> tags = new HashMap<>();
        state.all(Node.class).forEach(node -> tags.put(node.id(), node.etag() + node.size()));
        return tags;
    }
}
