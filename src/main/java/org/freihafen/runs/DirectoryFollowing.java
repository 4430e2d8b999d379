package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.runs.Run.Phase;

import java.util.List;

/** Whether the directory is as it should be, or what it should be waits for somebody. */
@Dependent
@Transactional
public class DirectoryFollowing {
    private static final String TARGET = DirectoryReconciliation.NAME;
    private static final int LATEST = 100;

    private final Runs runs;

    @Inject
    public DirectoryFollowing(Runs runs) {
        this.runs = runs;
    }

    /** Whether something is held until an administrator looked at it. */
    public boolean held() {
        return runs.held(TARGET).isPresent()
                || sinceAllWasDone().stream().anyMatch(run -> run.phase() == Phase.HELD);
    }

    /** Whether nothing is held, under way or left to be tried again. */
    public boolean settled() {
        return runs.held(TARGET).isEmpty()
                && sinceAllWasDone().stream().allMatch(run -> run.phase() == Phase.DONE);
    }

    /** A run over a part that went well says nothing of a part that is held. */
    private List<Run> sinceAllWasDone() {
        return runs.of(TARGET, LATEST).stream()
                .filter(run -> !run.dryRun())
                .takeWhile(run -> !run.full() || run.phase() != Phase.DONE)
                .toList();
    }
}
