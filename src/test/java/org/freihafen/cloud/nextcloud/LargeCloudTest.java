package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.Federation;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.shares.Folder;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** 700 workspaces and 2,000 grants. */
class LargeCloudTest {
    private static final int UNITS = 700;
    private static final int GRANTS = 2_000;
    private static final int SLICES = 20;
    private static final int QUICK = 3;

    @Test
    void a_full_run_with_nothing_to_do_costs_three_requests_and_each_workspace_one_a_day(
            @TempDir Path directory) throws Exception {
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory)) {
            List<Unit> units = new ArrayList<>();
            for (int i = 1; i < UNITS; i++) {
                units.add(cloud.federation.group("ag-" + i, "AG " + i));
            }
            for (int i = 0; i < GRANTS; i++) {
                Unit giver = units.get(i % units.size());
                Folder folder = cloud.federation.folder(giver, "Ordner " + i / units.size());
                Unit to = units.get((i * 7 + 1) % units.size());
                cloud.federation.grant(
                        folder, to.equals(giver) ? units.getFirst() : to, Federation.READ);
            }
            cloud.directoryFollows();
            assertThat(cloud.fullRun().values()).containsOnly(new Outcome.Applied());
            assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
            long looks = UNITS / SLICES;
            for (int run = 2; run <= SLICES + 1; run++) {
                long before = cloud.target.requests();
                assertThat(cloud.target.observe(Scope.everything()).size())
                        .isGreaterThanOrEqualTo(UNITS + GRANTS);
                assertThat(cloud.target.requests() - before)
                        .isEqualTo(QUICK + (run <= SLICES ? looks : 0));
            }
        }
    }
}
