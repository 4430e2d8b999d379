package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterProfile.Column;
import org.freihafen.structurefile.FileProblem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What came of reading a roster. */
public sealed interface RosterFile {
    /**
     * The whole file is refused, for this one reason.
     *
     * @param look how it looked; empty if not even its columns could be seen
     */
    record Unusable(FileProblem problem, Optional<Look> look) implements RosterFile {}

    /**
     * The file was read; lines with problems were set aside.
     *
     * @param lines how many people it lists, those set aside included
     * @param setAside the numbers of those whose lines have problems: nothing changes for them
     * @param unnamed how many lines name nobody for certain; while there are any, it proves nothing
     *     that somebody is missing
     * @param problems the first of them
     * @param problemCount how many there are
     * @param ages how old those are who are present, counted while reading and never kept singly
     */
    record Read(
            Look look,
            int lines,
            State<MemberNumber, RosterEntry> entries,
            Set<MemberNumber> setAside,
            int unnamed,
            List<FileProblem> problems,
            int problemCount,
            Map<UnitId, Map<AgeBand, Integer>> ages)
            implements RosterFile {
        public String encoding() {
            return look.encoding();
        }
    }

    /**
     * How a file looked to its profile.
     *
     * @param encoding as it was found or as the profile says, or the workbook's format
     * @param headerLine the line in which the columns are named
     * @param used what each column is called in the file
     * @param guessed those whose name only looks like one that the profile knows
     * @param ignored the names of the columns that the profile does not know
     * @param absent what the profile knows and the file does not have
     */
    record Look(
            String encoding,
            int headerLine,
            Map<Column, String> used,
            Set<Column> guessed,
            List<String> ignored,
            Set<Column> absent) {}

    static RosterFile unusable(RosterFault fault, String value) {
        return new Unusable(FileProblem.ofFile(fault, value), Optional.empty());
    }
}
