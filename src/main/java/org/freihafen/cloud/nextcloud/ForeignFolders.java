package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Team folders of a cloud that are in no record of ours, and how one becomes a workspace. */
final class ForeignFolders implements TeamFolderAdoption {
    private final Accounts accounts;
    private final TeamFolders teamFolders;
    private final CloudIds ids;
    private final String cloud;
    private final Supplier<Map<GroupId, String>> labels;

    ForeignFolders(
            Accounts accounts,
            TeamFolders teamFolders,
            CloudIds ids,
            String cloud,
            Supplier<Map<GroupId, String>> labels) {
        this.accounts = accounts;
        this.teamFolders = teamFolders;
        this.ids = ids;
        this.cloud = cloud;
        this.labels = labels;
    }

    @Override
    public List<Foreign> foreign() throws TargetUnavailable {
        mustSeeAll();
        Ledger ledger = Ledger.whole(ids, cloud);
        Recognition recognition = recognition(ledger);
        Set<String> known = new HashSet<>();
        ledger.all().stream()
                .filter(row -> row.key() instanceof OfWorkspace)
                .forEach(row -> row.id().ifPresent(known::add));
        List<Foreign> foreign = new ArrayList<>();
        try {
            for (TeamFolder folder : teamFolders.all().values()) {
                if (!known.contains(folder.id())
                        && !folder.name().startsWith(Observation.TEMPORARY)) {
                    foreign.add(
                            new Foreign(
                                    folder.id(),
                                    recognition.seen(folder, accounts.first().group())));
                }
            }
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
        }
        foreign.sort(Comparator.comparing(Foreign::name).thenComparing(Foreign::id));
        return foreign;
    }

    /** Who does not administer Team folders is shown some, and not told so. */
    private void mustSeeAll() throws TargetUnavailable {
        Account first = accounts.first();
        if (!teamFolders.delegatedTo(Set.of(first.group()))) {
            throw new TargetUnavailable(
                    Saying.of("cloud.hides", cloud, first.login(), first.group()));
        }
    }

    @Override
    public Outcome link(Unit unit, String folder, Consumer<Runnable> together) {
        OfWorkspace key = new OfWorkspace(unit.id());
        Ledger ledger = Ledger.whole(ids, cloud);
        Optional<Known> before = ledger.get(key);
        if (before.flatMap(Known::id).equals(Optional.of(folder))) {
            together.accept(() -> {});
            return new Outcome.Applied();
        }
        if (before.isPresent()) {
            return new Outcome.Refused(Saying.of("adoption.has-folder", unit.name()));
        }
        boolean taken =
                ledger.all().stream()
                        .anyMatch(row ->
                                row.key() instanceof OfWorkspace
                                        && row.id().equals(Optional.of(folder)));
        if (taken) {
            return new Outcome.Refused(Saying.of("adoption.folder-taken", folder));
        }
        Recognition recognition = recognition(ledger);
        try {
            WorkspaceObject seen =
                    recognition.seen(
                            teamFolders.one(folder), accounts.keepers().apply(unit.id()).group());
            recognition.learned().forEach(ledger::putGid);
            Known row =
                    Known.of(
                            key,
                            unit.id(),
                            folder,
                            new WorkspaceObject(
                                    seen.name(), seen.groups(), false, seen.strangers()));
            together.accept(() -> ids.putWithin(cloud, row));
            return new Outcome.Applied();
        } catch (CloudSaidNo _) {
            return new Outcome.Refused(Saying.of("adoption.folder-gone", folder));
        } catch (TargetUnavailable e) {
            return e.outcome();
        }
    }

    private Recognition recognition(Ledger ledger) {
        return new Recognition(accounts.first().sharees(), ledger, labels);
    }
}
