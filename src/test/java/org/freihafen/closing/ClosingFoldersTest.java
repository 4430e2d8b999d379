package org.freihafen.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.offering.Offer;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

class ClosingFoldersTest {
    private static final Set<Permission> READ = Set.of(Permission.READ);

    private final Harbour harbour = new Harbour();
    private final ClosingFolders closing = harbour.closingFolders();

    private Folder folder(String path) {
        return done(harbour.creatingFolders().create(as(harbour.lea), harbour.umwelt.id(), path));
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }

    private Grant grant(FolderRef folder, Grantee to) {
        return done(
                harbour.granting()
                        .grant(
                                as(harbour.lea),
                                new Granting.Wish(
                                        folder,
                                        to,
                                        READ,
                                        Optional.empty(),
                                        "Presse",
                                        Optional.empty())));
    }

    private Grantee digital() {
        return new Grantee.ToGroup(new GroupId(harbour.digital.id(), Part.PEOPLE));
    }

    private ClosingConsequences look(Folder folder, GrantId... staying) {
        return done(
                closing.show(
                        as(harbour.lea), folder.id(), Optional.of(Closing.LEADS), Set.of(staying)));
    }

    private ClosingConsequences close(Folder folder, GrantId... staying) {
        return done(
                closing.close(
                        as(harbour.lea),
                        folder.id(),
                        Optional.of(Closing.LEADS),
                        Set.of(staying),
                        look(folder, staying).hash()));
    }

    private boolean holds(Grant grant) {
        return harbour.grants.byId(grant.id()).orElseThrow().holdsOn(harbour.today);
    }

    @Test
    void a_folder_is_closed_to_all_but_the_leads_and_opened_again() {
        Folder folder = folder("Personal");
        assertThat(look(folder).difference().losing().list()).containsExactly(harbour.max);
        assertThat(harbour.workspaces.folder(folder.id())).contains(folder);

        close(folder);
        Folder closed = harbour.workspaces.folder(folder.id()).orElseThrow();
        assertThat(closed.closedTo()).contains(Closing.LEADS);

        ClosingConsequences opening =
                done(closing.show(as(harbour.lea), closed.id(), Optional.empty(), Set.of()));
        assertThat(opening.difference().gaining().list()).containsExactly(harbour.max);
        done(
                closing.close(
                        as(harbour.lea), closed.id(), Optional.empty(), Set.of(), opening.hash()));
        assertThat(harbour.workspaces.folder(folder.id())).contains(folder);
    }

    @Test
    void grants_by_which_others_would_see_it_are_shown_and_end() {
        Folder around = folder("Vorstand");
        Folder folder = folder("Vorstand/Personal");
        Folder inside = folder("Vorstand/Personal/2026");
        Grant on = grant(FolderRef.of(folder), digital());
        Grant in = grant(FolderRef.of(inside), digital());
        Grant out = grant(FolderRef.of(around), digital());
        Grant link = grant(FolderRef.whole(harbour.umwelt.id()), new Grantee.ToLink(false));
        Grant whole = grant(FolderRef.whole(harbour.umwelt.id()), digital());
        Grant beside = grant(FolderRef.of(folder("Presse")), digital());

        assertThat(look(folder).gaps())
                .extracting(gap -> gap.grant().id(), Gap::place)
                .containsExactly(
                        tuple(on.id(), Gap.Place.ON),
                        tuple(in.id(), Gap.Place.INSIDE),
                        tuple(out.id(), Gap.Place.AROUND),
                        tuple(link.id(), Gap.Place.AROUND));
        assertThat(look(folder).difference().losing().list())
                .containsExactlyInAnyOrder(harbour.max, harbour.dan);

        close(folder);

        assertThat(new boolean[] {holds(on), holds(in), holds(out), holds(link)})
                .containsOnly(false);
        assertThat(holds(whole)).isTrue();
        assertThat(holds(beside)).isTrue();
    }

    @Test
    void a_grant_stays_if_the_unit_says_so() {
        Folder folder = folder("Personal");
        Grant on = grant(FolderRef.of(folder), digital());
        Grant link = grant(FolderRef.of(folder), new Grantee.ToLink(false));

        ClosingConsequences done = close(folder, on.id());

        assertThat(done.ending()).extracting(Grant::id).containsExactly(link.id());
        assertThat(done.difference().shifts())
                .singleElement()
                .extracting(Shift::losing)
                .satisfies(losing -> assertThat(losing.list()).containsExactly(harbour.max));
        assertThat(holds(on)).isTrue();
        assertThat(holds(link)).isFalse();
    }

    @Test
    void what_was_granted_since_it_was_shown_stops_it() {
        Folder folder = folder("Personal");
        String hash = look(folder).hash();
        grant(FolderRef.of(folder), digital());

        Decision<ClosingConsequences> decision =
                closing.close(
                        as(harbour.lea), folder.id(), Optional.of(Closing.LEADS), Set.of(), hash);

        assertThat(decision.refusal()).contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        assertThat(harbour.workspaces.folder(folder.id())).contains(folder);
    }

    @Test
    void an_offer_that_waits_is_withdrawn_so_that_nobody_gets_in_by_accepting_it() {
        Folder folder = folder("Personal");
        Offer offer =
                done(
                        harbour.offeringGrants()
                                .offer(
                                        as(harbour.lea),
                                        new OfferingGrants.Wish(
                                                FolderRef.of(folder),
                                                "ada",
                                                Optional.empty(),
                                                READ,
                                                Optional.empty(),
                                                "Kasse")));

        assertThat(close(folder).withdrawn()).extracting(Offer::id).containsExactly(offer.id());

        assertThat(harbour.answeringOffers().accept(as(harbour.ada), offer.id()).refusal())
                .contains(Refusal.by(Rule.INVITATION_CLOSED));
    }

    @Test
    void a_new_closed_folder_in_what_is_granted_would_be_seen_and_is_not_made() {
        grant(FolderRef.of(folder("Vorstand")), digital());

        Decision<Folder> decision =
                closing.create(
                        as(harbour.lea), harbour.umwelt.id(), "Vorstand/ Personal", Closing.LEADS);

        assertThat(decision.refusal())
                .contains(Refusal.by(Rule.CLOSED_FOLDER_WOULD_BE_SEEN, "Vorstand/Personal"));
        assertThat(harbour.workspaces.folders(harbour.umwelt.id())).hasSize(1);
        assertThat(
                        done(closing.create(
                                        as(harbour.lea),
                                        harbour.umwelt.id(),
                                        "Personal",
                                        Closing.LEADS))
                                .closedTo())
                .contains(Closing.LEADS);
    }

    @Test
    void a_unit_without_a_board_cannot_close_a_folder_for_it() {
        Decision<Folder> decision =
                closing.create(as(harbour.lea), harbour.umwelt.id(), "Kasse", Closing.BOARD);

        assertThat(decision)
                .isEqualTo(
                        Decision.refused(
                                Refusal.by(Rule.NOBODY_BEHIND_CLOSED_FOLDER, "AG Umwelt")));
        assertThat(harbour.workspaces.folders(harbour.umwelt.id())).isEmpty();
    }

    @Test
    void whoever_may_not_make_folders_closes_none_and_is_shown_nothing() {
        Folder folder = folder("Personal");

        assertThatThrownBy(() ->
                        closing.show(
                                as(harbour.max), folder.id(), Optional.of(Closing.LEADS), Set.of()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() ->
                        closing.close(
                                as(harbour.max),
                                folder.id(),
                                Optional.of(Closing.LEADS),
                                Set.of(),
                                "anything"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void closing_what_is_closed_says_nothing_new() {
        Folder folder = folder("Personal");
        close(folder);
        int told = harbour.trail.entries().size();

        close(harbour.workspaces.folder(folder.id()).orElseThrow());

        assertThat(harbour.trail.entries()).hasSize(told);
    }
}
