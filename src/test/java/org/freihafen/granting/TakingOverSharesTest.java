package org.freihafen.granting;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.audit.AuditEntry;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.mail.InMemoryOutbox;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.reconcile.Touched;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class TakingOverSharesTest {
    private final Harbour harbour = new Harbour();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final TakingOverShares taking =
            new TakingOverShares(
                    harbour.workspaces,
                    harbour.grants,
                    harbour.units,
                    new Mailing(outbox, () -> {}, harbour.ids, harbour.clock),
                    harbour.trail,
                    harbour.wake,
                    harbour.ids,
                    harbour.clock);

    private PersonalShare share(Optional<FolderId> folder, String path) {
        return new PersonalShare(
                harbour.umwelt.id(),
                folder,
                path,
                new Grantee.ToGroup(new GroupId(harbour.digital.id(), Part.PEOPLE)),
                Set.of(Permission.READ),
                Optional.of(harbour.today.plusDays(30)),
                harbour.max);
    }

    private List<Template> letters() {
        return outbox.due(harbour.clock.instant(), 9).stream()
                .map(Posted::letter)
                .map(letter -> letter.template())
                .toList();
    }

    @Test
    void it_becomes_the_units_grant_and_whoever_shared_it_is_told() {
        Folder folder = taking.takeOver(share(Optional.empty(), "Bilder")).orElseThrow();

        assertThat(harbour.workspaces.folder(folder.id())).contains(folder);
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.folder()).isEqualTo(FolderRef.of(folder));
                    assertThat(grant.until()).contains(harbour.today.plusDays(30));
                    assertThat(harbour.trail.entries())
                            .contains(
                                    AuditEntry.of(
                                            Harbour.as(harbour.max),
                                            "grant.taken-over",
                                            harbour.umwelt.id(),
                                            grant.id().value()));
                });
        assertThat(letters()).containsExactly(Template.SHARE_TAKEN_OVER);
        assertThat(harbour.wake.heard()).contains(Touched.workspace(harbour.umwelt.id()));
    }

    @Test
    void taken_over_again_after_a_crash_it_is_there_once() {
        Folder folder = taking.takeOver(share(Optional.empty(), "Bilder")).orElseThrow();

        assertThat(taking.takeOver(share(Optional.of(folder.id()), "Bilder"))).contains(folder);
        assertThat(taking.takeOver(share(Optional.empty(), "bilder"))).contains(folder);
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).hasSize(1);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void nothing_comes_of_it_where_another_folder_has_the_path_by_now() {
        harbour.creatingFolders().create(Harbour.as(harbour.lea), harbour.umwelt.id(), "Bilder");

        assertThat(taking.takeOver(share(Optional.empty(), "bilder"))).isEmpty();
        nothingCameOfIt();
    }

    @Test
    void nothing_comes_of_it_where_others_would_see_a_closed_folder_by_it() {
        Folder closed =
                new Folder(harbour.ids.folder(), harbour.umwelt.id(), "Akten/Personal")
                        .closedTo(Optional.of(Closing.LEADS));
        harbour.workspaces.add(closed);

        assertThat(taking.takeOver(share(Optional.empty(), "Akten"))).isEmpty();
        assertThat(taking.takeOver(share(Optional.empty(), "Akten/Personal/2026"))).isEmpty();
        assertThat(taking.takeOver(share(Optional.of(closed.id()), closed.path()))).isEmpty();
        nothingCameOfIt();
        assertThat(taking.takeOver(share(Optional.empty(), "Akten/Presse"))).isPresent();
    }

    private void nothingCameOfIt() {
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today)).isEmpty();
        assertThat(letters()).isEmpty();
    }

    @Test
    void one_that_is_ended_stands_in_the_trail_and_whoever_made_it_is_told() {
        taking.ended(
                harbour.umwelt.id(),
                Optional.of(harbour.max),
                "Bilder",
                "nothing may leave this cloud");
        taking.ended(harbour.umwelt.id(), Optional.empty(), "Bilder", "likewise");

        assertThat(harbour.trail.entries())
                .extracting(AuditEntry::what)
                .containsExactly("share.ended-in-cloud", "share.ended-in-cloud");
        assertThat(letters()).containsExactly(Template.SHARE_ENDED);
    }
}
