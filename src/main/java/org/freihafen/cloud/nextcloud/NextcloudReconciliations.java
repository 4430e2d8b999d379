package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudReconciliation;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.Clouds;
import org.freihafen.cloud.Filing;
import org.freihafen.cloud.HandWork;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.policy.Inspection;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Every configured cloud is a Nextcloud. */
public final class NextcloudReconciliations implements CloudReconciliations, Filing, AutoCloseable {
    private final List<NextcloudTarget> targets = new ArrayList<>();
    private final List<CloudReconciliation> all = new ArrayList<>();
    private final CloudIds ids;
    private final Supplier<CloudInputs> inputs;

    /**
     * Makes no request.
     *
     * @param inputs all that follows into clouds, as it is whenever it is asked for
     * @param handWork finds what people did in clouds
     * @param passwords of links, on their way to a cloud
     * @param shownAnew shares that are to be made again
     * @param executor works on several workspaces at once
     */
    public NextcloudReconciliations(
            Clouds clouds,
            CloudIds ids,
            Supplier<CloudInputs> inputs,
            HandWork.Everywhere handWork,
            LinkPasswords passwords,
            ShownAnew shownAnew,
            Executor executor,
            InstantSource clock,
            RandomGenerator random) {
        this.ids = ids;
        this.inputs = inputs;
        for (Cloud cloud : clouds.all()) {
            NextcloudTarget target =
                    new NextcloudTarget(
                            cloud,
                            ids,
                            () -> inputs.get().labels(),
                            () -> inputs.get().structure(),
                            passwords,
                            shownAnew,
                            executor,
                            clock,
                            random);
            targets.add(target);
            all.add(
                    new CloudReconciliation(
                            cloud.name(), target, ids, inputs, handWork.in(cloud.name(), ids)));
        }
    }

    @Override
    public List<CloudReconciliation> all() {
        return List.copyOf(all);
    }

    @Override
    public Optional<Inspection> inspection(String cloud) {
        return named(cloud).flatMap(NextcloudTarget::inspection);
    }

    @Override
    public Outcome file(String cloud, Epoch ours, Paper paper) {
        return named(cloud)
                .map(target -> target.file(ours, paper))
                .orElseGet(() -> new Outcome.Refused(Saying.of("cloud.not-configured", cloud)));
    }

    private Optional<NextcloudTarget> named(String cloud) {
        return targets.stream().filter(target -> target.cloud().equals(cloud)).findFirst();
    }

    @Override
    public Set<PersonId> hiding(FolderId folder, GroupId group) {
        Set<PersonId> hiding = new HashSet<>();
        targets.forEach(target -> hiding.addAll(target.hiding(folder, group)));
        return hiding;
    }

    @Override
    public Optional<TeamFolderAdoption> adoption(String cloud) {
        return named(cloud).map(NextcloudTarget::foreignFolders);
    }

    @Override
    public TeamFolderMatches.Report matches(
            String cloud, List<TeamFolderAdoption.Foreign> folders) {
        return TeamFolderMatches.of(cloud, inputs.get(), ids.all(cloud), folders);
    }

    @Override
    public void close() throws IOException {
        for (NextcloudTarget target : targets) {
            target.close();
        }
    }
}
