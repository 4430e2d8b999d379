package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.Federation;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What people hid of what is shared with their group, in the embedded cloud. */
class HiddenSharesTest {
    private static final Outcome APPLIED = new Outcome.Applied();
    private static final String MINUTES = "AG Umwelt – Protokolle";

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private GroupId digital;
    private Folder minutes;
    private Grant grant;
    private PersonId paul;
    private PersonId lena;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        Unit receiver = cloud.federation.group("ag-digital", "AG Digitales");
        digital = Federation.people(receiver);
        minutes = cloud.federation.folder(umwelt, "Protokolle");
        grant = cloud.federation.grant(minutes, receiver, Federation.READ);
        cloud.directoryFollows();
        Ids ids = new Ids(() -> cloud.now, new Random(7));
        paul = ids.person();
        lena = ids.person();
        for (PersonId person : List.of(paul, lena)) {
            cloud.users.person(person.toString(), "geheim", "Beispiel");
            cloud.users.join("ag-digital", person.toString());
        }
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        later();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private void later() {
        cloud.now = cloud.now.plus(Duration.ofMinutes(61));
    }

    private void hides(PersonId person) throws Exception {
        try (EmbeddedNextcloud.Account account = cloud.account(person.toString(), "geheim")) {
            account.delete(MINUTES);
        }
    }

    private List<String> sees(PersonId person) throws Exception {
        return cloud.sees(person.toString(), "geheim");
    }

    private Set<PersonId> hiding() {
        return cloud.target.hiding(minutes.id(), digital);
    }

    @Test
    void the_cloud_tells_who_hid_a_share_and_nothing_is_drift_by_that() throws Exception {
        assertThat(hiding()).isEmpty();
        hides(paul);
        assertThat(sees(paul)).doesNotContain(MINUTES);
        assertThat(sees(lena)).contains(MINUTES);

        assertThat(cloud.fullRun()).isEmpty();

        assertThat(hiding()).containsExactly(paul);
    }

    @Test
    void shown_anew_it_is_there_again_for_all_and_stays_so() throws Exception {
        hides(paul);
        cloud.fullRun();
        later();
        cloud.federation.shownAnew().ask(grant.id());
        cloud.forgetRequests();

        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);

        assertThat(cloud.requests()).hasSize(2);
        assertThat(sees(paul)).contains(MINUTES);
        assertThat(hiding()).isEmpty();
        assertThat(cloud.federation.shownAnew().waiting()).isEmpty();
        assertThat(cloud.granted(umwelt)).isEmpty();
        later();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(hiding()).isEmpty();
    }

    @Test
    void what_was_hidden_is_read_again_after_a_restart() throws Exception {
        hides(paul);
        hides(lena);
        cloud.connect();
        assertThat(hiding()).isEmpty();

        cloud.fullRun();

        assertThat(hiding()).containsExactlyInAnyOrder(paul, lena);
    }

    @Test
    void the_stream_is_read_once_an_hour_and_costs_one_request() throws Exception {
        cloud.fullRun();
        cloud.forgetRequests();
        cloud.fullRun();
        assertThat(activities()).isZero();

        later();
        cloud.fullRun();
        assertThat(activities()).isEqualTo(1);
    }

    private long activities() {
        return cloud.requests().stream().filter(each -> each.contains("/activity/")).count();
    }

    @Test
    void a_cloud_without_activities_is_reconciled_all_the_same() throws Exception {
        hides(paul);
        cloud.server.failAlways(
                seen -> seen.path().contains("/activity/"),
                new Fault.Status(404, "text/html", "<html>not found</html>"));

        assertThat(cloud.fullRun()).isEmpty();

        assertThat(hiding()).isEmpty();
    }

    @Test
    void other_activities_and_people_are_left_aside() throws Exception {
        String id = cloud.id(new CloudKey.OfFolder(minutes.id()));
        cloud.server.failAlways(
                seen -> seen.path().contains("/activity/"),
                new Fault.Status(
                        200,
                        "application/json; charset=utf-8",
                        """
                        {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[
                        %s,%s,%s]}}
                        """
                                .formatted(
                                        activity(1, id, paul, "\"group\":{},"),
                                        activity(2, id, paul, "").replace(paul.toString(), "ida"),
                                        activity(3, id, lena, ""))));

        cloud.fullRun();

        assertThat(hiding()).containsExactly(lena);
    }

    /** As the transcript of a real Nextcloud shows it, with more in what it names. */
    private String activity(int number, String file, PersonId actor, String more) {
        return """
        {"activity_id":%d,"app":"files_sharing","type":"shared","user":"%s",
        "subject":"@Ida Beispiel removed themselves",
        "subject_rich":["{actor} removed themselves",{"file":{"type":"file","id":"%s",
        "name":"Protokolle","path":"Protokolle"},%s
        "actor":{"type":"user","id":"%s","name":"Ida Beispiel"}}],
        "object_type":"files","object_id":%s,"object_name":"/Protokolle",
        "datetime":"2026-10-01T13:05:00+00:00"}
        """
                .formatted(number, actor, file, more, actor, file);
    }
}
