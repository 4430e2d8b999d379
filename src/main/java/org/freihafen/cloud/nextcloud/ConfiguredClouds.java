package org.freihafen.cloud.nextcloud;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudReconciliation;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.Clouds;
import org.freihafen.cloud.Filing;
import org.freihafen.cloud.HandWork;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.drift.Drifts;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.policy.Inspection;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clouds as configured, in the server. Configuration is read when they are first asked for: the
 * sandbox's cloud makes its password while it starts.
 */
@ApplicationScoped
public class ConfiguredClouds implements CloudReconciliations, Filing {
    @Inject private Config config;
    @Inject private CloudIds ids;
    @Inject private Units units;
    @Inject private Workspaces workspaces;
    @Inject private Grants grants;
    @Inject private Ceilings ceilings;
    @Inject private LinkPasswords passwords;
    @Inject private Drifts drifts;
    @Inject private ShownAnew shownAnew;
    @Inject private Entrants entrants;
    @Inject private HandWork.Everywhere handWork;
    @Inject private Clock clock;
    @Inject private SecureRandom random;
    @Resource private ContextService contexts;
    private @Nullable NextcloudReconciliations clouds;

    @Override
    public List<CloudReconciliation> all() {
        return clouds().all();
    }

    @Override
    public Optional<Inspection> inspection(String cloud) {
        return clouds().inspection(cloud);
    }

    @Override
    public Outcome file(String cloud, Epoch ours, Paper paper) {
        return clouds().file(cloud, ours, paper);
    }

    @Override
    public Set<PersonId> hiding(FolderId folder, GroupId group) {
        return clouds().hiding(folder, group);
    }

    @Override
    public Optional<TeamFolderAdoption> adoption(String cloud) {
        return clouds().adoption(cloud);
    }

    @Override
    public TeamFolderMatches.Report matches(
            String cloud, List<TeamFolderAdoption.Foreign> folders) {
        return clouds().matches(cloud, folders);
    }

    private synchronized NextcloudReconciliations clouds() {
        NextcloudReconciliations made = clouds;
        if (made == null) {
            made =
                    new NextcloudReconciliations(
                            Clouds.read(key -> config.getOptionalValue(key, String.class)),
                            ids,
                            this::inputs,
                            handWork,
                            passwords,
                            shownAnew,
                            task -> Thread.startVirtualThread(contexts.contextualRunnable(task)),
                            clock,
                            random);
            clouds = made;
        }
        return made;
    }

    private CloudInputs inputs() {
        return CloudInputs.read(
                units,
                workspaces,
                grants,
                ceilings,
                passwords,
                drifts,
                shownAnew,
                entrants,
                LocalDate.now(clock));
    }

    @PreDestroy
    synchronized void close() {
        try {
            if (clouds != null) {
                clouds.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
