package org.freihafen.reach;

import org.freihafen.groups.PersonSet;
import org.freihafen.workspaces.FolderRef;

import java.time.LocalDate;
import java.util.List;

/**
 * Who can reach a folder on a day, and why.
 *
 * @param ways those that open the folder itself
 * @param inside those that open only something in it
 * @param everybody all whom any of {@code ways} lets in, each counted once
 */
public record FolderReach(
        FolderRef folder,
        LocalDate day,
        List<Travelled> ways,
        List<Travelled> inside,
        PersonSet everybody) {

    /**
     * A way, and those who can go it.
     *
     * @param hiding how many of them hid from their own files what lies at its end
     */
    public record Travelled(Way way, PersonSet people, int hiding) {}
}
