package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.policy.Check;
import org.freihafen.policy.Inspection;
import org.freihafen.policy.Requirements;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.sandcloud.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What a full run reads of a cloud's settings, and what it makes of that. */
class InspectorTest {
    private static final String SHAREES = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        cloud.federation.group("ag-umwelt", "AG Umwelt");
        cloud.directoryFollows();
        cloud.fullRun();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Inspection seen() {
        return cloud.target.inspection().orElseThrow();
    }

    private Check.State state(String name) {
        return seen().checks().stream()
                .filter(check -> check.requirement().name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void a_cloud_as_the_guide_makes_it_raises_no_alarm() throws Exception {
        cloud.now = cloud.now.plus(Duration.ofHours(1));
        cloud.fullRun();

        assertThat(seen().alarms()).isEmpty();
        assertThat(seen().version()).isEqualTo("31.0.2");
        assertThat(state(Requirements.ENUMERATION)).isEqualTo(Check.State.MET);
        assertThat(state(Requirements.DELEGATION)).isEqualTo(Check.State.MET);
    }

    @Test
    void a_search_that_finds_a_group_by_its_beginning_is_an_alarm_within_six_hours()
            throws Exception {
        cloud.server.failAlways(
                seen -> seen.path().startsWith(SHAREES),
                new Fault.Status(
                        200,
                        "application/json",
                        "{\"ocs\":{\"meta\":{\"statuscode\":200},\"data\":{\"exact\":{},\"groups\":"
                                + "[{\"label\":\"AG Umwelt\",\"value\":{\"shareWith\":\"AG Umwelt\"}}]}}}"));
        cloud.now = cloud.now.plus(Duration.ofHours(6));
        cloud.fullRun();

        assertThat(seen().alarms())
                .extracting(check -> check.requirement().name())
                .containsExactly(Requirements.ENUMERATION);
    }

    @Test
    void a_delegation_that_is_taken_back_is_an_alarm_within_two_hours() throws Exception {
        cloud.server.failAlways(
                seen -> seen.path().contains("/delegation/"),
                new Fault.Status(403, "application/json", "{}"));
        for (int hour = 1; hour <= 2; hour++) {
            cloud.now = cloud.now.plus(Duration.ofHours(1));
            cloud.fullRun();
        }

        assertThat(seen().alarms())
                .extracting(check -> check.requirement().name())
                .containsExactly(Requirements.DELEGATION);
    }

    @Test
    void a_cloud_that_does_not_answer_says_so_in_its_list() {
        cloud.server.failAlways(_ -> true, Fault.maintenance());
        assertThatThrownBy(() -> cloud.fullRun()).isInstanceOf(TargetUnavailable.class);

        assertThat(seen().alarms())
                .singleElement()
                .satisfies(check -> assertThat(check.shown()).contains("maintenance"));
        assertThat(state("sharing")).isEqualTo(Check.State.UNVERIFIED);
    }

    @Test
    void capabilities_that_cannot_be_read_stop_no_run() throws Exception {
        cloud.server.failAlways(
                seen -> seen.path().contains("/cloud/capabilities"), Fault.internalError());

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(state(Requirements.CONNECTION)).isEqualTo(Check.State.MET);
        assertThat(state("team-folders")).isEqualTo(Check.State.UNVERIFIED);
    }
}
