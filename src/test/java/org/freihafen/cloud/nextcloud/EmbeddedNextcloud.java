package org.freihafen.cloud.nextcloud;

import com.github.sardine.DavResource;
import com.github.sardine.impl.methods.HttpCopy;
import com.github.sardine.impl.methods.HttpMove;
import com.github.sardine.impl.methods.HttpPropFind;
import com.github.sardine.model.Multistatus;
import com.github.sardine.model.Response;
import com.github.sardine.util.SardineUtil;

import org.apache.http.client.methods.HttpDelete;
import org.freihafen.byhand.ByHand;
import org.freihafen.byhand.HandOver;
import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudReconciliation;
import org.freihafen.cloud.Federation;
import org.freihafen.groups.Group;
import org.freihafen.ids.RunId;
import org.freihafen.policy.CloudPolicy;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.sandcloud.EmbeddedCloudServer;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.CloudSettings.ServiceAccount;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.structure.Unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The embedded cloud, a federation, and the adapter between them. */
final class EmbeddedNextcloud implements AutoCloseable {
    static final String LOGIN = "freihafen-svc";
    static final String SERVICE_GROUP = "freihafen";
    private static final CloudPolicy POLICY =
            new CloudPolicy(false, SERVICE_GROUP, "working", Set.of());

    final Federation federation = new Federation();
    private Supplier<CloudInputs> inputs = federation;
    private HandOver onward = federation;
    final ScriptedUsers users = new ScriptedUsers();
    final CrashingCloudIds ids = new CrashingCloudIds();
    final EmbeddedCloudServer server;
    private List<String> branches;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    Instant now = Instant.parse("2026-10-01T12:00:00Z");
    private int runs;
    NextcloudTarget target;
    CloudReconciliation reconciliation;

    EmbeddedNextcloud(Path directory) throws IOException {
        this(directory, List.of());
    }

    /** With a further service account for each branch, called by its key. */
    EmbeddedNextcloud(Path directory, List<String> branches) throws IOException {
        this.branches = branches;
        InstantSource clock = () -> now;
        List<ServiceAccount> services = new ArrayList<>();
        services.add(new ServiceAccount(LOGIN, "Freihafen", SERVICE_GROUP));
        branches.forEach(key ->
                services.add(
                        new ServiceAccount("svc-" + key, "Freihafen " + key, "freihafen-" + key)));
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory).with(services), users, clock);
        connect(cloud());
    }

    /** From now on it holds what follows from something else than the federation. */
    void follow(Supplier<CloudInputs> others, HandOver theirs) {
        inputs = others;
        onward = theirs;
        connect();
    }

    /** As after a restart of Freihafen: a new session, the same database. */
    void connect() {
        connect(cloud());
    }

    void connect(String password, Duration patience) {
        connect(cloud(server.address(), password, patience));
    }

    void connect(URI address) {
        connect(cloud(address, server.servicePassword(), Duration.ofSeconds(5)));
    }

    private void connect(Cloud cloud) {
        target = target(cloud);
        reconciliation =
                new CloudReconciliation(
                        "working", target, ids, inputs, new ByHand(onward).in("working", ids));
    }

    private NextcloudTarget target(Cloud cloud) {
        Gate gate = Gate.of(cloud, () -> now);
        return new NextcloudTarget(
                new Accounts(
                        cloud,
                        each -> new Session(each, gate, () -> now, _ -> {}, new Random(11)),
                        () -> inputs.get().structure()),
                ids,
                () -> inputs.get().labels(),
                new Keys(federation.passwords(), new Random(12)),
                federation.shownAnew(),
                executor,
                () -> now);
    }

    /** The directory as it is after its own run: the groups there are, with their labels. */
    void directoryFollows() {
        for (Group group : inputs.get().groups()) {
            users.group(group.name(), group.label());
        }
    }

    Map<Change<CloudKey, CloudObject>, Outcome> fullRun() throws TargetUnavailable {
        return run(Scope.everything());
    }

    Map<Change<CloudKey, CloudObject>, Outcome> touched(Unit unit) throws TargetUnavailable {
        return run(reconciliation.touchedBy(Touched.unit(unit.id())));
    }

    /** As a grant, its change and its end wake the loop. */
    Map<Change<CloudKey, CloudObject>, Outcome> granted(Unit unit) throws TargetUnavailable {
        return run(reconciliation.touchedBy(Touched.workspace(unit.id())));
    }

    /** A full run that does all of its work and is killed before it says so. */
    void killedAtItsEnd() throws TargetUnavailable {
        Plan<CloudKey, CloudObject> plan = plan(Scope.everything());
        reconciliation.believe(new RunId(new UUID(7, ++runs)));
        target.apply(plan.changes(), (_, _) -> {});
        connect();
    }

    private Map<Change<CloudKey, CloudObject>, Outcome> run(Scope<CloudKey> scope)
            throws TargetUnavailable {
        Map<Change<CloudKey, CloudObject>, Outcome> outcomes = new LinkedHashMap<>();
        Plan<CloudKey, CloudObject> plan = plan(scope);
        reconciliation.believe(new RunId(new UUID(7, ++runs)));
        reconciliation
                .target()
                .apply(
                        plan.changes(),
                        (change, outcome) -> {
                            reconciliation.settled(change, outcome);
                            outcomes.put(change, outcome);
                        });
        return outcomes;
    }

    Plan<CloudKey, CloudObject> plan(Scope<CloudKey> scope) throws TargetUnavailable {
        State<CloudKey, CloudObject> observed = target.observe(scope);
        return Plan.between(
                observed, reconciliation.desired(scope, observed), reconciliation::lasting);
    }

    Cloud cloud() {
        return cloud(server.address(), server.servicePassword(), Duration.ofSeconds(20));
    }

    private Cloud cloud(URI address, String password, Duration patience) {
        List<Cloud.Branch> kept =
                branches.stream()
                        .map(key ->
                                new Cloud.Branch(
                                        Set.of(key),
                                        "svc-" + key,
                                        server.servicePassword("svc-" + key),
                                        "freihafen-" + key))
                        .toList();
        return new Cloud("working", address, LOGIN, password, 4, patience, POLICY, kept);
    }

    /** From now on these branches have an account of their own, of those that there are. */
    void assign(List<String> some) {
        branches = some;
        connect();
    }

    /** Freihafen dies at this write to its database, counted from 1; 0 for not at all. */
    void crashAtWrite(int nth) {
        ids.crashAtWrite(nth);
    }

    /** All workspaces and shares gone, on both sides. */
    void wipe() throws Exception {
        try (Account account = service()) {
            for (String id : new TeamFolders(account.ocs()).all().keySet()) {
                destroy(id);
            }
        }
        ids.wipe();
        forgetRequests();
        connect();
    }

    String id(CloudKey key) {
        return ids.of("working", List.of(key)).getFirst().id().orElseThrow();
    }

    /** All folders that somebody sees, at any depth, over a session of their own. */
    List<String> sees(String login, String password) throws Exception {
        try (Account account = new Account(login, password)) {
            return account.propfind("");
        }
    }

    /** The service account in a session of its own, as an administrator would use it by hand. */
    Account service() {
        return new Account(LOGIN, server.servicePassword());
    }

    Account account(String login, String password) {
        return new Account(login, password);
    }

    void delete(String path) throws Exception {
        try (Account account = service()) {
            account.delete(path);
        }
    }

    /** What lies in the trash goes back to where it was. */
    void restore() throws Exception {
        try (Account account = service()) {
            String bin = account.session.cloud().url() + "/remote.php/dav/trashbin/" + LOGIN;
            Answer listed =
                    account.session.call(() -> {
                        HttpPropFind request = new HttpPropFind(bin + "/trash");
                        request.setDepth("1");
                        return request;
                    });
            Multistatus status =
                    SardineUtil.unmarshal(
                            new ByteArrayInputStream(
                                    listed.text().getBytes(StandardCharsets.UTF_8)));
            for (Response response : status.getResponse()) {
                String item = new DavResource(response).getHref().getRawPath();
                if (item.contains("/trash/") && !item.endsWith("/trash/")) {
                    String name = item.substring(item.indexOf("/trash/") + 7).replace("/", "");
                    account.session.call(() ->
                            new HttpMove(bin + "/trash/" + name, bin + "/restore/" + name, false));
                }
            }
        }
    }

    void destroy(String teamFolder) throws Exception {
        try (Account account = service()) {
            account.ocs()
                    .delete(
                            "/index.php/apps/groupfolders/folders/" + teamFolder,
                            Saying.of("destroy"));
        }
    }

    /** A session of somebody at a cloud. */
    static Session session(URI address, String login, String password) {
        Cloud cloud =
                new Cloud("working", address, login, password, 2, Duration.ofSeconds(20), POLICY);
        return new Session(cloud, InstantSource.system(), _ -> {}, new Random(1));
    }

    /** Somebody at the cloud. */
    final class Account implements AutoCloseable {
        private final Session session;

        Account(String login, String password) {
            Cloud cloud =
                    new Cloud(
                            "working",
                            server.address(),
                            login,
                            password,
                            2,
                            Duration.ofSeconds(20),
                            POLICY);
            session = new Session(cloud, () -> now, _ -> {}, new Random(1));
        }

        Ocs ocs() {
            return new Ocs(session);
        }

        Dav dav() {
            return new Dav(session);
        }

        PathRules rules() {
            return new PathRules(session, dav());
        }

        void delete(String path) throws Exception {
            session.call(() -> new HttpDelete(url() + "/" + encoded(path)));
        }

        void copy(String from, String to) throws Exception {
            session.call(() -> new HttpCopy(url() + encoded(from), url() + encoded(to), false));
        }

        private String url() {
            return session.cloud().url() + "/remote.php/dav/files/" + session.cloud().login();
        }

        private String encoded(String path) {
            return Arrays.stream(path.split("/", -1))
                    .map(Ocs::segment)
                    .collect(Collectors.joining("/"));
        }

        /** The folder and all folders in it, as paths. */
        List<String> propfind(String path) throws Exception {
            Answer answer =
                    session.call(() -> {
                        HttpPropFind request = new HttpPropFind(url() + "/" + encoded(path));
                        request.setDepth("infinity");
                        return request;
                    });
            Multistatus status =
                    SardineUtil.unmarshal(
                            new ByteArrayInputStream(
                                    answer.text().getBytes(StandardCharsets.UTF_8)));
            String home = "/cloud/remote.php/dav/files/" + session.cloud().login() + "/";
            List<String> paths = new ArrayList<>();
            for (Response response : status.getResponse()) {
                String found = new DavResource(response).getHref().getPath();
                if (found.length() > home.length() && found.endsWith("/")) {
                    paths.add(found.substring(home.length(), found.length() - 1));
                }
            }
            return paths;
        }

        @Override
        public void close() throws IOException {
            session.close();
        }
    }

    List<String> requests() {
        return seen().stream().map(seen -> seen.method() + " " + seen.path()).toList();
    }

    /** The server notes a request after it has answered: gives it a moment. */
    List<EmbeddedCloudServer.Seen> seen() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server.seen();
    }

    void forgetRequests() {
        seen();
        server.forgetSeen();
    }

    @Override
    public void close() throws IOException {
        target.close();
        executor.close();
        server.close();
    }
}
