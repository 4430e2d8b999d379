package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Loss;
import org.freihafen.runs.Run;
import org.freihafen.runs.Run.Counts;
import org.freihafen.runs.Run.Phase;
import org.freihafen.runs.RunLine;
import org.freihafen.runs.Runs;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The journal of runs in the database. */
@Dependent
public class JdbiRuns implements Runs {
    private static final String SELECT =
            "select id, target, full_run, dry_run, phase, started, ended, planned, applied, refused,"
                    + " not_yet, unavailable, unexplained, hash, message from run where ";

    private final Statements statements;

    @Inject
    public JdbiRuns(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void save(Run run) {
        statements.together(() -> {
            if (statements.update(
                            "update run set target = ?, full_run = ?, dry_run = ?,"
                                    + " phase = ?, started = ?, ended = ?, planned = ?,"
                                    + " applied = ?, refused = ?, not_yet = ?, unavailable = ?,"
                                    + " unexplained = ?, hash = ?, message = ?"
                                    + " where id = ?",
                            values(run))
                    == 0) {
                statements.update(
                        "insert into run (target, full_run, dry_run, phase, started, ended,"
                                + " planned, applied, refused, not_yet, unavailable, unexplained,"
                                + " hash, message, id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        values(run));
            }
            saveLosses(run);
        });
    }

    private void saveLosses(Run run) {
        statements.update("delete from run_loss where run = ?", run.id().value());
        statements.batch(
                "insert into run_loss (run, place, what, place_name, lost, before)"
                        + " values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, run.losses().size()).boxed().toList(),
                place -> {
                    Loss loss = run.losses().get(place);
                    return new Object[] {
                        run.id().value(),
                        place,
                        loss.what(),
                        loss.where(),
                        loss.lost(),
                        loss.before()
                    };
                });
    }

    private static @Nullable Object[] values(Run run) {
        Counts counts = run.counts();
        return new @Nullable Object[] {
            run.target(),
            run.full(),
            run.dryRun(),
            run.phase(),
            run.started(),
            run.ended().orElse(null),
            counts.planned(),
            counts.applied(),
            counts.refused(),
            counts.notYet(),
            counts.unavailable(),
            counts.unexplained(),
            run.hash().orElse(null),
            run.message().map(Sayings::written).orElse(null),
            run.id().value()
        };
    }

    @Override
    public Optional<Run> byId(RunId id) {
        return select("id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Run> of(String target, int limit) {
        return select("target = ? order by id desc limit ?", target, limit);
    }

    @Override
    public Optional<Run> held(String target) {
        return select(
                        "target = ? and full_run and phase in (?, ?, ?) order by id desc limit 1",
                        target,
                        Phase.HELD,
                        Phase.DONE,
                        Phase.POSTPONED)
                .stream()
                .filter(run -> run.phase() == Phase.HELD)
                .findFirst();
    }

    private List<Run> select(String where, @Nullable Object... values) {
        return statements.together(() -> {
            Map<UUID, List<Loss>> losses = new HashMap<>();
            List<Run> runs = statements.list(SELECT + where, (row, _) -> run(row, losses), values);
            statements
                    .list(
                            "select run, what, place_name, lost, before from run_loss"
                                    + Any.UUIDS
                                    + "run = want order by run, place",
                            (row, _) -> Map.entry(Columns.uuid(row, 1), loss(row)),
                            Any.uuids(List.copyOf(losses.keySet())))
                    .forEach(loss ->
                            losses.computeIfAbsent(loss.getKey(), _ -> new ArrayList<>())
                                    .add(loss.getValue()));
            return runs;
        });
    }

    @Override
    public void lines(RunId id, List<RunLine> lines) {
        statements.together(() -> {
            statements.update("delete from run_line where run = ?", id.value());
            statements.batch(
                    "insert into run_line (run, number, line, result, reason)"
                            + " values (?, ?, ?, ?, ?)",
                    lines,
                    line ->
                            new @Nullable Object[] {
                                id.value(),
                                line.number(),
                                Sayings.written(line.text()),
                                line.result(),
                                line.reason().map(Sayings::written).orElse(null)
                            });
        });
    }

    @Override
    public List<RunLine> lines(RunId id, int afterNumber, int limit) {
        return statements.list(
                "select number, line, result, reason from run_line where run = ? and number > ?"
                        + " order by number limit ?",
                (row, _) ->
                        new RunLine(
                                row.getInt(1),
                                Sayings.read(row.getString(2)),
                                Columns.constant(row, 3, RunLine.Result.class),
                                Columns.optionalText(row, 4).map(Sayings::read)),
                id.value(),
                afterNumber,
                limit);
    }

    @Override
    public void interruptUnfinished() {
        for (Phase phase : Phase.values()) {
            if (!phase.over()) {
                statements.update(
                        "update run set phase = ? where phase = ?", Phase.INTERRUPTED, phase);
            }
        }
    }

    private static Run run(ResultSet row, Map<UUID, List<Loss>> losses) throws SQLException {
        UUID id = Columns.uuid(row, 1);
        return new Run(
                new RunId(id),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                Columns.constant(row, 5, Phase.class),
                Columns.moment(row, 6),
                Columns.optionalMoment(row, 7),
                new Counts(
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getInt(13)),
                Columns.optionalText(row, 14),
                losses.computeIfAbsent(id, _ -> new ArrayList<>()),
                Columns.optionalText(row, 15).map(Sayings::read));
    }

    private static Loss loss(ResultSet row) throws SQLException {
        return new Loss(row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
    }
}
