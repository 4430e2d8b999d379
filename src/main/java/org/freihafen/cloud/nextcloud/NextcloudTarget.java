package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.policy.Inspection;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.LinkPasswords;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A Nextcloud, through one service account that administers its Team folders and is no
 * administrator otherwise. A full run observes all of ours in two requests; a run with a scope
 * rests on what the cloud last answered, and makes no request to observe (docs/decisions/0031).
 */
public final class NextcloudTarget implements Target<CloudKey, CloudObject>, Marked, AutoCloseable {
    private static final String MARK = "/.freihafen";

    private final Session session;
    private final CloudIds ids;
    private final Supplier<Map<GroupId, String>> labels;
    private final Keys keys;
    private final Executor executor;
    private final TeamFolders teamFolders;
    private final Shares shares;
    private final Dav dav;
    private final Lookout lookout;
    private final Inspector inspector;
    private final DeepLook deepLook;

    /** What the last full run saw and nobody has relied on yet. */
    private volatile Sighting last = Sighting.NOTHING;

    /** Team folders of ours that the last full run found in no record, by name. */
    private final Map<String, TeamFolder> unclaimed = new ConcurrentHashMap<>();

    /** Team folders which the kept session does not know yet. */
    private final Set<UnitId> unvisited = ConcurrentHashMap.newKeySet();

    /**
     * Makes no request.
     *
     * @param labels what people call each group, by which the cloud is asked for its own name of it
     * @param passwords of links, on their way to the cloud
     * @param executor works on several workspaces at once
     */
    public NextcloudTarget(
            Cloud cloud,
            CloudIds ids,
            Supplier<Map<GroupId, String>> labels,
            LinkPasswords passwords,
            Executor executor,
            InstantSource clock,
            RandomGenerator random) {
        this(
                new Session(cloud, clock, Pause.SLEEP, random),
                ids,
                labels,
                new Keys(passwords, random),
                executor,
                clock);
    }

    NextcloudTarget(
            Session session,
            CloudIds ids,
            Supplier<Map<GroupId, String>> labels,
            Keys keys,
            Executor executor,
            InstantSource clock) {
        this.session = session;
        this.ids = ids;
        this.labels = labels;
        this.keys = keys;
        this.executor = executor;
        Ocs ocs = new Ocs(session);
        this.teamFolders = new TeamFolders(ocs);
        this.shares = new Shares(ocs);
        this.dav = new Dav(session);
        this.lookout = new Lookout(dav);
        this.deepLook = new DeepLook(session, dav, shares, clock);
        this.inspector = new Inspector(session, ocs, teamFolders, shares, ids, labels, clock);
    }

    @Override
    public State<CloudKey, CloudObject> observe(Scope<CloudKey> scope) throws TargetUnavailable {
        last = Sighting.NOTHING;
        return switch (scope) {
            case Scope.Everything<CloudKey>() -> {
                session.fullRun();
                last = everything();
                unclaimed.clear();
                unclaimed.putAll(last.unclaimed());
                yield last.state();
            }
            case Scope.Only<CloudKey>(Set<CloudKey> keys) -> {
                session.check();
                Map<CloudKey, CloudObject> seen = new HashMap<>();
                for (Known known : ids.of(session.cloud().name(), keys)) {
                    known.seen().ifPresent(object -> seen.put(known.key(), object));
                }
                yield State.of(seen);
            }
        };
    }

    /** In as few requests as tell all of it; what is looked for in turns may wait for a turn. */
    private Sighting everything() throws TargetUnavailable {
        try {
            int looks = lookout.begin(inspector.overdue() ? 0 : 1);
            Sighting seen = observation(Ledger.whole(ids, session.cloud().name())).everything();
            inspector.inspect(seen.state().size(), lookout.left() == looks || looks == 0);
            return seen;
        } catch (TargetUnavailable e) {
            inspector.silent(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** What the last full run saw of the cloud's settings. */
    public Optional<Inspection> inspection() {
        return inspector.last();
    }

    /** Its name. */
    public String cloud() {
        return session.cloud().name();
    }

    @Override
    public void believe() {
        last.note(ids, session.cloud().name());
        last = Sighting.NOTHING;
    }

    @Override
    public void apply(
            List<Change<CloudKey, CloudObject>> changes, Outcomes<CloudKey, CloudObject> outcomes) {
        Ledger ledger = Ledger.around(ids, session.cloud().name(), changes);
        Groups groups = new Groups(session, shares, ledger, labels);
        FolderSteps folders = new FolderSteps(session, dav, ledger, unvisited);
        new Applying(
                        new WorkspaceSteps(
                                session,
                                teamFolders,
                                recognition(ledger),
                                ledger,
                                groups,
                                unclaimed,
                                unvisited),
                        folders,
                        new ShareSteps(session, shares, folders, groups, keys, ledger),
                        new RuleSteps(
                                session,
                                new PathRules(session, dav),
                                teamFolders,
                                folders,
                                groups,
                                ledger),
                        ledger,
                        executor)
                .apply(changes, outcomes);
    }

    private Observation observation(Ledger ledger) {
        return new Observation(
                session, teamFolders, shares, lookout, deepLook, recognition(ledger), ledger);
    }

    private Recognition recognition(Ledger ledger) {
        return new Recognition(shares, ledger, labels, session.cloud().serviceGroup());
    }

    @Override
    public Optional<Epoch> epoch() throws TargetUnavailable {
        try {
            Optional<String> mark = dav.read(MARK);
            return mark.isPresent() ? Optional.of(parsed(mark.get())) : Optional.empty();
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
        }
    }

    private Epoch parsed(String mark) throws TargetUnavailable {
        try {
            String[] words = mark.strip().split("\\s+", -1);
            return new Epoch(UUID.fromString(words[0]), Long.parseLong(words[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new TargetUnavailable(
                    Saying.of("cloud.mark", MARK, session.cloud().login(), session.cloud().name()),
                    e);
        }
    }

    @Override
    public void leave(Epoch epoch) throws TargetUnavailable {
        try {
            dav.write(MARK, epoch.instance() + " " + epoch.number() + "\n");
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
        }
    }

    /** How many requests were sent since the start. */
    public long requests() {
        return session.requests();
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
