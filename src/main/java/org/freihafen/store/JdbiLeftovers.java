package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.retention.Leftovers;
import org.freihafen.runs.Run.Phase;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the database keeps only for a while. */
@Dependent
public class JdbiLeftovers implements Leftovers {
    private static final String HAS_GUEST =
            "exists (select 1 from invitation_guest where invitation = id and answer = ?)";

    private final Statements statements;

    @Inject
    public JdbiLeftovers(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public int forget(Sort sort, Instant overBefore, int most) {
        return statements.together(() ->
                switch (sort) {
                    case RUNS -> runs(overBefore, most);
                    case ROSTERS -> rosters(overBefore, most);
                    case INVITATIONS ->
                            delete(
                                    "invitation",
                                    "id",
                                    "until < ? or (made < ? and (withdrawn or "
                                            + HAS_GUEST
                                            + " and not "
                                            + HAS_GUEST
                                            + ")) order by id",
                                    most,
                                    overBefore,
                                    overBefore,
                                    Answer.ACCEPTED,
                                    Answer.OPEN);
                    case STRUCTURE_PLANS ->
                            delete(
                                    "structure_plan",
                                    "id",
                                    "made < ? order by id",
                                    most,
                                    overBefore);
                    case SECRETS -> secrets(overBefore, most);
                    case ANSWERS ->
                            delete("answer", "request", "made < ? order by made", most, overBefore);
                });
    }

    private int delete(
            String table, String key, String which, int most, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = most;
        return statements.update(
                "delete from "
                        + table
                        + " where "
                        + key
                        + " in (select "
                        + key
                        + " from "
                        + table
                        + " where "
                        + which
                        + " limit ?)",
                all);
    }

    private int secrets(Instant before, int most) {
        int rows = delete("token", "id", "until < ? order by until", most, before);
        rows += delete("password_link", "person", "until < ? order by until", most - rows, before);
        return rows
                + delete(
                        "one_time_code",
                        "secret_digest",
                        "until < ? order by until",
                        most - rows,
                        before);
    }

    private int rosters(Instant before, int most) {
        List<UUID> old =
                statements.list(
                        "select id from roster where made < ? and stage <> ? order by id limit ?",
                        (row, _) -> Columns.uuid(row, 1),
                        before,
                        Roster.Stage.WAITING,
                        most);
        for (UUID roster : old) {
            statements.update("delete from roster_piece where roster = ?", roster);
            statements.update("delete from roster_count where roster = ?", roster);
            statements.update("delete from roster where id = ?", roster);
        }
        return old.size();
    }

    /** Lines go before their run, so that one run with very many is deleted in several steps. */
    private int runs(Instant before, int most) {
        int rows = 0;
        for (UUID run : oldRuns(before, most)) {
            rows +=
                    statements.update(
                            "delete from run_line where run = ? and number in (select number from"
                                    + " run_line where run = ? order by number limit ?)",
                            run,
                            run,
                            most - rows);
            if (rows == most) {
                return rows;
            }
            statements.update("delete from run_loss where run = ?", run);
            rows += statements.update("delete from run where id = ?", run);
            if (rows == most) {
                return rows;
            }
        }
        return rows;
    }

    private List<UUID> oldRuns(Instant before, int most) {
        return statements.list(
                "select id from run where started < ? and (ended is null or ended < ?)"
                        + " and phase not in (?, ?, ?)"
                        + " and (not full_run or phase not in (?, ?) or exists ("
                        + " select 1 from run later where later.target = run.target"
                        + " and later.id > run.id and later.full_run and later.phase in (?, ?)))"
                        + " order by id limit ?",
                (row, _) -> Columns.uuid(row, 1),
                before,
                before,
                Phase.WAITING,
                Phase.OBSERVING,
                Phase.APPLYING,
                Phase.HELD,
                Phase.DONE,
                Phase.HELD,
                Phase.DONE,
                most);
    }
}
