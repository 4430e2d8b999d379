package org.freihafen.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.Trail;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.membership.Role;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A unit grants outward: by a link, by mail, to another cloud. */
class OutwardGrantsTest {
    private static final Set<Permission> READ = Set.of(Permission.READ);
    private static final LinkPassword PASSWORD = new LinkPassword("leuchtturm-43");

    private final Harbour harbour = new Harbour();
    private FolderRef folder = FolderRef.whole(harbour.umwelt.id());

    @BeforeEach
    void make() {
        folder =
                FolderRef.of(
                        done(
                                harbour.creatingFolders()
                                        .create(as(harbour.lea), harbour.umwelt.id(), "Presse")));
    }

    private Decision<Grant> grant(
            Grantee to, Set<Permission> permissions, Optional<LinkPassword> password) {
        return harbour.granting()
                .grant(
                        as(harbour.lea),
                        new Granting.Wish(
                                folder, to, permissions, Optional.empty(), "Presse", password));
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }

    @Test
    void a_password_waits_for_the_cloud_and_stands_nowhere_else() {
        Grant grant = done(grant(new Grantee.ToLink(true), READ, Optional.of(PASSWORD)));

        assertThat(harbour.passwords.of(grant.id())).contains(PASSWORD);
        assertThat(grant.toString()).doesNotContain(PASSWORD.text());
        assertThat(PASSWORD.toString()).doesNotContain(PASSWORD.text());
        assertThat(harbour.trail.lines(Trail.Question.everything(), 0, 1_000).toString())
                .doesNotContain(PASSWORD.text());
    }

    @Test
    void a_folder_has_any_number_of_links_and_each_address_once() {
        done(grant(new Grantee.ToLink(false), READ, Optional.empty()));
        done(grant(new Grantee.ToLink(false), READ, Optional.empty()));
        Grantee press = new Grantee.ToMail("presse@example.org", false);
        done(grant(press, READ, Optional.empty()));

        assertThat(
                        grant(press.asking(true), READ, Optional.of(PASSWORD))
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.GRANT_EXISTS);
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).hasSize(3);
    }

    @Test
    void only_links_and_mail_can_be_drop_boxes() {
        Set<Permission> drop = Set.of(Permission.CREATE);
        done(grant(new Grantee.ToLink(false), drop, Optional.empty()));
        done(grant(new Grantee.ToMail("presse@example.org", false), drop, Optional.empty()));

        assertThat(
                        grant(new Grantee.ToFederated("anna@example.org"), drop, Optional.empty())
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.PERMISSIONS_NEED_READING);
        assertThat(
                        grant(
                                        new Grantee.ToLink(false),
                                        Set.of(Permission.CREATE, Permission.DELETE),
                                        Optional.empty())
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.PERMISSIONS_NEED_READING);
    }

    @ParameterizedTest
    @CsvSource({
        "presse@example.org, true, true",
        "anna@cloud.example.org:8443, false, true",
        "anna@cloud.example.org/nextcloud, false, true",
        "presse, false, false",
        "a b@example.org, false, false",
        "a@b@example.org, false, false",
        "a@-example.org, false, false",
        "'=x@example.org,b@example.org', false, false"
    })
    void which_addresses_can_be_reached(String address, boolean mail, boolean federated) {
        assertThat(
                        grant(new Grantee.ToMail(address, false), READ, Optional.empty())
                                .refusal()
                                .isEmpty())
                .isEqualTo(mail);
        assertThat(
                        grant(new Grantee.ToFederated(address), READ, Optional.empty())
                                .refusal()
                                .isEmpty())
                .isEqualTo(federated || mail);
    }

    @ParameterizedTest
    @CsvSource({"kurz", "aaaaaaaaaaaa", "' mit Rand vorn'"})
    void a_password_that_is_easily_guessed_is_refused(String text) {
        assertThat(
                        grant(new Grantee.ToLink(true), READ, Optional.of(new LinkPassword(text)))
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.LINK_PASSWORD_WEAK);
    }

    @Test
    void an_internal_cloud_lets_nothing_out() {
        harbour.belong(harbour.dan, harbour.board, Role.LEAD);
        for (Grantee to :
                List.of(
                        new Grantee.ToLink(false),
                        new Grantee.ToMail("presse@example.org", false),
                        new Grantee.ToFederated("anna@cloud.example.org"))) {
            Granting.Wish wish =
                    new Granting.Wish(
                            FolderRef.whole(harbour.board.id()),
                            to,
                            READ,
                            Optional.empty(),
                            "",
                            Optional.empty());
            assertThat(harbour.granting().grant(as(harbour.dan), wish).refusal().map(Refusal::rule))
                    .contains(Rule.CLOUD_IS_INTERNAL);
        }
    }

    @Test
    void nobody_gets_files_in_person_before_they_accepted() {
        assertThat(
                        grant(new Grantee.ToPerson(harbour.max), READ, Optional.empty())
                                .refusal()
                                .map(Refusal::rule))
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void a_grant_is_renewed_and_gets_a_new_password_by_whoever_leads_now() {
        Grant grant = done(grant(new Grantee.ToLink(false), READ, Optional.empty()));
        harbour.namingLeads().name(as(harbour.lea), harbour.umwelt.id(), Set.of(harbour.max));
        LocalDate end = harbour.today.plusDays(30);

        Grant renewed =
                done(
                        harbour.granting()
                                .change(
                                        as(harbour.max),
                                        grant.id(),
                                        new Granting.Change(
                                                READ,
                                                Optional.of(end),
                                                Optional.of("bis zum Parteitag"),
                                                Optional.of(PASSWORD))));

        assertThat(renewed.to()).isEqualTo(new Grantee.ToLink(true));
        assertThat(renewed.until()).contains(end.plusDays(1));
        assertThat(renewed.decidedBy()).isEqualTo(harbour.max);
        assertThat(harbour.passwords.of(grant.id())).contains(PASSWORD);
        assertThat(harbour.grants.history(grant.id()))
                .extracting(version -> version.grant().decidedBy())
                .containsExactly(harbour.lea, harbour.max);

        done(harbour.granting().end(as(harbour.max), grant.id()));
        assertThat(harbour.passwords.waiting()).isEmpty();
        assertThat(harbour.grants.asOf(harbour.today)).isEmpty();
    }
}
