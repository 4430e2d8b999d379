package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.Rosters;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rosters in the database; what one says in pieces, because H2's bytes end at a megabyte. */
@Dependent
public class JdbiRosters implements Rosters {
    private static final int PIECE_BYTES = 1_000_000;
    private static final String SELECT =
            "select id, made, made_by, profile, encoding, stage, lines, problems from roster ";

    private final Statements statements;

    @Inject
    public JdbiRosters(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Roster roster, byte[] content) {
        statements.together(() -> {
            statements.update(
                    "insert into roster (id, made, made_by, profile, encoding, stage, lines,"
                            + " problems) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    roster.id().value(),
                    roster.at(),
                    roster.by().map(PersonId::value).orElse(null),
                    roster.profile(),
                    roster.encoding(),
                    roster.stage(),
                    roster.lines(),
                    roster.problems());
            addCounts(roster);
            List<Integer> pieces = new ArrayList<>();
            for (int from = 0; from < content.length; from += PIECE_BYTES) {
                pieces.add(from);
            }
            statements.batch(
                    "insert into roster_piece (roster, place, bytes) values (?, ?, ?)",
                    pieces,
                    from ->
                            new Object[] {
                                roster.id().value(),
                                from,
                                Arrays.copyOfRange(
                                        content, from, Math.min(from + PIECE_BYTES, content.length))
                            });
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
    public List<Roster> latest(int limit) {
        return select("order by id desc limit ?", limit);
    }

    @Override
    public List<RosterId> waitingSince(Instant before) {
        return statements.list(
                "select id from roster where stage = ? and made < ? order by id",
                (row, _) -> new RosterId(Columns.uuid(row, 1)),
                Roster.Stage.WAITING,
                before);
    }

    private List<Roster> select(String which, @Nullable Object... values) {
        return statements.list(SELECT + which, (row, _) -> roster(row), values).stream()
                .map(this::counted)
                .toList();
    }

    private static Roster roster(ResultSet row) throws SQLException {
        return new Roster(
                new RosterId(Columns.uuid(row, 1)),
                Columns.moment(row, 2),
                Columns.optionalUuid(row, 3).map(PersonId::new),
                row.getString(4),
                row.getString(5),
                Columns.constant(row, 6, Roster.Stage.class),
                row.getInt(7),
                row.getInt(8),
                Map.of());
    }

    private Roster counted(Roster roster) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        statements.stream(
                "select kind, people from roster_count where roster = ?",
                row -> counts.put(Columns.constant(row, 1, Kind.class), row.getInt(2)),
                roster.id().value());
        return new Roster(
                roster.id(),
                roster.at(),
                roster.by(),
                roster.profile(),
                roster.encoding(),
                roster.stage(),
                roster.lines(),
                roster.problems(),
                counts);
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
    public void close(Roster roster) {
        statements.together(() -> {
            UUID id = roster.id().value();
            statements.updateOne(
                    "the roster " + roster.id(),
                    "update roster set stage = ?, problems = ? where id = ?",
                    roster.stage(),
                    roster.problems(),
                    id);
            statements.update("delete from roster_count where roster = ?", id);
            addCounts(roster);
            statements.update("delete from roster_piece where roster = ?", id);
        });
    }
}
