package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.Rosters;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.roster.AgeBand;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rosters in the database; what one says in pieces, because H2's bytes end at a megabyte. */
@Dependent
public class JdbiRosters implements Rosters {
    private static final int PIECE_BYTES = 1_000_000;
    private static final String SELECT =
            "select id, made, made_by, profile, encoding, stage, lines, problems, steps, done,"
                    + " left_out, first_by, first_hash, approved_by from roster ";

    private final Statements statements;

    @Inject
    public JdbiRosters(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Roster roster, byte[] content, Map<UnitId, Map<AgeBand, Integer>> ages) {
        statements.together(() -> {
            UUID id = roster.id().value();
            statements.update(
                    "insert into roster (id, made, made_by, profile, encoding, stage, lines,"
                            + " problems) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    roster.at(),
                    roster.by().map(PersonId::value).orElse(null),
                    roster.profile(),
                    roster.encoding(),
                    roster.stage(),
                    roster.lines(),
                    roster.problems());
            addCounts(roster);
            addPieces(id, content);
            List<Object[]> counted = new ArrayList<>();
            ages.forEach((unit, bands) ->
                    bands.forEach((band, people) ->
                            counted.add(new Object[] {id, unit.value(), band, people})));
            statements.batch(
                    "insert into roster_age (roster, unit, band, people) values (?, ?, ?, ?)",
                    counted,
                    values -> values);
        });
    }

    private void addPieces(UUID id, byte[] content) {
        List<Integer> pieces = new ArrayList<>();
        for (int from = 0; from < content.length; from += PIECE_BYTES) {
            pieces.add(from);
        }
        statements.batch(
                "insert into roster_piece (roster, place, bytes) values (?, ?, ?)",
                pieces,
                from ->
                        new Object[] {
                            id,
                            from,
                            Arrays.copyOfRange(
                                    content, from, Math.min(from + PIECE_BYTES, content.length))
                        });
    }

    private void addCounts(Roster roster) {
        statements.batch(
                "insert into roster_count (roster, kind, people) values (?, ?, ?)",
                roster.counts().entrySet(),
                count -> new Object[] {roster.id().value(), count.getKey(), count.getValue()});
    }

    @Override
    public Optional<Roster> byId(RosterId id) {
        return select("where id = ?", id.value()).stream().findFirst();
    }

    @Override
    public Optional<Roster> lock(RosterId id) {
        return select("where id = ? for update", id.value()).stream().findFirst();
    }

    @Override
    public List<Roster> latest(Optional<RosterId> olderThan, int limit) {
        return olderThan
                .map(id -> select("where id < ? order by id desc limit ?", id.value(), limit))
                .orElseGet(() -> select("order by id desc limit ?", limit));
    }

    @Override
    public List<Roster> in(Roster.Stage stage) {
        return select("where stage = ? order by id", stage);
    }

    @Override
    public Set<PersonId> hands() {
        return Set.copyOf(
                statements.list(
                        "select made_by from roster where made_by is not null union select first_by"
                                + " from roster where first_by is not null union select approved_by"
                                + " from roster where approved_by is not null",
                        (row, _) -> Columns.person(row, 1)));
    }

    private List<Roster> select(String which, @Nullable Object... values) {
        return statements.list(SELECT + which, (row, _) -> roster(row), values).stream()
                .map(this::counted)
                .toList();
    }

    private static Roster roster(ResultSet row) throws SQLException {
        Optional<PersonId> first = Columns.optionalUuid(row, 12).map(PersonId::new);
        String hash = row.getString(13);
        return new Roster(
                new RosterId(Columns.uuid(row, 1)),
                Columns.moment(row, 2),
                Columns.optionalUuid(row, 3).map(PersonId::new),
                row.getString(4),
                row.getString(5),
                Columns.constant(row, 6, Roster.Stage.class),
                row.getInt(7),
                row.getInt(8),
                Map.of(),
                new Roster.Progress(row.getInt(9), row.getInt(10), row.getInt(11)),
                first.map(person -> new Roster.First(person, hash)),
                Columns.optionalUuid(row, 14).map(PersonId::new));
    }

    private Roster counted(Roster roster) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        statements.stream(
                "select kind, people from roster_count where roster = ?",
                row -> counts.put(Columns.constant(row, 1, Kind.class), row.getInt(2)),
                roster.id().value());
        return roster.looking(roster.problems(), counts);
    }

    @Override
    public Optional<byte[]> content(RosterId id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        statements.stream(
                "select bytes from roster_piece where roster = ? order by place",
                row -> content.writeBytes(row.getBytes(1)),
                id.value());
        return content.size() == 0 ? Optional.empty() : Optional.of(content.toByteArray());
    }

    @Override
    public Map<UnitId, Map<AgeBand, Integer>> ages(RosterId id) {
        Map<UnitId, Map<AgeBand, Integer>> ages = new HashMap<>();
        statements.stream(
                "select unit, band, people from roster_age where roster = ?",
                row ->
                        ages.computeIfAbsent(
                                        new UnitId(Columns.uuid(row, 1)),
                                        _ -> new EnumMap<>(AgeBand.class))
                                .put(Columns.constant(row, 2, AgeBand.class), row.getInt(3)),
                id.value());
        return ages;
    }

    @Override
    public Map<String, Reply> replies(RosterId id) {
        Map<String, Reply> replies = new HashMap<>();
        statements.stream(
                "select question, reply from roster_reply where roster = ?",
                row -> replies.put(row.getString(1), Columns.constant(row, 2, Reply.class)),
                id.value());
        return replies;
    }

    @Override
    public void reply(RosterId id, Map<String, Reply> replies) {
        statements.together(() -> {
            statements.batch(
                    "delete from roster_reply where roster = ? and question = ?",
                    replies.keySet(),
                    question -> new Object[] {id.value(), question});
            statements.batch(
                    "insert into roster_reply (roster, question, reply) values (?, ?, ?)",
                    replies.entrySet(),
                    each -> new Object[] {id.value(), each.getKey(), each.getValue()});
        });
    }

    @Override
    public void save(Roster roster) {
        statements.together(() -> {
            UUID id = roster.id().value();
            statements.updateOne(
                    "the roster " + roster.id(),
                    "update roster set stage = ?, problems = ?, steps = ?, done = ?, left_out = ?,"
                            + " first_by = ?, first_hash = ?, approved_by = ? where id = ?",
                    roster.stage(),
                    roster.problems(),
                    roster.progress().steps(),
                    roster.progress().done(),
                    roster.progress().leftOut(),
                    roster.first().map(first -> first.by().value()).orElse(null),
                    roster.first().map(Roster.First::hash).orElse(null),
                    roster.approvedBy().map(PersonId::value).orElse(null),
                    id);
            statements.update("delete from roster_count where roster = ?", id);
            addCounts(roster);
        });
    }

    @Override
    public void save(Roster roster, byte[] content) {
        statements.together(() -> {
            save(roster);
            UUID id = roster.id().value();
            statements.update("delete from roster_piece where roster = ?", id);
            addPieces(id, content);
        });
    }

    @Override
    public void advance(Roster roster, List<Integer> leftOut) {
        statements.together(() -> {
            statements.updateOne(
                    "the roster " + roster.id(),
                    "update roster set stage = ?, done = ?, left_out = ? where id = ?",
                    roster.stage(),
                    roster.progress().done(),
                    roster.progress().leftOut(),
                    roster.id().value());
            statements.batch(
                    "insert into roster_left_out (roster, place) values (?, ?)",
                    leftOut,
                    place -> new Object[] {roster.id().value(), place});
        });
    }

    @Override
    public List<Integer> leftOut(RosterId id) {
        return statements.list(
                "select place from roster_left_out where roster = ? order by place",
                (row, _) -> row.getInt(1),
                id.value());
    }

    @Override
    public void close(Roster roster) {
        save(roster, new byte[0]);
    }

    @Override
    public void forget(Instant readBefore) {
        statements.update(
                "delete from roster_piece where roster in"
                        + " (select id from roster where made < ? and stage in (?, ?))",
                readBefore,
                Roster.Stage.APPLIED,
                Roster.Stage.DISCARDED);
    }
}
