package org.freihafen.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.audit.AuditEntry;
import org.freihafen.example.Example;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.InMemoryWorkspaces;
import org.freihafen.structure.Builders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FollowingFoldersTest {
    private final Builders builders = new Builders();
    private final Workspaces workspaces = new InMemoryWorkspaces();
    private final FollowingFolders following =
            new FollowingFolders(builders.units, workspaces, builders.trail);
    private Folder minutes = new Folder(builders.ids.folder(), builders.ids.unit(), "Protokolle");

    @BeforeEach
    void make() {
        builders.build(Example.text("structure.csv"));
        UnitId unit = builders.unit("sg-01").id();
        minutes = new Folder(minutes.id(), unit, "Protokolle");
        workspaces.add(new Workspace(unit, "working", false));
        workspaces.add(minutes);
    }

    private List<String> trail() {
        return builders.trail.entries().stream()
                .map(AuditEntry::what)
                .filter(what -> what.startsWith("folder."))
                .toList();
    }

    @Test
    void what_people_did_in_the_cloud_is_saved_and_stands_in_the_trail() {
        following.follow(List.of(minutes.at("Beschlüsse")));
        following.follow(List.of(minutes.at("Beschlüsse").deleted(true)));
        following.follow(List.of(minutes.at("Beschlüsse")));

        assertThat(workspaces.folder(minutes.id())).contains(minutes.at("Beschlüsse"));
        assertThat(trail())
                .containsExactly(
                        "folder.moved-in-cloud",
                        "folder.deleted-in-cloud",
                        "folder.restored-in-cloud");
    }

    @Test
    void a_folder_that_was_closed_since_the_cloud_was_looked_at_stays_closed() {
        Optional<Closing> leads = Optional.of(Closing.LEADS);
        workspaces.save(minutes.closedTo(leads));

        following.follow(List.of(minutes.at("Beschlüsse")));

        assertThat(workspaces.folder(minutes.id()))
                .contains(minutes.at("Beschlüsse").closedTo(leads));
    }

    @Test
    void what_is_so_already_or_unknown_is_left() {
        following.follow(
                List.of(minutes, new Folder(builders.ids.folder(), minutes.unit(), "Fremd")));

        assertThat(workspaces.folders(minutes.unit())).containsExactly(minutes);
        assertThat(trail()).isEmpty();
    }
}
