package org.freihafen.roster;

import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.State;
import org.freihafen.structure.FileProblem;

import java.util.List;
import java.util.Set;

/** What came of reading a roster. */
public sealed interface RosterFile {
    /** The whole file is refused, for this one reason. */
    record Unusable(FileProblem problem) implements RosterFile {}

    /**
     * The file was read; lines with problems were set aside.
     *
     * @param lines how many people it lists, those set aside included
     * @param setAside the numbers of those whose lines have problems: nothing changes for them
     * @param unnamed how many lines name nobody for certain; while there are any, it proves nothing
     *     that somebody is missing
     * @param problems the first of them
     * @param problemCount how many there are
     */
    record Read(
            String encoding,
            int lines,
            State<MemberNumber, RosterEntry> entries,
            Set<MemberNumber> setAside,
            int unnamed,
            List<FileProblem> problems,
            int problemCount)
            implements RosterFile {}
}
