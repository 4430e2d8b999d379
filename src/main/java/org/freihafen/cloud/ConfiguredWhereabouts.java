package org.freihafen.cloud;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.freihafen.ids.PersonId;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Whereabouts;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/**
 * In the clouds as configured: {@code clouds.<name>.pages} is where people see their files, if not
 * at {@code clouds.<name>.url}; {@code none} says that a cloud has no pages.
 */
@RequestScoped
public class ConfiguredWhereabouts implements Whereabouts {
    @Inject private Config config;
    @Inject private Units units;
    @Inject private Workspaces workspaces;

    private @Nullable FolderSpots spots;

    @Override
    public Spot own(FolderRef folder) {
        return spots().own(folder);
    }

    @Override
    public Spot granted(FolderRef folder) {
        return spots().granted(folder);
    }

    private FolderSpots spots() {
        FolderSpots known = spots;
        if (known == null) {
            known =
                    new FolderSpots(
                            units.structure(),
                            workspaces.all(),
                            folder -> folder.folder().flatMap(workspaces::folder),
                            this::pages);
            spots = known;
        }
        return known;
    }

    @Override
    public Optional<URI> byWebDav(FolderRef folder, PersonId person) {
        return workspaces
                .of(folder.workspace())
                .map(Workspace::cloud)
                .filter(cloud -> pages(cloud).isEmpty())
                .flatMap(cloud -> config.getOptionalValue("clouds." + cloud + ".url", String.class))
                .map(url -> url.strip().replaceAll("/+$", "") + "/remote.php/dav/files/")
                .map(files -> URI.create(files + person + "/"));
    }

    private Optional<URI> pages(String cloud) {
        return config.getOptionalValue("clouds." + cloud + ".pages", String.class)
                .or(() -> config.getOptionalValue("clouds." + cloud + ".url", String.class))
                .map(address -> address.strip().replaceAll("/+$", ""))
                .filter(address -> !address.equals("none"))
                .map(URI::create);
    }
}
