package org.freihafen.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What every keeper of cloud ids promises. */
public abstract class CloudIdsContract {
    private static final String CLOUD = "working";
    private static final Ids IDS =
            new Ids(() -> Instant.parse("2026-10-01T12:00:00Z"), new Random(3));

    private final UnitId unit = IDS.unit();
    private final FolderId folder = IDS.folder();
    private final GroupId group = new GroupId(IDS.unit(), Part.LEADS);
    private final OfShare share = new OfShare(folder, group);

    protected abstract CloudIds ids();

    private Known workspaceRow() {
        return Known.of(
                new OfWorkspace(unit),
                unit,
                "731",
                new WorkspaceObject(
                        "AG Straße = 7",
                        new TreeMap<>(Map.of(group, 15)),
                        true,
                        new TreeMap<>(Map.of("cn=IT, ?", 31, "x=1", 1))));
    }

    private Known folderRow() {
        return Known.of(
                new OfFolder(folder), unit, "7385", new FolderObject(unit, "AG – Protokolle/Ä"));
    }

    private Known shareRow(int bits) {
        return Known.of(
                share, unit, "9299", new ShareObject(bits, Optional.of(LocalDate.of(2027, 7, 1))));
    }

    @Test
    void what_is_put_within_a_transaction_is_known_like_all_else() {
        ids().putWithin(CLOUD, workspaceRow());

        assertThat(ids().all(CLOUD)).containsExactly(workspaceRow());
    }

    @Test
    void the_rules_of_a_folder_are_found_as_they_were() {
        Known rules =
                Known.of(
                        new OfRules(folder),
                        unit,
                        "7385",
                        new RulesObject(new TreeMap<>(Map.of(group, 15))));
        ids().put(CLOUD, rules);

        assertThat(ids().of(CLOUD, List.of(new OfRules(folder)))).containsExactly(rules);
    }

    @Test
    void what_was_put_is_found_as_it_was() {
        ids().put(CLOUD, workspaceRow());
        ids().put(CLOUD, folderRow());
        ids().put(CLOUD, shareRow(1));

        assertThat(ids().all(CLOUD))
                .containsExactlyInAnyOrder(workspaceRow(), folderRow(), shareRow(1));
        assertThat(ids().of(CLOUD, List.of(share, new OfWorkspace(IDS.unit()))))
                .containsExactly(shareRow(1));
        assertThat(ids().under(CLOUD, Set.of(unit))).hasSize(3);
        assertThat(ids().under(CLOUD, Set.of(group.unit()))).isEmpty();
        assertThat(ids().of(CLOUD, List.of())).isEmpty();
        assertThat(ids().under(CLOUD, Set.of())).isEmpty();
    }

    @Test
    void a_deleted_folder_is_kept_as_such() {
        Known deleted =
                Known.of(
                        new OfFolder(folder),
                        unit,
                        "7385",
                        new DeletedFolderObject(unit, "AG – Protokolle/Ä"));
        ids().put(CLOUD, deleted);

        assertThat(ids().all(CLOUD)).containsExactly(deleted);
    }

    @Test
    void a_workspace_can_be_begun_without_an_id() {
        Known begun = Known.begun(new OfWorkspace(unit));
        ids().put(CLOUD, begun);

        assertThat(ids().all(CLOUD)).containsExactly(begun);
    }

    @Test
    void putting_again_replaces() {
        ids().put(CLOUD, shareRow(1));
        ids().put(CLOUD, shareRow(15));

        assertThat(ids().all(CLOUD)).containsExactly(shareRow(15));
    }

    @Test
    void what_was_forgotten_is_gone_and_may_be_forgotten_again() {
        ids().put(CLOUD, shareRow(1));
        ids().forget(CLOUD, share);
        ids().forget(CLOUD, share);

        assertThat(ids().all(CLOUD)).isEmpty();
    }

    @Test
    void clouds_do_not_mix() {
        ids().put(CLOUD, folderRow());
        ids().putGroup(CLOUD, group, "AG Umwelt");
        ids().putGroup("board", group, "AG Umwelt_2");

        assertThat(ids().all("board")).isEmpty();
        assertThat(ids().groups(CLOUD)).containsExactly(Map.entry(group, "AG Umwelt"));
        assertThat(ids().groups("board")).containsExactly(Map.entry(group, "AG Umwelt_2"));
    }

    @Test
    void every_sort_of_share_comes_back_as_it_was_put() {
        var ofWorkspace = new CloudKey.OfWorkspace(unit);
        List<Recipient> everybody =
                List.of(
                        new Recipient.Members(group),
                        new Recipient.Somebody(IDS.person()),
                        new Recipient.Link(IDS.grant()),
                        new Recipient.Mail(IDS.grant(), "a=b:c@example.org"),
                        new Recipient.Remote("anna@cloud.example.org:8443"));
        Map<CloudKey, Known> put = new HashMap<>();
        for (Recipient to : everybody) {
            for (CloudKey.Shared what : List.of(ofWorkspace, new CloudKey.OfFolder(folder))) {
                Known row =
                        Known.of(
                                new OfShare(what, to),
                                unit,
                                "17",
                                new ShareObject(
                                        1,
                                        Optional.of(LocalDate.of(2027, 1, 1)),
                                        CloudObject.Lock.PASSWORD));
                put.put(row.key(), row);
                ids().put(CLOUD, row);
            }
        }

        assertThat(ids().all(CLOUD)).containsExactlyInAnyOrderElementsOf(put.values());
        assertThat(ids().of(CLOUD, put.keySet())).hasSize(put.size());
    }

    @Test
    void where_a_link_leads_is_known_as_long_as_its_share() {
        GrantId grant = IDS.grant();
        OfShare link = new OfShare(new CloudKey.OfFolder(folder), new Recipient.Link(grant));
        ids().put(CLOUD, Known.of(link, unit, "18", new ShareObject(1, Optional.empty())));
        ids().putLink(CLOUD, grant, URI.create("https://cloud.example.org/s/alt"));
        ids().putLink(CLOUD, grant, URI.create("https://cloud.example.org/s/neu"));
        assertThat(ids().link(grant)).contains(URI.create("https://cloud.example.org/s/neu"));

        ids().forget(CLOUD, link);
        assertThat(ids().link(grant)).isEmpty();
    }

    @Test
    void a_group_is_learned_anew() {
        ids().putGroup(CLOUD, group, "AG Umwelt");
        ids().putGroup(CLOUD, group, "AG Klima");

        assertThat(ids().groups(CLOUD)).containsExactly(Map.entry(group, "AG Klima"));
    }
}
