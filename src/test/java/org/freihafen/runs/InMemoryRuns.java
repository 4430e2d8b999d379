package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.runs.Run.Phase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs for tests; keeps the promises of {@code RunsContract}. */
public final class InMemoryRuns implements Runs {
    private final Map<RunId, Run> runs = new LinkedHashMap<>();
    private final Map<RunId, List<RunLine>> lines = new LinkedHashMap<>();

    @Override
    public synchronized void save(Run run) {
        runs.put(run.id(), run);
    }

    @Override
    public synchronized Optional<Run> byId(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public synchronized List<Run> of(String target, int limit) {
        return runs.values().stream()
                .filter(run -> run.target().equals(target))
                .sorted(Comparator.comparing(Run::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Run> held(String target) {
        return of(target, Integer.MAX_VALUE).stream()
                .filter(Run::full)
                .filter(run -> run.phase() == Phase.HELD || run.phase() == Phase.DONE)
                .findFirst()
                .filter(run -> run.phase() == Phase.HELD);
    }

    @Override
    public synchronized void lines(RunId id, List<RunLine> newLines) {
        lines.put(id, List.copyOf(newLines));
    }

    @Override
    public synchronized List<RunLine> lines(RunId id, int afterNumber, int limit) {
        return lines.getOrDefault(id, List.of()).stream()
                .filter(line -> line.number() > afterNumber)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void interruptUnfinished() {
        for (Run run : new ArrayList<>(runs.values())) {
            if (!run.phase().over()) {
                runs.put(run.id(), run.in(Phase.INTERRUPTED));
            }
        }
    }
}
