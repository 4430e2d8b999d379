package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.Federation;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What full runs cost however much there is, counted in requests. */
class LargeCloudTest {
    private static final int SLICES = 20;
    private static final List<String> BRANCHES = List.of("lv-1", "lv-2", "lv-3");

    @TempDir Path directory;

    private static void fill(EmbeddedNextcloud cloud, int workspaces, int grants) throws Exception {
        List<Unit> above = new ArrayList<>();
        for (String key : BRANCHES) {
            above.add(cloud.federation.unit(key, "state", key));
        }
        List<Unit> units = new ArrayList<>();
        int more = workspaces - cloud.federation.get().workspaces().size();
        for (int i = 1; i <= more; i++) {
            units.add(
                    cloud.federation.unit(
                            "ag-" + i, "working-group", "AG " + i, above.get(i % above.size())));
        }
        for (int i = 0; i < grants; i++) {
            Unit giver = units.get(i % units.size());
            Folder folder = cloud.federation.folder(giver, "Ordner " + i / units.size());
            Unit to = units.get((i * 7 + 1) % units.size());
            cloud.federation.grant(
                    folder, to.equals(giver) ? units.getFirst() : to, Federation.READ);
        }
        cloud.directoryFollows();
        assertThat(cloud.fullRun().values()).containsOnly(new Outcome.Applied());
        assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
    }

    private static long costOfRun(EmbeddedNextcloud cloud) throws Exception {
        long before = cloud.target.requests();
        cloud.target.observe(Scope.everything());
        return cloud.target.requests() - before;
    }

    @Test
    void with_700_workspaces_and_2000_grants_a_quiet_run_costs_three_and_each_workspace_one_a_day()
            throws Exception {
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory)) {
            fill(cloud, 700, 2_000);
            for (int run = 2; run <= SLICES; run++) {
                assertThat(costOfRun(cloud)).isEqualTo(3 + 700 / SLICES);
            }
            assertThat(costOfRun(cloud)).isEqualTo(3);
        }
    }

    @Test
    void with_2000_workspaces_and_four_accounts_each_account_costs_one() throws Exception {
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory, BRANCHES)) {
            fill(cloud, 2_000, 0);
            assertThat(costOfRun(cloud)).isEqualTo(2 + 4 + 2_000 / SLICES);
        }
    }

    @Test
    void a_group_of_5000_costs_no_more_than_one_of_five() throws Exception {
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory)) {
            Unit large = cloud.federation.group("ag-alle", "AG Alle");
            Unit small = cloud.federation.group("ag-klein", "AG Klein");
            Folder folder = cloud.federation.folder(small, "Aufruf");
            cloud.directoryFollows();
            for (int i = 0; i < 5_000; i++) {
                cloud.users.person("p" + i, "geheim", "Person " + i).join("ag-alle", "p" + i);
            }
            assertThat(cloud.fullRun().values()).containsOnly(new Outcome.Applied());
            long before = cloud.target.requests();
            Grant grant = cloud.federation.grant(folder, large, Federation.READ);
            assertThat(cloud.granted(small).values()).containsOnly(new Outcome.Applied());
            assertThat(cloud.target.requests() - before).isLessThanOrEqualTo(2);
            assertThat(cloud.sees("p4999", "geheim")).contains("AG Klein – Aufruf");

            before = cloud.target.requests();
            cloud.federation.end(grant);
            assertThat(cloud.granted(small).values()).containsOnly(new Outcome.Applied());
            assertThat(cloud.target.requests() - before).isEqualTo(1);
            assertThat(cloud.sees("p4999", "geheim")).doesNotContain("AG Klein – Aufruf");
        }
    }
}
