package org.freihafen.sandfiles;

import org.freihafen.sandfiles.Contents.Received;
import org.freihafen.sandfiles.Fact.Home;
import org.freihafen.sandfiles.Fact.Instance;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Property;
import org.freihafen.sandfiles.Fact.TeamFolder;
import org.freihafen.sandfiles.Fact.Trashed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Changes to files and folders. Every change gives all folders above it a new ETag, size and time,
 * which is how a sync client finds it. Rights are not asked here.
 */
public final class FileTree {
    public static final long UNLIMITED = -3;

    private final Contents contents;
    private final InstantSource clock;
    private final long homeQuota;
    private final Set<String> unlimited;

    /**
     * A tree of nothing yet.
     *
     * @param homeQuota bytes that fit into each home, or {@link #UNLIMITED}
     * @param unlimited to whose homes that does not apply
     */
    public FileTree(Contents contents, InstantSource clock, long homeQuota, Set<String> unlimited) {
        this.contents = contents;
        this.clock = clock;
        this.homeQuota = homeQuota;
        this.unlimited = Set.copyOf(unlimited);
    }

    public Node root(CloudStore.Batch batch) {
        return makeFolder(batch, Node.ROOT, "");
    }

    public Node home(CloudStore.Batch batch, String uid) {
        Optional<Home> home = batch.state().find(Home.class, uid);
        if (home.isPresent()) {
            return batch.state().node(home.get().root()).orElseThrow();
        }
        Node root = root(batch);
        batch.put(new Home(uid, root.id()));
        return root;
    }

    public Node makeFolder(CloudStore.Batch batch, long parent, String name) {
        Node node =
                new Node(batch.next("node"), parent, name, true, 0, now(), folderTag(batch), 0, "");
        batch.put(node);
        touch(batch, parent, 0);
        return node;
    }

    public Node makeFile(
            CloudStore.Batch batch,
            long parent,
            String name,
            Received received,
            long modified,
            String checksum) {
        long content = batch.next("content");
        contents.keep(received, content);
        Node node =
                new Node(
                        batch.next("node"),
                        parent,
                        name,
                        false,
                        received.size(),
                        modified,
                        fileTag(batch),
                        content,
                        checksum);
        batch.put(node);
        touch(batch, parent, received.size());
        return node;
    }

    public Node overwrite(
            CloudStore.Batch batch, Node file, Received received, long modified, String checksum) {
        long content = batch.next("content");
        contents.keep(received, content);
        Node node = file.holding(content, received.size(), modified, fileTag(batch), checksum);
        batch.put(node);
        batch.afterwards(() -> contents.delete(file.content()));
        touch(batch, file.parent(), received.size() - file.size());
        return node;
    }

    public Node date(CloudStore.Batch batch, Node node, long modified) {
        Node dated = node.changed(node.size(), modified, node.etag());
        batch.put(dated);
        return dated;
    }

    public Node move(CloudStore.Batch batch, Node node, long parent, String name) {
        Node moved = node.in(parent, name);
        batch.put(moved);
        touch(batch, node.parent(), -node.size());
        touch(batch, parent, node.size());
        return moved;
    }

    /** With those of the files and folders in it that are said. */
    public Node copy(
            CloudStore.Batch batch, Node node, long parent, String name, Predicate<Node> which) {
        if (!node.folder()) {
            long content = batch.next("content");
            contents.copy(node.content(), content);
            Node copy =
                    new Node(
                            batch.next("node"),
                            parent,
                            name,
                            false,
                            node.size(),
                            node.modified(),
                            fileTag(batch),
                            content,
                            node.checksum());
            batch.put(copy);
            touch(batch, parent, node.size());
            return copy;
        }
        List<Node> inside = batch.state().children(node.id()).stream().filter(which).toList();
        Node copy = makeFolder(batch, parent, name);
        inside.forEach(child -> copy(batch, child, copy.id(), child.name(), which));
        return batch.state().node(copy.id()).orElseThrow();
    }

    public void trash(CloudStore.Batch batch, Node node, long root, String location, String by) {
        batch.put(new Trashed(node.id(), node.parent(), root, location, now(), by));
        batch.put(node.in(Node.TRASH, node.name()));
        touch(batch, node.parent(), -node.size());
    }

    /** Puts it back where it was, or on top when that is gone, under a free name. */
    public void restore(CloudStore.Batch batch, Trashed trashed) {
        CloudState state = batch.state();
        Node node = state.node(trashed.node()).orElseThrow();
        long parent = state.upwards(trashed.origin()).isEmpty() ? trashed.root() : trashed.origin();
        String name = node.name();
        for (int n = 2; state.child(parent, name).isPresent(); n++) {
            name = node.name() + " (" + n + ")";
        }
        batch.remove(trashed);
        batch.put(node.in(parent, name));
        touch(batch, parent, node.size());
    }

    /** Ends it for ever, with all inside it and all shares of it. */
    public void purge(CloudStore.Batch batch, Node node) {
        CloudState state = batch.state();
        state.children(node.id()).forEach(child -> purge(batch, child));
        List.copyOf(state.sharesOf(node.id())).forEach(batch::remove);
        state.all(Property.class).stream()
                .filter(property -> property.node() == node.id())
                .forEach(batch::remove);
        state.find(Trashed.class, node.id()).ifPresent(batch::remove);
        batch.remove(node);
        if (!node.folder()) {
            batch.afterwards(() -> contents.delete(node.content()));
        }
    }

    /** The bytes that still fit beside this node, or {@link #UNLIMITED}. */
    public long free(CloudState state, long node) {
        List<Node> way = state.upwards(node);
        if (way.isEmpty()) {
            return 0;
        }
        long quota = quota(state, node);
        return quota < 0 ? UNLIMITED : Math.max(0, quota - way.getLast().size());
    }

    public long quota(CloudState state, long node) {
        List<Node> way = state.upwards(node);
        return way.isEmpty()
                ? homeQuota
                : state.teamFolderOn(way.getLast().id())
                        .map(TeamFolder::quota)
                        .orElseGet(() -> homeQuota(state, way.getLast().id()));
    }

    private long homeQuota(CloudState state, long root) {
        return unlimited.stream()
                        .flatMap(uid -> state.find(Home.class, uid).stream())
                        .anyMatch(home -> home.root() == root)
                ? UNLIMITED
                : homeQuota;
    }

    public long now() {
        return clock.instant().getEpochSecond();
    }

    private void touch(CloudStore.Batch batch, long from, long added) {
        for (Node above : batch.state().upwards(from)) {
            batch.put(
                    above.changed(
                            above.size() + added,
                            Math.max(above.modified(), now()),
                            folderTag(batch)));
        }
    }

    private static String fileTag(CloudStore.Batch batch) {
        return tag(batch, 32);
    }

    private static String folderTag(CloudStore.Batch batch) {
        return tag(batch, 13);
    }

    private static String tag(CloudStore.Batch batch, int length) {
        String salt = batch.state().find(Instance.class, "instance").map(Instance::id).orElse("");
        return digest(salt + batch.next("etag")).substring(0, length);
    }

    public static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
