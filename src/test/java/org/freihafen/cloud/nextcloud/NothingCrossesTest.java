package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Outcome;
import org.freihafen.sandcloud.EmbeddedCloudServer;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.ScriptedUsers;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Out of an internal-only cloud nothing crosses, in none of the ways there are: a grant is refused
 * before it is tried, the cloud itself refuses the share, and one that is there nevertheless is
 * ended by the next look.
 */
class NothingCrossesTest {
    private static final PersonId NILS = new PersonId(new UUID(4, 4));
    private static final PersonId PAUL = new PersonId(new UUID(5, 5));

    @TempDir Path directory;

    /** The ways across. */
    enum Crossing {
        LINK(new Whom(Sort.LINK, "", Optional.empty()), new Grantee.ToLink(false)),
        MAIL(
                new Whom(Sort.MAIL, "anna@example.org", Optional.empty()),
                new Grantee.ToMail("anna@example.org", false)),
        OTHER_CLOUD(
                new Whom(Sort.REMOTE, "anna@cloud.example.org", Optional.empty()),
                new Grantee.ToFederated("anna@cloud.example.org")),
        PERSON(
                new Whom(Sort.PERSON, PAUL.toString(), Optional.empty()),
                new Grantee.ToPerson(PAUL));

        @SuppressWarnings("ImmutableEnumChecker") // records of immutable values
        private final Whom whom;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Grantee to;

        Crossing(Whom whom, Grantee to) {
            this.whom = whom;
            this.to = to;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_is_refused_before_it_is_tried(Crossing crossing) {
        Harbour harbour = new Harbour();
        harbour.belong(harbour.lea, harbour.board, Role.LEAD);
        int told = harbour.trail.entries().size();

        assertThat(refused(harbour, crossing.to)).isIn(Rule.CLOUD_IS_INTERNAL, Rule.NOT_FOUND);
        assertThat(harbour.grants.by(harbour.board.id(), harbour.today)).isEmpty();
        assertThat(harbour.trail.entries()).hasSize(told);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void a_unit_that_may_not_enter_is_refused_likewise(Part part) {
        Harbour harbour = new Harbour();
        harbour.belong(harbour.lea, harbour.board, Role.LEAD);

        assertThat(refused(harbour, new Grantee.ToGroup(new GroupId(harbour.digital.id(), part))))
                .isEqualTo(Rule.GRANTEE_NOT_ON_CLOUD);
    }

    private static Rule refused(Harbour harbour, Grantee to) {
        Decision<Grant> decision =
                harbour.granting()
                        .grant(
                                Harbour.as(harbour.lea),
                                new Granting.Wish(
                                        FolderRef.whole(harbour.board.id()),
                                        to,
                                        Set.of(Permission.READ),
                                        Optional.empty(),
                                        "Gemeinsame Sitzung",
                                        Optional.empty()));
        return switch (decision) {
            case Decision.Refused<Grant>(Refusal why) -> why.rule();
            case Decision.Done<Grant>(Grant given) -> throw new AssertionError(given);
        };
    }

    @ParameterizedTest
    @EnumSource
    void the_cloud_itself_refuses_the_share_of_a_member(Crossing crossing) throws Exception {
        ScriptedUsers users =
                new ScriptedUsers()
                        .person(NILS.toString(), "geheim", "Nils")
                        .person(PAUL.toString(), "geheim", "Paul")
                        .group("vorstand", "Vorstand", NILS.toString());
        try (EmbeddedCloudServer board =
                        EmbeddedCloudServer.start(
                                CloudSettings.internalOnly(directory),
                                users,
                                InstantSource.system());
                Session nils = session(board, NILS.toString(), "geheim");
                Session service =
                        session(board, EmbeddedNextcloud.LOGIN, board.servicePassword())) {
            TeamFolders folders = new TeamFolders(new Ocs(service));
            String team = folders.make("Vorstand");
            folders.add(team, EmbeddedNextcloud.SERVICE_GROUP);
            new Dav(service).make("/Vorstand/Beschlüsse", Cookies.NONE);
            new Sharees(new Ocs(service)).gid("Vorstand");
            folders.add(team, "Vorstand");

            assertThat(shares(nils, "/Vorstand/Beschlüsse", crossing.whom)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_share_that_is_there_nevertheless_is_ended_and_written_down(Crossing crossing)
            throws Exception {
        try (EmbeddedNextcloud cloud = new EmbeddedNextcloud(directory)) {
            Unit umwelt = cloud.federation.group("ag-umwelt", "AG Umwelt");
            cloud.federation.letShare(umwelt);
            cloud.federation.folder(umwelt, "Protokolle");
            cloud.directoryFollows();
            cloud.users
                    .person(NILS.toString(), "geheim", "Nils")
                    .person(PAUL.toString(), "geheim", "Paul")
                    .join("ag-umwelt", NILS.toString());
            cloud.fullRun();
            cloud.fullRun();
            try (Session paul = session(cloud.server, PAUL.toString(), "geheim");
                    Session nils = session(cloud.server, NILS.toString(), "geheim")) {
                new Dav(paul).make("/Eigenes", Cookies.NONE);
                assertThat(shares(nils, "/AG Umwelt/AG Umwelt – Protokolle", crossing.whom))
                        .isTrue();
            }
            cloud.federation.closeClouds();
            cloud.now = cloud.now.plus(Duration.ofHours(24));

            assertThat(cloud.fullRun().values()).containsExactly(new Outcome.Applied());

            assertThat(cloud.federation.ended)
                    .containsExactly("AG Umwelt – Protokolle: nothing may leave this cloud");
            try (Session nils = session(cloud.server, NILS.toString(), "geheim")) {
                assertThat(new Shares(new Ocs(nils)).all()).isEmpty();
            }
        }
    }

    private static boolean shares(Session who, String path, Whom with) throws Exception {
        try {
            new Shares(new Ocs(who))
                    .make(
                            path,
                            with,
                            new ShareObject(1, Optional.empty()),
                            Optional.empty(),
                            Cookies.NONE);
            return true;
        } catch (CloudSaidNo refused) {
            return false;
        }
    }

    private static Session session(EmbeddedCloudServer server, String login, String password) {
        return EmbeddedNextcloud.session(server.address(), login, password);
    }
}
