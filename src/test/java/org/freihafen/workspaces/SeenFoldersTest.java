package org.freihafen.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Closed folders are named to nobody to whom they are closed. */
class SeenFoldersTest {
    private final Harbour h = new Harbour();
    private final SeenFolders seen = h.seenFolders();

    @BeforeEach
    void folders() {
        h.workspaces.add(new Workspace(h.saxony.id(), "working", false));
        add(h.umwelt, "Protokolle", Optional.empty());
        add(h.umwelt, "Personal", Optional.of(Closing.LEADS));
        add(h.umwelt, "Personal/2026", Optional.empty());
        add(h.saxony, "Presse", Optional.empty());
        add(h.saxony, "Klausur", Optional.of(Closing.BOARD));
    }

    private void add(Unit unit, String path, Optional<Closing> to) {
        h.workspaces.add(new Folder(h.ids.folder(), unit.id(), path).closedTo(to));
    }

    private List<String> paths(PersonId person, Unit unit) {
        return seen.of(person, unit.id()).stream().map(Folder::path).toList();
    }

    @Test
    void members_see_neither_it_nor_what_lies_in_it_and_those_who_lead_see_both() {
        assertThat(paths(h.max, h.umwelt)).containsExactly("Protokolle");
        assertThat(paths(h.lea, h.umwelt))
                .containsExactlyInAnyOrder("Protokolle", "Personal", "Personal/2026");
    }

    @Test
    void what_is_closed_to_the_board_is_seen_by_its_people() {
        h.belong(h.ada, h.board, Role.MEMBER);
        h.belong(h.bo, h.saxony, Role.MEMBER);

        assertThat(paths(h.ada, h.saxony)).containsExactlyInAnyOrder("Presse", "Klausur");
        assertThat(paths(h.bo, h.saxony)).containsExactly("Presse");
    }

    @Test
    void auditors_see_all() {
        h.duties.give(new DutyHeld(h.bo, Duty.AUDITOR, h.federation.id(), Optional.empty()));

        assertThat(paths(h.bo, h.umwelt)).hasSize(3);
    }

    @Test
    void the_whole_workspace_is_no_secret_and_places_are_judged_alike() {
        Folder personal =
                h.workspaces.folders(h.umwelt.id()).stream()
                        .filter(folder -> folder.path().equals("Personal"))
                        .findFirst()
                        .orElseThrow();
        var asMax = seen.in(h.max, h.umwelt.id());

        assertThat(asMax.test(FolderRef.whole(h.umwelt.id()))).isTrue();
        assertThat(asMax.test(FolderRef.of(personal))).isFalse();
        assertThat(seen.in(h.lea, h.umwelt.id()).test(FolderRef.of(personal))).isTrue();
    }
}
