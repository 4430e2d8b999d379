package org.freihafen.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

class CloudDesignTest {
    private final Federation federation = new Federation();
    private final Unit umwelt = federation.group("ag-umwelt", "AG Umwelt");
    private final Unit digital = federation.group("ag-digital", "AG Digitales");

    private WorkspaceObject workspace(Unit unit) {
        return (WorkspaceObject) federation.desired().get(new OfWorkspace(unit.id())).orElseThrow();
    }

    private String path(Folder folder) {
        return ((FolderObject) federation.desired().get(new OfFolder(folder.id())).orElseThrow())
                .path();
    }

    @Test
    void a_working_groups_people_may_do_everything_but_share() {
        assertThat(workspace(umwelt).name()).isEqualTo("AG Umwelt");
        assertThat(workspace(umwelt).groups())
                .containsExactly(entry(Federation.people(umwelt), 15));
        assertThat(workspace(umwelt).served()).isTrue();
    }

    @Test
    void where_people_belong_by_register_they_read_and_leads_and_board_edit() {
        Unit state = federation.unit("sn", "state", "Sachsen");
        Unit board = federation.unit("sn-vorstand", "board", "Landesvorstand Sachsen", state);

        assertThat(workspace(state).groups())
                .containsOnly(
                        entry(Federation.people(state), 1),
                        entry(Federation.leads(state), 15),
                        entry(Federation.people(board), 15));
    }

    @Test
    void a_workspace_on_another_cloud_is_not_here() {
        Unit board = federation.unit("vorstand", "board", "Bundesvorstand");

        assertThat(federation.desired().get(new OfWorkspace(board.id()))).isEmpty();
        assertThat(new CloudDesign("board", federation.get()).desired().keys())
                .containsExactly(new OfWorkspace(board.id()));
    }

    @Test
    void a_whole_workspace_granted_is_a_group_on_it_with_the_widest_of_its_rights() {
        FolderRef whole = FolderRef.whole(umwelt.id());
        federation.grant(whole, Federation.people(digital), Federation.READ);
        federation.grant(
                whole, Federation.people(digital), Set.of(Permission.READ, Permission.CREATE));
        federation.grant(whole, Federation.people(umwelt), Federation.READ);

        assertThat(workspace(umwelt).groups())
                .containsOnly(
                        entry(Federation.people(umwelt), 15), entry(Federation.people(digital), 5));
    }

    @Test
    void a_granted_folder_is_a_share_with_its_end() {
        Folder minutes = federation.folder(umwelt, "Protokolle");
        Optional<LocalDate> end = Optional.of(LocalDate.of(2027, 7, 1));
        federation.grant(FolderRef.of(minutes), Federation.leads(digital), Federation.ALL, end);

        assertThat(federation.desired().get(new OfShare(minutes.id(), Federation.leads(digital))))
                .contains(new ShareObject(15, end));
    }

    @Test
    void an_expired_grant_is_gone_on_its_last_day_plus_one() {
        Folder minutes = federation.folder(umwelt, "Protokolle");
        LocalDate end = LocalDate.of(2026, 12, 1);
        federation.grant(
                FolderRef.of(minutes),
                Federation.people(digital),
                Federation.READ,
                Optional.of(end));
        OfShare share = new OfShare(minutes.id(), Federation.people(digital));

        federation.today(end.minusDays(1));
        assertThat(federation.desired().get(share)).isPresent();
        federation.today(end);
        assertThat(federation.desired().get(share)).isEmpty();
    }

    @Test
    void an_ended_units_workspace_is_archived_with_its_folders_and_without_its_groups() {
        Folder minutes = federation.folder(umwelt, "Protokolle");
        federation.grant(minutes, digital, Federation.READ);
        federation.grant(FolderRef.whole(umwelt.id()), Federation.people(digital), Federation.READ);
        federation.end(umwelt);
        Unit again = federation.group("ag-umwelt-2", "AG Umwelt");

        assertThat(workspace(umwelt).groups()).isEmpty();
        assertThat(workspace(umwelt).name()).isEqualTo("AG Umwelt (AG-UMWELT)");
        assertThat(workspace(again).name()).isEqualTo("AG Umwelt");
        assertThat(federation.desired().get(new OfFolder(minutes.id()))).isPresent();
        assertThat(federation.desired().keys()).noneMatch(OfShare.class::isInstance);
    }

    @Test
    void what_was_granted_to_a_unit_ends_with_it() {
        Folder minutes = federation.folder(umwelt, "Protokolle");
        federation.grant(minutes, digital, Federation.READ);
        federation.grant(FolderRef.whole(umwelt.id()), Federation.people(digital), Federation.READ);
        federation.end(digital);

        assertThat(federation.desired().keys()).noneMatch(OfShare.class::isInstance);
        assertThat(workspace(umwelt).groups()).containsOnlyKeys(Federation.people(umwelt));
    }

    @Test
    void a_folder_carries_its_groups_name_so_that_grantees_know_whose_it_is() {
        assertThat(path(federation.folder(umwelt, "Protokolle")))
                .isEqualTo("AG Umwelt – Protokolle");
        assertThat(path(federation.folder(umwelt, "Protokolle/2026")))
                .isEqualTo("AG Umwelt – Protokolle/AG Umwelt – 2026");
    }

    @Test
    void no_name_is_longer_than_a_disk_can_write() {
        Unit wordy = federation.group("ag-lang", "Ä".repeat(200));
        Folder folder = federation.folder(wordy, "ß".repeat(100));

        assertThat(path(folder).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(250);
        assertThat(path(folder)).endsWith(" – " + "ß".repeat(100));
        assertThat(workspace(wordy).name().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void a_name_that_would_make_a_path_is_made_harmless_and_stays_unique() {
        Unit slash = federation.group("ag-bau", "AG Bau/Verkehr");
        Unit dash = federation.group("ag-bau-2", "AG Bau-Verkehr");
        Unit dots = federation.group("ag-punkt", "../..");

        assertThat(workspace(slash).name()).isEqualTo("AG Bau-Verkehr");
        assertThat(workspace(dash).name()).isEqualTo("AG Bau-Verkehr (AG-BAU-2)");
        assertThat(workspace(dots).name()).isEqualTo("-");
    }

    @Test
    void keys_come_in_the_order_of_creation_and_are_read_back_from_their_text() {
        Folder minutes = federation.folder(umwelt, "Protokolle");
        federation.grant(FolderRef.of(minutes), Federation.leads(digital), Federation.READ);

        var keys = federation.desired().keys();
        assertThat(keys).isSorted();
        assertThat(keys.getFirst()).isInstanceOf(OfWorkspace.class);
        assertThat(keys.getLast()).isInstanceOf(OfShare.class);
        assertThat(keys).allSatisfy(key -> assertThat(CloudKey.of(key.toString())).isEqualTo(key));
        federation
                .desired()
                .forEach((_, object) ->
                        assertThat(CloudText.read(CloudText.write(object))).isEqualTo(object));
    }
}
