package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ceilings.Ceiling;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Drift.Answer;
import org.freihafen.drift.Drift.Choice;
import org.freihafen.drift.Found.Law;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.sandcloud.Fault;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people share in person out of a workspace, found by looking into it and taken over. */
class PersonalSharesTest {
    private static final Outcome APPLIED = new Outcome.Applied();
    private static final PersonId NILS = new PersonId(new UUID(4, 4));
    private static final String MINUTES = "/AG Umwelt/AG Umwelt – Protokolle";

    @TempDir Path directory;
    private EmbeddedNextcloud cloud;
    private Unit umwelt;
    private Unit digital;
    private Folder minutes;

    @BeforeEach
    void start() throws Exception {
        cloud = new EmbeddedNextcloud(directory);
        umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
        digital = cloud.federation.group("ag-digital", "AG Digitales");
        cloud.federation.letShare(umwelt);
        minutes = cloud.federation.folder(umwelt, "Protokolle");
        cloud.directoryFollows();
        cloud.users
                .person(NILS.toString(), "geheim", "Nils Beispiel")
                .join("ag-umwelt", NILS.toString());
        cloud.users.person("paul", "geheim", "Paul Beispiel").join("ag-digital", "paul");
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        assertThat(cloud.fullRun()).isEmpty();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private void nilsShares(String path, ShareObject terms) throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            new Shares(nils.ocs())
                    .make(path, group("AG Digitales"), terms, Optional.empty(), Cookies.NONE);
        }
    }

    private static Whom group(String gid) {
        return new Whom(Sort.GROUP, gid, Optional.empty());
    }

    private void aDayLater() {
        cloud.now = cloud.now.plus(Duration.ofHours(24));
    }

    private List<Grant> grants() {
        return cloud.federation.get().grants();
    }

    @Test
    void what_a_member_shared_with_a_group_becomes_the_units_grant_within_a_day() throws Exception {
        LocalDate until = LocalDate.of(2027, 7, 1);
        nilsShares(MINUTES, new ShareObject(5, Optional.of(until)));
        aDayLater();

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);

        assertThat(grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.folder().folder()).contains(minutes.id());
                    assertThat(grant.until()).contains(until);
                });
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(new Shares(cloud.service().ocs()).all())
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.owner()).isEqualTo(EmbeddedNextcloud.LOGIN);
                    assertThat(share.terms()).isEqualTo(new ShareObject(5, Optional.of(until)));
                });
        cloud.users.gone(NILS.toString());
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Protokolle");
        assertThat(cloud.fullRun()).isEmpty();
    }

    private void makeDeep() throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            for (String path : List.of("Bilder", "Bilder/2026", "Bilder/2026/Fest")) {
                nils.dav().make("/AG Umwelt/" + path, Cookies.NONE);
            }
        }
        nilsShares("/AG Umwelt/Bilder/2026/Fest", new ShareObject(1, Optional.empty()));
        aDayLater();
    }

    @Test
    void what_a_member_shared_deep_in_a_workspace_is_taken_over_too() throws Exception {
        makeDeep();
        cloud.fullRun();
        cloud.granted(umwelt);
        cloud.fullRun();

        assertThat(cloud.federation.get().folders())
                .extracting(Folder::path)
                .containsExactlyInAnyOrder("Protokolle", "Bilder/2026/Fest");
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Fest");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_workspace_too_large_for_one_answer_is_looked_into_in_parts() throws Exception {
        makeDeep();
        cloud.server.failAlways(
                seen -> seen.method().equals("PROPFIND") && seen.path().endsWith("/AG%20Umwelt"),
                new Fault.CutAnswer(200));
        assertThat(cloud.fullRun()).isEmpty();
        cloud.server.heal();
        cloud.forgetRequests();
        int runs = 0;
        while (grants().isEmpty() && runs < 5) {
            cloud.fullRun();
            runs++;
        }

        assertThat(runs).isLessThanOrEqualTo(3);
        assertThat(cloud.requests().stream().filter(seen -> seen.startsWith("PROPFIND")))
                .hasSizeLessThanOrEqualTo(runs);
        cloud.fullRun();
        cloud.fullRun();
        cloud.forgetRequests();
        cloud.fullRun();
        assertThat(cloud.requests()).noneMatch(seen -> seen.startsWith("PROPFIND"));
    }

    @Test
    void a_single_file_that_a_member_shared_stays_theirs() throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            nils.dav().write("/AG Umwelt/Plan.txt", "Plan");
        }
        nilsShares("/AG Umwelt/Plan.txt", new ShareObject(1, Optional.empty()));
        aDayLater();

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(grants()).isEmpty();
        assertThat(new Shares(cloud.account(NILS.toString(), "geheim").ocs()).all()).hasSize(1);
    }

    @Test
    void a_workspace_that_cannot_be_looked_into_does_not_keep_the_others_waiting()
            throws Exception {
        nilsShares(MINUTES, new ShareObject(5, Optional.empty()));
        cloud.server.failAlways(
                seen -> seen.method().equals("PROPFIND") && !seen.path().contains("/AG%20Umwelt"),
                new Fault.Status(404, "text/html", ""));
        aDayLater();

        cloud.fullRun();
        assertThat(grants()).hasSize(1);
    }

    @Test
    void a_folder_that_only_the_cloud_knew_becomes_known_with_its_grant() throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            nils.dav().make("/AG Umwelt/Bilder", Cookies.NONE);
        }
        nilsShares("/AG Umwelt/Bilder", new ShareObject(1, Optional.empty()));
        aDayLater();
        cloud.fullRun();
        cloud.granted(umwelt);
        cloud.fullRun();

        assertThat(cloud.federation.get().folders())
                .extracting(Folder::path)
                .containsExactlyInAnyOrder("Protokolle", "Bilder");
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Bilder");
        assertThat(cloud.sees(NILS.toString(), "geheim"))
                .contains("AG Umwelt/AG Umwelt – Bilder")
                .doesNotContain("AG Umwelt/Bilder");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void two_shares_of_a_folder_that_only_the_cloud_knew_are_two_grants_of_one_folder()
            throws Exception {
        PersonId paula = new PersonId(new UUID(5, 5));
        cloud.users.person(paula.toString(), "geheim", "Paula Beispiel");
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            nils.dav().make("/AG Umwelt/Bilder", Cookies.NONE);
            for (Whom whom :
                    List.of(
                            group("AG Digitales"),
                            new Whom(Sort.PERSON, paula.toString(), Optional.empty()))) {
                new Shares(nils.ocs())
                        .make(
                                "/AG Umwelt/Bilder",
                                whom,
                                new ShareObject(1, Optional.empty()),
                                Optional.empty(),
                                Cookies.NONE);
            }
        }
        aDayLater();
        cloud.fullRun();
        cloud.granted(umwelt);
        cloud.fullRun();

        assertThat(grants())
                .extracting(Grant::to)
                .containsExactlyInAnyOrder(
                        new Grantee.ToGroup(Federation.people(digital)),
                        new Grantee.ToPerson(paula));
        assertThat(grants()).extracting(Grant::folder).containsOnly(grants().getFirst().folder());
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Bilder");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void what_did_not_become_a_grant_stays_and_is_tried_again() throws Exception {
        nilsShares(MINUTES, new ShareObject(1, Optional.empty()));
        aDayLater();
        cloud.federation.refusing = true;

        assertThat(cloud.fullRun().values())
                .containsOnly(new Outcome.NotYet(Saying.of("cloud.share-stays")));
        assertThat(cloud.sees("paul", "geheim")).contains("AG Umwelt – Protokolle");
        assertThat(cloud.federation.drifts.open())
                .extracting(drift -> drift.found().law())
                .containsExactly(Law.LEFT);
        assertThat(grants()).isEmpty();

        cloud.federation.refusing = false;
        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);
        assertThat(grants()).hasSize(1);
    }

    @Test
    void a_share_around_a_closed_folder_stays_its_makers_and_one_of_it_is_ended() throws Exception {
        Folder inside = cloud.federation.folder(umwelt, "Protokolle/Personal");
        cloud.granted(umwelt);
        nilsShares(MINUTES, new ShareObject(1, Optional.empty()));
        nilsShares(MINUTES + "/AG Umwelt – Personal", new ShareObject(1, Optional.empty()));
        cloud.federation.close(inside, Closing.LEADS);
        aDayLater();
        cloud.fullRun();

        assertThat(grants()).isEmpty();
        assertThat(cloud.federation.ended)
                .singleElement()
                .asString()
                .endsWith("the folder is closed");
        assertThat(cloud.federation.drifts.open())
                .extracting(drift -> drift.found().law())
                .containsExactlyInAnyOrder(Law.LEFT, Law.PUT_BACK);
    }

    @Test
    void where_people_may_not_share_themselves_it_is_ended_and_said_why() throws Exception {
        Ocs ocs = cloud.service().ocs();
        String team = cloud.id(new CloudKey.OfWorkspace(digital.id()));
        new TeamFolders(ocs).permit(team, "AG Digitales", 31);
        try (EmbeddedNextcloud.Account paul = cloud.account("paul", "geheim")) {
            paul.dav().make("/AG Digitales/Entwurf", Cookies.NONE);
            new Shares(paul.ocs())
                    .make(
                            "/AG Digitales/Entwurf",
                            group("AG Umwelt"),
                            new ShareObject(1, Optional.empty()),
                            Optional.empty(),
                            Cookies.NONE);
        }
        aDayLater();

        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(cloud.federation.ended)
                .containsExactly("Entwurf: its people do not share in the cloud itself");
        assertThat(grants()).isEmpty();
        assertThat(cloud.sees(NILS.toString(), "geheim")).doesNotContain("Entwurf");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void what_a_ceiling_over_the_unit_forbids_is_ended_and_what_it_allows_becomes_a_grant()
            throws Exception {
        PersonId paula = new PersonId(new UUID(5, 5));
        cloud.users.person(paula.toString(), "geheim", "Paula Beispiel");
        cloud.federation.unitCeilings.put(umwelt.id(), Ceiling.CLOSED);
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            new Shares(nils.ocs())
                    .make(
                            MINUTES,
                            new Whom(Sort.PERSON, paula.toString(), Optional.empty()),
                            new ShareObject(1, Optional.empty()),
                            Optional.empty(),
                            Cookies.NONE);
        }
        nilsShares(MINUTES, new ShareObject(1, Optional.empty()));
        aDayLater();

        assertThat(cloud.fullRun().values()).containsOnly(APPLIED);

        assertThat(cloud.federation.ended).singleElement().asString().endsWith("CEILING_KIND");
        assertThat(grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.to().kind()).isEqualTo(Grantee.Kind.UNIT));
    }

    private void nilsMakesALink() throws Exception {
        nilsSharesOutward(new Whom(Sort.LINK, "", Optional.empty()));
    }

    private void nilsSharesOutward(Whom whom) throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            new Shares(nils.ocs())
                    .make(
                            MINUTES,
                            whom,
                            new ShareObject(1, Optional.empty()),
                            Optional.empty(),
                            Cookies.NONE);
        }
        aDayLater();
    }

    private int linksOfNils() throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            return new Shares(nils.ocs()).all().size();
        }
    }

    private void say(Choice choice) {
        Drift drift = cloud.federation.drifts.open().getFirst();
        cloud.federation.drifts.save(
                new Drift(
                        drift.id(),
                        drift.found(),
                        drift.since(),
                        drift.run(),
                        drift.lastSeen(),
                        drift.done(),
                        Optional.of(new Answer(choice, NILS, drift.since()))));
    }

    @Test
    void a_link_that_a_member_made_waits_for_a_word_and_ends_by_it_without_another_look()
            throws Exception {
        nilsMakesALink();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.granted(umwelt)).isEmpty();
        assertThat(cloud.federation.drifts.open())
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.waits()).isTrue();
                    assertThat(drift.found().to()).contains(new Grantee.ToLink(false));
                    assertThat(drift.found().by()).contains(NILS);
                });

        say(Choice.REPAIR);
        cloud.forgetRequests();
        assertThat(cloud.granted(umwelt).values()).containsExactly(APPLIED);
        assertThat(cloud.requests()).hasSize(1);
        assertThat(linksOfNils()).isZero();
        assertThat(cloud.federation.drifts.pending()).isEmpty();
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void an_address_is_the_same_however_its_host_is_spelled() throws Exception {
        nilsSharesOutward(new Whom(Sort.MAIL, "Presse@Example.ORG", Optional.empty()));
        assertThat(cloud.fullRun()).isEmpty();

        assertThat(cloud.federation.ended).isEmpty();
        assertThat(cloud.federation.drifts.open())
                .singleElement()
                .satisfies(drift ->
                        assertThat(drift.found().to())
                                .contains(new Grantee.ToMail("Presse@example.org", false)));
    }

    @Test
    void a_link_that_may_stay_is_not_asked_about_again() throws Exception {
        nilsMakesALink();
        cloud.fullRun();
        say(Choice.ADOPT);
        aDayLater();
        cloud.connect();

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(linksOfNils()).isOne();
        assertThat(cloud.federation.drifts.open()).isEmpty();
    }

    @Test
    void a_link_that_a_ceiling_forbids_is_ended_at_once_also_when_it_is_tightened_later()
            throws Exception {
        nilsMakesALink();
        assertThat(cloud.fullRun()).isEmpty();
        cloud.federation.unitCeilings.put(umwelt.id(), Ceiling.CLOSED);

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);

        assertThat(linksOfNils()).isZero();
        assertThat(cloud.federation.ended).singleElement().asString().endsWith("CEILING_KIND");
        assertThat(cloud.federation.drifts.open())
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.found().law()).isEqualTo(Law.PUT_BACK);
                    assertThat(drift.done()).isPresent();
                });
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void a_link_that_its_maker_ended_is_forgotten_with_the_next_look() throws Exception {
        nilsMakesALink();
        cloud.fullRun();
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            Shares shares = new Shares(nils.ocs());
            shares.end(shares.all().getFirst().id());
        }
        aDayLater();
        assertThat(cloud.fullRun()).isEmpty();

        assertThat(cloud.ids.all("working"))
                .noneMatch(row -> row.key() instanceof CloudKey.OfPersonalShare);
        assertThat(cloud.federation.drifts.open()).isEmpty();
    }

    @Test
    void shares_in_peoples_own_homes_are_never_touched() throws Exception {
        try (EmbeddedNextcloud.Account nils = cloud.account(NILS.toString(), "geheim")) {
            nils.dav().make("/Eigenes", Cookies.NONE);
        }
        nilsShares("/Eigenes", new ShareObject(1, Optional.empty()));
        aDayLater();

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.sees("paul", "geheim")).contains("Eigenes");
        assertThat(grants()).isEmpty();
    }

    @Test
    void looking_into_a_workspace_in_which_nothing_changed_costs_one_request_a_day()
            throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.granted(umwelt);
        aDayLater();
        cloud.forgetRequests();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.requests().stream().filter(seen -> seen.startsWith("PROPFIND")))
                .hasSize(3);
        cloud.forgetRequests();
        assertThat(cloud.fullRun()).isEmpty();
        assertThat(cloud.requests().stream().filter(seen -> seen.startsWith("PROPFIND"))).isEmpty();
    }

    @Test
    void rules_that_somebody_changed_on_a_closed_folder_are_set_again() throws Exception {
        cloud.federation.follow(List.of(minutes.closedTo(Optional.of(Closing.LEADS))));
        cloud.granted(umwelt);
        assertThat(cloud.sees(NILS.toString(), "geheim")).containsExactly("AG Umwelt");
        try (EmbeddedNextcloud.Account service = cloud.service()) {
            service.rules().write(MINUTES, Map.of());
        }
        assertThat(cloud.sees(NILS.toString(), "geheim")).hasSize(2);
        aDayLater();

        assertThat(cloud.fullRun().values()).containsExactly(APPLIED);
        assertThat(cloud.sees(NILS.toString(), "geheim")).containsExactly("AG Umwelt");
        assertThat(cloud.fullRun()).isEmpty();
    }

    @Test
    void what_was_shared_already_by_the_unit_is_not_given_twice() throws Exception {
        cloud.federation.grant(minutes, digital, Federation.READ);
        cloud.granted(umwelt);
        nilsShares(MINUTES, new ShareObject(15, Optional.empty()));
        aDayLater();

        assertThat(cloud.fullRun()).isEmpty();
        assertThat(
                        cloud.target
                                .observe(Scope.everything())
                                .get(new OfShare(minutes.id(), Federation.people(digital))))
                .contains(new ShareObject(1, Optional.empty()));
    }
}
