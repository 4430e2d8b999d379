package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.answers.Answer;
import org.freihafen.answers.Answers;
import org.freihafen.answers.Asking;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers in the database; the primary key decides who is the first. */
@Dependent
public class JdbiAnswers implements Answers {
    private final Statements statements;

    @Inject
    public JdbiAnswers(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Stand begin(Asking asking, Duration kept) {
        statements.update(
                "delete from answer where request = ? and made <= ?",
                asking.request(),
                asking.at().minus(kept));
        int begun =
                statements.update(
                        "insert into answer (request, body, made) values (?, ?, ?)"
                                + " on conflict do nothing",
                        asking.request(),
                        asking.body(),
                        asking.at());
        return begun == 1
                ? new Stand.First()
                : answer(asking).<Stand>map(Stand.Answered::new).orElseGet(Stand.Begun::new);
    }

    private Optional<Answer> answer(Asking asking) {
        return statements.first(
                "select status, headers, content from answer where request = ? and body = ?"
                        + " and status is not null",
                (row, _) -> answer(row),
                asking.request(),
                asking.body());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        Map<String, String> headers = new TreeMap<>();
        row.getString(2)
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(parts -> headers.put(parts[0], parts[1]));
        return new Answer(row.getInt(1), headers, Columns.optionalText(row, 3));
    }

    @Override
    public void keep(String request, Answer answer) {
        statements.update(
                "update answer set status = ?, headers = ?, content = ? where request = ?",
                answer.status(),
                answer.headers().entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n")),
                answer.content().orElse(null),
                request);
    }

    @Override
    public void forget(String request) {
        statements.update("delete from answer where request = ?", request);
    }
}
