package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.retention.Leftovers;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What the database keeps only for a while. */
@Dependent
public class JdbiLeftovers implements Leftovers {
    private final Statements statements;

    @Inject
    public JdbiLeftovers(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    /** What is over, as rows of one table with their key. */
    private enum Over {
        RUNS(
                "run",
                "id",
                "started < ? and (ended is null or ended < ?) and phase not in ('WAITING',"
                        + " 'OBSERVING', 'APPLYING') and (not full_run or phase not in ('HELD',"
                        + " 'DONE') or exists (select 1 from run later where later.target ="
                        + " run.target and later.id > run.id and later.full_run and later.phase"
                        + " in ('HELD', 'DONE'))) order by id",
                2),
        ROSTERS("roster", "id", "made < ? and stage <> 'WAITING' order by id", 1),
        INVITATIONS(
                "invitation",
                "id",
                "until < ? or (made < ? and (withdrawn or "
                        + guest("ACCEPTED")
                        + " and not "
                        + guest("OPEN")
                        + ")) order by id",
                2),
        DRIFT(
                "drift",
                "id",
                "last_seen < ? and (choice is not null or law <> 'LEFT' or done is not null) and"
                        + " not (done is null and law = 'LEFT' and choice = 'REPAIR') order by"
                        + " id",
                1),
        STRUCTURE_PLANS("structure_plan", "id", "made < ? order by id", 1),
        TOKENS("token", "id", "until < ? order by until", 1),
        PASSWORD_LINKS("password_link", "person", "until < ? order by until", 1),
        ONE_TIME_CODES("one_time_code", "secret_digest", "until < ? order by until", 1),
        RIGHTS("rights_request", "id", "answered < ? order by answered", 1),
        RELEASES(
                "data_release",
                "id",
                "answered < ? and (until is null or until < ?) order by answered",
                2),
        CHANGES("change_request", "id", "answered < ? order by answered", 1),
        REQUESTS("access_request", "id", "answered < ? order by answered", 1),
        OFFERS("person_offer", "id", "waits_until < ? and grant_id is null order by id", 1),
        ANSWERS("answer", "request", "made < ? order by made", 1),
        LETTERS("letter", "id", "made < ? and stage in ('SENT', 'FAILED') order by id", 1);

        private final String table;
        private final String key;
        private final String which;
        private final int moments;

        Over(String table, String key, String which, int moments) {
            this.table = table;
            this.key = key;
            this.which = which;
            this.moments = moments;
        }

        private static String guest(String answer) {
            return "exists (select 1 from invitation_guest where invitation = id and answer = '"
                    + answer
                    + "')";
        }

        /** The keys of at most some of them, oldest first. */
        String select() {
            return "select " + key + " from " + table + " where " + which + " limit ?";
        }

        String delete() {
            return "delete from " + table + " where " + key + " in (" + select() + ")";
        }

        String count() {
            return "select count(*) from (select "
                    + key
                    + " from "
                    + table
                    + " where "
                    + which
                    + ") over_rows";
        }

        Object[] values(Instant before, Object... more) {
            List<Object> values = new ArrayList<>(Collections.nCopies(moments, before));
            values.addAll(List.of(more));
            return values.toArray();
        }
    }

    private static List<Over> of(Sort sort) {
        return switch (sort) {
            case RUNS -> List.of(Over.RUNS, Over.DRIFT);
            case ROSTERS -> List.of(Over.ROSTERS);
            case INVITATIONS -> List.of(Over.INVITATIONS);
            case STRUCTURE_PLANS -> List.of(Over.STRUCTURE_PLANS);
            case SECRETS -> List.of(Over.TOKENS, Over.PASSWORD_LINKS, Over.ONE_TIME_CODES);
            case RIGHTS -> List.of(Over.RIGHTS);
            case RELEASES -> List.of(Over.RELEASES);
            case CHANGES -> List.of(Over.CHANGES);
            case REQUESTS -> List.of(Over.REQUESTS, Over.OFFERS);
            case ANSWERS -> List.of(Over.ANSWERS);
            case LETTERS -> List.of(Over.LETTERS);
        };
    }

    @Override
    public int due(Sort sort, Instant overBefore) {
        return of(sort).stream()
                .mapToInt(over ->
                        statements
                                .first(
                                        over.count(),
                                        (row, _) -> row.getInt(1),
                                        over.values(overBefore))
                                .orElse(0))
                .sum();
    }

    @Override
    public int forget(Sort sort, Instant overBefore, int most) {
        return statements.together(() ->
                switch (sort) {
                    case RUNS -> {
                        int rows = runs(overBefore, most);
                        yield rows
                                + statements.update(
                                        Over.DRIFT.delete(),
                                        Over.DRIFT.values(overBefore, most - rows));
                    }
                    case ROSTERS -> rosters(overBefore, most);
                    case INVITATIONS,
                            STRUCTURE_PLANS,
                            SECRETS,
                            RIGHTS,
                            RELEASES,
                            CHANGES,
                            REQUESTS,
                            ANSWERS,
                            LETTERS -> {
                        int rows = 0;
                        for (Over over : of(sort)) {
                            rows +=
                                    statements.update(
                                            over.delete(), over.values(overBefore, most - rows));
                        }
                        yield rows;
                    }
                });
    }

    private List<UUID> old(Over over, Instant before, int most) {
        return statements.list(
                over.select(), (row, _) -> Columns.uuid(row, 1), over.values(before, most));
    }

    private int rosters(Instant before, int most) {
        List<UUID> old = old(Over.ROSTERS, before, most);
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
        for (UUID run : old(Over.RUNS, before, most)) {
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
}
