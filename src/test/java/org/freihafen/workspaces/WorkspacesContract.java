package org.freihafen.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.UUID;

/** What every {@link Workspaces} keeps. */
public abstract class WorkspacesContract {
    protected abstract Workspaces workspaces();

    /** A unit that is there, each time another, each greater than the one before. */
    protected abstract UnitId someUnit();

    private static FolderId folder(int n) {
        return new FolderId(new UUID(7, n));
    }

    @Test
    void a_workspace_is_opened_and_archived() {
        Workspaces workspaces = workspaces();
        UnitId unit = someUnit();
        assertThat(workspaces.of(unit)).isEmpty();
        Workspace workspace = new Workspace(unit, "working", false);
        workspaces.add(workspace);
        assertThat(workspaces.of(unit)).contains(workspace);
        assertThatThrownBy(() -> workspaces.add(workspace)).isInstanceOf(RuntimeException.class);
        Workspace archived = new Workspace(unit, "working", true);
        workspaces.save(archived);
        assertThat(workspaces.all()).containsExactly(archived);
        Workspace none = new Workspace(someUnit(), "working", false);
        assertThatThrownBy(() -> workspaces.save(none)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void folders_stand_in_the_order_of_their_paths() {
        Workspaces workspaces = workspaces();
        UnitId one = someUnit();
        UnitId other = someUnit();
        workspaces.add(new Workspace(one, "working", false));
        workspaces.add(new Workspace(other, "working", false));
        Folder minutes = new Folder(folder(1), one, "Protokolle/2026");
        Folder above = new Folder(folder(2), one, "Protokolle");
        Folder same = new Folder(folder(3), other, "protokolle");
        workspaces.add(minutes);
        workspaces.add(above);
        workspaces.add(same);
        assertThat(workspaces.folders(one)).containsExactly(above, minutes);
        assertThat(workspaces.allFolders()).containsExactly(above, minutes, same);
        assertThat(workspaces.folder(folder(1))).contains(minutes);
        assertThat(workspaces.folder(folder(9))).isEmpty();
    }

    @Test
    void two_folders_never_differ_in_case_alone() {
        Workspaces workspaces = workspaces();
        UnitId unit = someUnit();
        workspaces.add(new Workspace(unit, "working", false));
        workspaces.add(new Folder(folder(1), unit, "Übersicht"));
        assertThatThrownBy(() -> workspaces.add(new Folder(folder(2), unit, "übersicht")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_folder_is_moved_and_deleted_and_never_takes_anothers_path() {
        Workspaces workspaces = workspaces();
        UnitId unit = someUnit();
        workspaces.add(new Workspace(unit, "working", false));
        Folder minutes = new Folder(folder(1), unit, "Protokolle");
        workspaces.add(minutes);
        workspaces.add(new Folder(folder(2), unit, "Übersicht"));
        Folder now = minutes.at("Archiv/Protokolle").deleted(true);
        workspaces.save(now);
        assertThat(workspaces.folder(folder(1))).contains(now);
        Folder closed = now.closedTo(Optional.of(Closing.LEADS));
        workspaces.save(closed);
        assertThat(workspaces.folder(folder(1))).contains(closed);
        workspaces.save(now);
        assertThat(workspaces.folder(folder(1))).contains(now);
        assertThatThrownBy(() -> workspaces.save(minutes.at("übersicht")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> workspaces.save(new Folder(folder(9), unit, "X")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_folder_needs_a_workspace() {
        Workspaces workspaces = workspaces();
        UnitId unit = someUnit();
        assertThatThrownBy(() -> workspaces.add(new Folder(folder(1), unit, "Allein")))
                .isInstanceOf(RuntimeException.class);
    }
}
