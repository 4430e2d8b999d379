package org.freihafen.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Whereabouts.Spot;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class FolderSpotsTest {
    private static final URI CLOUD = URI.create("https://cloud.example.org");

    private final Federation federation = new Federation();
    private final Unit environment = federation.group("ag-umwelt", "AG Umwelt & Klima");
    private final Folder minutes = federation.folder(environment, "Protokolle/2026");

    private FolderSpots spots(Function<String, Optional<URI>> pages) {
        CloudInputs inputs = federation.get();
        return new FolderSpots(
                inputs.structure(),
                inputs.workspaces(),
                ref ->
                        inputs.folders().stream()
                                .filter(folder -> ref.folder().equals(Optional.of(folder.id())))
                                .findFirst(),
                pages);
    }

    @Test
    void a_folder_lies_where_the_cloud_was_told_to_make_it() {
        Spot spot = spots(_ -> Optional.of(CLOUD)).own(FolderRef.of(minutes));

        List<CloudObject> made = new ArrayList<>();
        federation.desired().forEach((_, object) -> made.add(object));
        assertThat(made)
                .contains(
                        new FolderObject(
                                environment.id(), "AG Umwelt & Klima – Protokolle/" + spot.name()));
        assertThat(spot.address())
                .contains(
                        URI.create(
                                CLOUD
                                        + "/index.php/apps/files/?dir=%2FAG%20Umwelt%20%26%20Klima"
                                        + "%2FAG%20Umwelt%20%26%20Klima%20%E2%80%93%20Protokolle"
                                        + "%2FAG%20Umwelt%20%26%20Klima%20%E2%80%93%202026"));
    }

    @Test
    void whoever_it_was_granted_to_finds_it_at_the_top_of_their_files() {
        Spot spot = spots(_ -> Optional.of(CLOUD)).granted(FolderRef.of(minutes));

        assertThat(spot.name()).isEqualTo("AG Umwelt & Klima – 2026");
        assertThat(spot.address())
                .contains(
                        URI.create(
                                CLOUD
                                        + "/index.php/apps/files/?dir=%2FAG%20Umwelt%20%26%20Klima"
                                        + "%20%E2%80%93%202026"));
    }

    @Test
    void a_workspace_lies_at_the_top_for_everybody() {
        FolderRef whole = FolderRef.whole(environment.id());
        FolderSpots spots = spots(_ -> Optional.of(CLOUD));

        assertThat(spots.own(whole)).isEqualTo(spots.granted(whole));
        assertThat(spots.own(whole).name()).isEqualTo("AG Umwelt & Klima");
    }

    @Test
    void a_cloud_without_pages_has_names_only() {
        assertThat(spots(_ -> Optional.empty()).own(FolderRef.of(minutes)))
                .isEqualTo(new Spot("AG Umwelt & Klima – 2026", Optional.empty()));
    }
}
