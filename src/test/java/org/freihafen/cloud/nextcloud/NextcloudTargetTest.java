package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.Federation;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Scope;
import org.freihafen.shares.Folder;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class NextcloudTargetTest {
    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        cloud.directoryFollows();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    @Test
    void a_full_run_brings_everything_and_the_next_finds_nothing_to_do() throws Exception {
        Folder minutes = cloud.federation.folder(umwelt, "Protokolle");
        cloud.federation.grant(minutes, digital, Federation.READ);

        assertThat(cloud.fullRun().values()).isNotEmpty().containsOnly(new Outcome.Applied());
        assertThat(cloud.plan(Scope.everything()).changes()).isEmpty();
        assertThat(cloud.target.observe(Scope.everything())).isEqualTo(cloud.federation.desired());
    }
}
