package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.AuditLine;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The audit trail in the database. Whoever appends holds the head until their transaction ends, so
 * lines follow each other without a gap.
 */
@Dependent
public class JdbiTrail implements Trail {
    private static final String LINE =
            "select l.number, l.at, l.actor, l.what, l.unit, t.reason, t.salt, l.reason_digest,"
                    + " l.previous, l.hash from audit_line l left join audit_text t"
                    + " on t.number = l.number";
    private static final int LINES_AT_ONCE = 5000;

    private final Statements statements;
    private final InstantSource clock;

    @Inject
    public JdbiTrail(Jdbi jdbi, InstantSource clock) {
        this.statements = new Statements(jdbi);
        this.clock = clock;
    }

    @Override
    public void append(AuditEntry entry) {
        statements.together(() -> {
            Head head = head(" for update");
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            AuditLine line = new AuditLine(head.number() + 1, at, entry);
            Optional<Reason> reason = entry.why().map(Reason::salted);
            ChainLink link = ChainLink.after(head.hash(), line, reason.map(Reason::digest));
            store(line, reason, link);
            statements.update(
                    "update audit_head set number = ?, hash = ?", line.number(), link.hash());
        });
    }

    private void store(AuditLine line, Optional<Reason> reason, ChainLink link) {
        AuditEntry entry = line.entry();
        statements.update(
                "insert into audit_line (number, at, actor, what, unit, reason_digest, previous,"
                        + " hash) values (?, ?, ?, ?, ?, ?, ?, ?)",
                line.number(),
                line.at(),
                entry.actor().somebody().map(PersonId::value).orElse(null),
                entry.what(),
                entry.unit().map(UnitId::value).orElse(null),
                link.reasonDigest().orElse(null),
                link.previous(),
                link.hash());
        List<Object[]> subjects = new ArrayList<>();
        for (UUID subject : entry.subjects()) {
            subjects.add(new Object[] {line.number(), subjects.size(), subject});
        }
        statements.batch(
                "insert into audit_subject (number, place, subject) values (?, ?, ?)",
                subjects,
                row -> row);
        reason.ifPresent(given ->
                statements.update(
                        "insert into audit_text (number, salt, reason) values (?, ?, ?)",
                        line.number(),
                        given.salt(),
                        given.text()));
    }

    @Override
    public List<AuditLine> lines(Question question, long after, int limit) {
        return found(question, " where l.number > ?", after, " order by l.number limit ?", limit);
    }

    @Override
    public List<AuditLine> latest(Question question, long before, int limit) {
        return found(
                question, " where l.number < ?", before, " order by l.number desc limit ?", limit);
    }

    private List<AuditLine> found(
            Question question, String from, long number, String order, int limit) {
        StringBuilder where = new StringBuilder(from);
        List<Object> values = new ArrayList<>(List.of(number));
        question.unit()
                .ifPresent(unit -> {
                    where.append(" and l.unit = ?");
                    values.add(unit.value());
                });
        question.person()
                .ifPresent(person -> {
                    where.append(
                            " and (l.actor = ? or l.number in (select s.number"
                                    + " from audit_subject s where s.subject = ?))");
                    values.add(person.value());
                    values.add(person.value());
                });
        question.from()
                .ifPresent(since -> {
                    where.append(" and l.at >= ?");
                    values.add(since);
                });
        values.add(limit);
        return links(where + order, values.toArray()).stream().map(Stored::line).toList();
    }

    @Override
    public int timesDone(PersonId actor, String what, Instant since) {
        return statements
                .first(
                        "select count(*) from audit_line where actor = ? and what = ? and at >= ?",
                        (row, _) -> row.getInt(1),
                        actor.value(),
                        what,
                        since)
                .orElse(0);
    }

    @Override
    public Optional<Long> firstBroken() {
        return statements.together(() -> {
            Head last = new Head(0, "");
            while (true) {
                List<Stored> page =
                        links(
                                " where l.number > ? order by l.number limit ?",
                                last.number(),
                                LINES_AT_ONCE);
                for (Stored stored : page) {
                    if (!stored.follows(last)) {
                        return Optional.of(last.number() + 1);
                    }
                    last = new Head(stored.line().number(), stored.link().hash());
                }
                if (page.isEmpty()) {
                    return last.equals(head(""))
                            ? Optional.empty()
                            : Optional.of(last.number() + 1);
                }
            }
        });
    }

    private Head head(String locked) {
        return statements
                .first(
                        "select number, hash from audit_head" + locked,
                        (row, _) -> new Head(row.getLong(1), row.getString(2)))
                .orElseThrow(() -> new IllegalStateException("the audit trail's head is missing"));
    }

    private List<Stored> links(String where, @Nullable Object... values) {
        List<Stored> found = statements.list(LINE + where, (row, _) -> stored(row), values);
        Map<Long, List<UUID>> subjects = new HashMap<>();
        statements.list(
                "select number, subject from audit_subject"
                        + Any.LONGS
                        + "number = want order by number, place",
                (row, _) ->
                        subjects.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(Columns.uuid(row, 2)),
                Any.longs(found.stream().map(stored -> stored.line().number()).toList()));
        return found.stream()
                .map(stored ->
                        stored.concerning(subjects.getOrDefault(stored.line().number(), List.of())))
                .toList();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Optional<String> text = Columns.optionalText(row, 6);
        AuditEntry entry =
                new AuditEntry(
                        Columns.optionalUuid(row, 3)
                                .<Actor>map(actor -> Actor.of(new PersonId(actor)))
                                .orElseGet(Actor.Host::new),
                        row.getString(4),
                        Columns.optionalUuid(row, 5).map(UnitId::new),
                        List.of(),
                        text);
        String salt = row.getString(7);
        return new Stored(
                new AuditLine(row.getLong(1), Columns.moment(row, 2), entry),
                text.map(reason -> new Reason(reason, salt)),
                new ChainLink(Columns.optionalText(row, 8), row.getString(9), row.getString(10)));
    }

    private record Head(long number, String hash) {}

    /** A line as it was found, with the link that it claims. */
    private record Stored(AuditLine line, Optional<Reason> reason, ChainLink link) {
        Stored concerning(List<UUID> subjects) {
            AuditEntry entry = line.entry();
            return new Stored(
                    new AuditLine(
                            line.number(),
                            line.at(),
                            new AuditEntry(
                                    entry.actor(),
                                    entry.what(),
                                    entry.unit(),
                                    List.copyOf(subjects),
                                    entry.why())),
                    reason,
                    link);
        }

        boolean follows(Head before) {
            boolean reasonHolds =
                    reason.map(Reason::digest)
                            .map(d -> link.reasonDigest().equals(Optional.of(d)))
                            .orElse(true);
            return line.number() == before.number() + 1
                    && reasonHolds
                    && link.equals(ChainLink.after(before.hash(), line, link.reasonDigest()));
        }
    }
}
