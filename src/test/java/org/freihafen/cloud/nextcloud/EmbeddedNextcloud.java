package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudReconciliation;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.groups.Group;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.sandbox.cloud.CloudSettings;
import org.freihafen.sandbox.cloud.EmbeddedCloudServer;
import org.freihafen.sandbox.cloud.ScriptedUsers;
import org.freihafen.structure.Unit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The embedded cloud, a federation, and the adapter between them. */
final class EmbeddedNextcloud implements AutoCloseable {
    static final String LOGIN = "freihafen-svc";
    static final String SERVICE_GROUP = "freihafen";

    final Federation federation = new Federation();
    final ScriptedUsers users = new ScriptedUsers();
    final CloudIds ids = new InMemoryCloudIds();
    final EmbeddedCloudServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    Instant now = Instant.parse("2026-10-01T12:00:00Z");
    NextcloudTarget target;
    CloudReconciliation reconciliation;

    EmbeddedNextcloud(Path directory) throws IOException {
        InstantSource clock = () -> now;
        server = EmbeddedCloudServer.start(CloudSettings.sandbox(directory), users, clock);
        target = target(server.servicePassword(), Duration.ofSeconds(20));
        reconciliation = new CloudReconciliation("working", target, ids, federation);
    }

    /** As after a restart of Freihafen: a new session, the same database. */
    void connect() {
        connect(server.servicePassword(), Duration.ofSeconds(20));
    }

    void connect(String password, Duration patience) {
        target = target(password, patience);
        reconciliation = new CloudReconciliation("working", target, ids, federation);
    }

    private NextcloudTarget target(String password, Duration patience) {
        Cloud cloud =
                new Cloud("working", server.address(), LOGIN, password, SERVICE_GROUP, 4, patience);
        return new NextcloudTarget(
                new Session(cloud, () -> now, _ -> {}, new Random(11)),
                ids,
                () -> federation.get().labels(),
                executor);
    }

    /** The directory as it is after its own run: the groups there are, with their labels. */
    void directoryFollows() {
        for (Group group : federation.get().groups()) {
            users.group(group.name(), group.label());
        }
    }

    Map<Change<CloudKey, CloudObject>, Outcome> fullRun() throws TargetUnavailable {
        return run(Scope.everything());
    }

    Map<Change<CloudKey, CloudObject>, Outcome> touched(Unit unit) throws TargetUnavailable {
        return run(reconciliation.touchedBy(Touched.unit(unit.id())));
    }

    private Map<Change<CloudKey, CloudObject>, Outcome> run(Scope<CloudKey> scope)
            throws TargetUnavailable {
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = new LinkedHashMap<>();
        target.apply(plan(scope).changes(), outcomes::put);
        return outcomes;
    }

    Plan<CloudKey, CloudObject> plan(Scope<CloudKey> scope) throws TargetUnavailable {
        State<CloudKey, CloudObject> observed = target.observe(scope);
        return Plan.between(observed, reconciliation.desired(scope), reconciliation::lasting);
    }

    List<String> requests() {
        return server.seen().stream().map(seen -> seen.method() + " " + seen.path()).toList();
    }

    @Override
    public void close() throws IOException {
        target.close();
        executor.close();
        server.close();
    }
}
