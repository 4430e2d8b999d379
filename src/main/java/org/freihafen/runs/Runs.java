package org.freihafen.runs;

import org.freihafen.ids.RunId;

import java.util.List;
import java.util.Optional;

/** The journal of all runs. */
public interface Runs {
    /** Adds a run or stores how far it has come. */
    void save(Run run);

    Optional<Run> byId(RunId id);

    /** The newest first. */
    List<Run> of(String target, int limit);

    /** The newest run of the target that is held, if no later full run was carried out. */
    Optional<Run> held(String target);

    /** Replaces the lines of a run. */
    void lines(RunId id, List<RunLine> lines);

    List<RunLine> lines(RunId id, int afterNumber, int limit);

    /** Marks those that a stopped server left unfinished. */
    void interruptUnfinished();
}
