package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.Filing;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.policy.Inspection;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;
import org.freihafen.structure.Structure;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A Nextcloud, through service accounts that administer its Team folders and are no administrators
 * otherwise. A full run observes all of ours in one request and one for each account; a run with a
 * scope rests on what the cloud last answered, and makes no request to observe
 * (docs/decisions/0031).
 */
public final class NextcloudTarget implements Target<CloudKey, CloudObject>, Marked, AutoCloseable {
    private final Accounts accounts;
    private final Cloud cloud;
    private final CloudIds ids;
    private final Supplier<Map<GroupId, String>> labels;
    private final Executor executor;
    private final TeamFolders teamFolders;
    private final Inspector inspector;
    private final DeepLook deepLook;
    private final NewFiles newFiles;
    private final Hidings hidings;
    private final Crew crew;
    private final MarkFile mark;

    private final AtomicInteger turn = new AtomicInteger();

    /** What the last full run saw and nobody has relied on yet. */
    private volatile Sighting last = Sighting.NOTHING;

    /** Team folders of ours that the last full run found in no record, by name. */
    private final Map<String, TeamFolder> unclaimed = new ConcurrentHashMap<>();

    /**
     * Makes no request.
     *
     * @param labels what people call each group, by which the cloud is asked for its own name of it
     * @param structure says which service account keeps a unit's workspace
     * @param passwords of links, on their way to the cloud
     * @param shownAnew shares that are to be made again
     * @param executor works on several workspaces at once
     */
    public NextcloudTarget(
            Cloud cloud,
            CloudIds ids,
            Supplier<Map<GroupId, String>> labels,
            Supplier<Structure> structure,
            LinkPasswords passwords,
            ShownAnew shownAnew,
            Executor executor,
            InstantSource clock,
            RandomGenerator random) {
        this(
                new Accounts(cloud, sessions(Gate.of(cloud, clock), clock, random), structure),
                ids,
                labels,
                new Keys(passwords, random),
                shownAnew,
                executor,
                clock);
    }

    private static Function<Cloud, Session> sessions(
            Gate gate, InstantSource clock, RandomGenerator random) {
        return each -> new Session(each, gate, clock, Pause.SLEEP, random);
    }

    NextcloudTarget(
            Accounts accounts,
            CloudIds ids,
            Supplier<Map<GroupId, String>> labels,
            Keys keys,
            ShownAnew shownAnew,
            Executor executor,
            InstantSource clock) {
        this.accounts = accounts;
        this.cloud = accounts.first().session().cloud();
        this.ids = ids;
        this.labels = labels;
        this.executor = executor;
        this.teamFolders = new TeamFolders(new Ocs(accounts.first().session()));
        this.deepLook = new DeepLook(accounts, clock);
        this.newFiles = new NewFiles(accounts, ids);
        this.hidings = new Hidings(clock);
        this.crew =
                new Crew(
                        accounts,
                        labels,
                        keys,
                        shownAnew,
                        hidings,
                        unclaimed,
                        ConcurrentHashMap.newKeySet());
        this.mark = new MarkFile(accounts.first());
        this.inspector = new Inspector(accounts, teamFolders, ids, labels, clock);
    }

    @Override
    public State<CloudKey, CloudObject> observe(Scope<CloudKey> scope) throws TargetUnavailable {
        last = Sighting.NOTHING;
        return switch (scope) {
            case Scope.Everything<CloudKey>() -> {
                accounts.fullRun();
                last = everything();
                unclaimed.clear();
                unclaimed.putAll(last.unclaimed());
                yield last.state();
            }
            case Scope.Only<CloudKey>(Set<CloudKey> keys) -> {
                accounts.check();
                Map<CloudKey, CloudObject> seen = new HashMap<>();
                for (Known known : ids.of(cloud.name(), keys)) {
                    known.seen().ifPresent(object -> seen.put(known.key(), object));
                }
                yield State.of(seen);
            }
        };
    }

    /** In as few requests as tell all of it; what is looked for in turns may wait for a turn. */
    private Sighting everything() throws TargetUnavailable {
        try {
            Lookout lookout = looking();
            int looks = lookout.begin(inspector.overdue() ? 0 : 1);
            Sighting seen = observation(Ledger.whole(ids, cloud.name())).everything();
            hidings.look(accounts.all());
            inspector.inspect(seen.state().size(), lookout.left() == looks || looks == 0);
            return seen;
        } catch (TargetUnavailable e) {
            inspector.silent(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** In each full run another account's folders are looked for. */
    private Lookout looking() {
        List<Accounts.Account> all = accounts.all();
        all.forEach(account -> account.lookout().begin(0));
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size())).lookout();
    }

    /** What the last full run saw of the cloud's settings. */
    public Optional<Inspection> inspection() {
        return inspector.last();
    }

    /** Who hid a folder that is shared with their group. */
    Set<PersonId> hiding(FolderId folder, GroupId group) {
        return hidings.of(new CloudKey.OfShare(folder, group));
    }

    /** Its Team folders that are in no record of ours. */
    public TeamFolderAdoption foreignFolders() {
        return new ForeignFolders(accounts, teamFolders, ids, cloud.name(), labels);
    }

    /** Its name. */
    public String cloud() {
        return cloud.name();
    }

    @Override
    public void believe() {
        last.note(ids, cloud.name());
        last = Sighting.NOTHING;
    }

    @Override
    public void apply(
            List<Change<CloudKey, CloudObject>> changes, Outcomes<CloudKey, CloudObject> outcomes) {
        Ledger ledger = Ledger.around(ids, cloud.name(), changes);
        new Applying(crew.over(ledger), ledger, executor).apply(changes, outcomes);
    }

    private Observation observation(Ledger ledger) {
        return new Observation(
                accounts,
                teamFolders,
                deepLook,
                hidings,
                new Recognition(accounts.first().sharees(), ledger, labels),
                ledger);
    }

    @Override
    public Optional<Epoch> epoch() throws TargetUnavailable {
        return mark.epoch();
    }

    @Override
    public void leave(Epoch epoch) throws TargetUnavailable {
        mark.leave(epoch);
    }

    /** Puts a new file into a workspace that is known there, if the mark is ours to follow. */
    public Outcome file(Epoch ours, Filing.Paper paper) {
        try {
            return epoch().filter(mark -> !ours.mayFollow(mark)).isPresent()
                    ? new Outcome.Refused(Saying.of("cloud.other-mark", cloud.name()))
                    : newFiles.file(paper);
        } catch (TargetUnavailable e) {
            return e.outcome();
        }
    }

    /** How many requests were sent since the start. */
    public long requests() {
        return accounts.requests();
    }

    @Override
    public void close() throws IOException {
        accounts.close();
    }
}
