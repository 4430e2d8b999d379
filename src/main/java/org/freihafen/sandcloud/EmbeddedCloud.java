package org.freihafen.sandcloud;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Contents;
import org.freihafen.sandfiles.Fact.Instance;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.Accounts;
import org.freihafen.sandsight.BruteForce;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.CloudSettings.ServiceAccount;
import org.freihafen.sandsight.CloudUsers;
import org.freihafen.sandsight.SeenGroups;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A small file cloud that speaks Nextcloud's WebDAV and OCS, kept in one directory. What it has
 * acknowledged survives a {@code kill -9} of the process; two processes never share a directory.
 */
public final class EmbeddedCloud implements Closeable {
    private final CloudSettings settings;
    private final CloudStore store;
    private final Accounts accounts;
    private final CloudHandler handler;
    private final FileChannel lockFile;

    private EmbeddedCloud(
            CloudSettings settings,
            CloudStore store,
            Accounts accounts,
            CloudHandler handler,
            FileChannel lockFile) {
        this.settings = settings;
        this.store = store;
        this.accounts = accounts;
        this.handler = handler;
        this.lockFile = lockFile;
    }

    /**
     * Opens the cloud in its directory, or makes it there.
     *
     * @param random where app passwords come from; a secure one but in tests
     * @throws IOException when the directory cannot be written or another process has it
     */
    public static EmbeddedCloud open(
            CloudSettings settings,
            CloudUsers users,
            InstantSource clock,
            RandomGenerator random,
            BruteForce.Pause pause)
            throws IOException {
        Path directory = settings.directory();
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        FileChannel lockFile =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        lock(lockFile, directory);
        CloudStore store = CloudStore.open(directory.resolve("journal"));
        Contents contents = new Contents(directory.resolve("contents"));
        store.write(batch -> {
            if (batch.state().find(Instance.class, "instance").isEmpty()) {
                batch.put(new Instance("oc" + Long.toString(random.nextLong(36L << 46), 36)));
            }
            return true;
        });
        contents.sweep(
                store.read(state ->
                        state.all(Node.class).stream()
                                .filter(node -> !node.folder())
                                .map(Node::content)
                                .collect(Collectors.toSet())));
        SeenGroups groups = new SeenGroups(store, users);
        BruteForce bruteForce = new BruteForce(settings.signIn(), clock, pause);
        Accounts accounts =
                new Accounts(store, users, groups, bruteForce, settings.services(), random);
        accounts.equip(directory);
        CloudParts parts =
                new CloudParts(
                        store,
                        contents,
                        new FileTree(
                                contents,
                                clock,
                                settings.homeQuota(),
                                settings.services().stream()
                                        .map(CloudSettings.ServiceAccount::uid)
                                        .collect(Collectors.toSet())),
                        accounts,
                        groups,
                        settings,
                        bruteForce,
                        clock,
                        ConcurrentHashMap.newKeySet());
        return new EmbeddedCloud(settings, store, accounts, new CloudHandler(parts), lockFile);
    }

    public CloudResponse answer(CloudRequest request) throws IOException {
        return handler.answer(request);
    }

    public List<ServiceAccount> services() {
        return settings.services();
    }

    /** Where the service account's app password stands, readable by the process's user alone. */
    public Path passwordFile(ServiceAccount service) {
        return accounts.passwordFile(settings.directory(), service);
    }

    @Override
    public void close() throws IOException {
        try (lockFile) {
            store.close();
        }
    }

    private static void lock(FileChannel lockFile, Path directory) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lockFile.close();
            throw new IOException("another process uses the file cloud in " + directory);
        }
    }
}
