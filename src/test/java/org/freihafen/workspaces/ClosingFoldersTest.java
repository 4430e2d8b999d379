package org.freihafen.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.governance.Harbour;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class ClosingFoldersTest {
    private final Harbour harbour = new Harbour();
    private final ClosingFolders closing = harbour.closingFolders();

    private Folder folder() {
        return done(
                harbour.creatingFolders().create(as(harbour.lea), harbour.umwelt.id(), "Personal"));
    }

    private static Folder done(Decision<Folder> decision) {
        return ((Decision.Done<Folder>) decision).value();
    }

    @Test
    void a_folder_is_closed_to_all_but_the_leads_and_opened_again() {
        Folder closed =
                done(closing.close(as(harbour.lea), folder().id(), Optional.of(Closing.LEADS)));
        assertThat(closed.closedTo()).contains(Closing.LEADS);
        assertThat(harbour.workspaces.folder(closed.id())).contains(closed);

        Folder open = done(closing.close(as(harbour.lea), closed.id(), Optional.empty()));
        assertThat(harbour.workspaces.folder(closed.id())).contains(open);
        assertThat(open.closedTo()).isEmpty();
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
    void whoever_may_not_make_folders_closes_none() {
        Folder folder = folder();

        assertThatThrownBy(() ->
                        closing.close(as(harbour.max), folder.id(), Optional.of(Closing.LEADS)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void closing_what_is_closed_says_nothing_new() {
        Folder folder = folder();
        closing.close(as(harbour.lea), folder.id(), Optional.of(Closing.LEADS));
        int told = harbour.trail.entries().size();

        closing.close(as(harbour.lea), folder.id(), Optional.of(Closing.LEADS));

        assertThat(harbour.trail.entries()).hasSize(told);
    }
}
