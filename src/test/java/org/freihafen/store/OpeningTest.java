package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.Ids;
import org.freihafen.servers.Postgres;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import javax.sql.DataSource;

class OpeningTest {
    @TempDir private Path data;

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("freihafen") + ";" + TestDatabase.H2_SETTINGS;
    }

    private static DataSource h2(Path data) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url(data));
        source.setUser("freihafen");
        source.setPassword("freihafen");
        return source;
    }

    private static Jdbi pooled(Path data) {
        Migration.migrate(h2(data), url(data));
        return Jdbi.create(JdbcConnectionPool.create((JdbcDataSource) h2(data)));
    }

    /** Writes and says so after each commit, until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws SQLException {
            DataSource source = h2(Path.of(arguments[0]));
            try (Connection _ = source.getConnection()) {
                write(source);
            }
        }

        /** Ends only with the process; somebody holds a connection, as the server's pool does. */
        private static void write(DataSource source) {
            Migration.migrate(source, "");
            Jdbi jdbi = Jdbi.create(source);
            JdbiInstallation installation = new JdbiInstallation(jdbi);
            installation.begin(new Ids(InstantSource.system(), new Random(1)), JdbiContract.SECRET);
            while (true) {
                System.out.println(installation.raise().number());
            }
        }
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_kill_loses_nothing_that_was_committed_and_a_second_freihafen_is_told_to_wait()
            throws Exception {
        Process writer = writer();
        long acknowledged = 0;
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged < 200) {
                acknowledged = Long.parseLong(said.readLine());
            }
            assertThatThrownBy(() -> Migration.migrate(h2(data), url(data)))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage(
                            "The database jdbc:h2:file:"
                                    + data.resolve("freihafen")
                                    + " is in use by another Freihafen: end that one, or give this"
                                    + " one a directory of its own by freihafen.data.");
            writer.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged = line.isEmpty() ? acknowledged : Long.parseLong(line);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        Migration.migrate(h2(data), url(data));
        assertThat(new JdbiInstallation(Jdbi.create(h2(data))).epoch().number())
                .isGreaterThanOrEqualTo(acknowledged);
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_secrets() throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/freihafen";
        source.setUrl(url);
        assertThatThrownBy(() -> Migration.migrate(source, url + "?password=hush"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The database " + url + " does not answer: start it, or mend db.url.");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_wrong_password_is_told() {
        Migration.migrate(h2(data), url(data));
        JdbcDataSource source = (JdbcDataSource) h2(data);
        source.setPassword("guessed");
        assertThatThrownBy(() -> Migration.migrate(source, url(data)))
                .hasMessageContaining("does not let us in: mend db.user and db.password.");
    }

    @Test
    void a_missing_database_is_told() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = Postgres.shared().freshDatabase() + "_missing";
        source.setUrl(url);
        source.setUser(Postgres.USER);
        source.setPassword(Postgres.PASSWORD);
        assertThatThrownBy(() -> Migration.migrate(source, url))
                .hasMessage("There is no database " + url + ": create it, or mend db.url.");
    }

    @Test
    void what_the_servers_pool_says_in_words_is_understood() {
        Throwable pooled =
                new SQLException(
                        "Error in allocating a connection. Cause: Connection could not be allocated"
                                + " because: Database may be already in use: /data/freihafen");
        assertThat(DatabaseUnavailable.because(pooled, "jdbc:h2:file:/data/freihafen;MODE=x"))
                .map(Throwable::getMessage)
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("in use by another Freihafen"));
        assertThat(DatabaseUnavailable.because(new SQLException("no idea"), "")).isEmpty();
    }

    @Test
    void a_secret_is_made_once_and_read_by_its_owner_alone() throws Exception {
        Path file = data.resolve("new").resolve("secret");
        String digest = Secret.in(file).digest("username", "rosa");
        assertThat(Secret.in(file).digest("username", "rosa")).isEqualTo(digest);
        assertThat(Secret.in(file).digest("other", "rosa")).isNotEqualTo(digest);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Secret.in(data.resolve("another")).digest("username", "rosa"))
                .isNotEqualTo(digest);
        assertThatThrownBy(() -> Secret.of(" short "))
                .hasMessageContaining("at least 16 random characters");
    }

    @Test
    void a_database_with_another_secret_is_not_used() {
        JdbiInstallation installation = new JdbiInstallation(pooled(data));
        Ids ids = new Ids(InstantSource.system(), new Random(1));
        installation.begin(ids, JdbiContract.SECRET);
        installation.begin(ids, JdbiContract.SECRET);
        assertThatThrownBy(() -> installation.begin(ids, Secret.of("another one, long enough")))
                .hasMessageContaining("put back the file 'secret' of its data directory");
    }

    @Test
    void a_failed_statement_is_told_without_the_values_in_it() {
        Statements statements = new Statements(pooled(data));
        String insert = "insert into retired_username (digest) values (?)";
        statements.update(insert, "members-data");
        assertThatThrownBy(() -> statements.update(insert, "members-data"))
                .isInstanceOf(StatementFailed.class)
                .hasMessage("the database refused (SQLSTATE 23505, code 23505): " + insert)
                .hasNoCause();
        assertThatThrownBy(() ->
                        statements.batch(
                                insert, List.of("members-data"), value -> new Object[] {value}))
                .isInstanceOf(StatementFailed.class)
                .hasMessageNotContaining("members-data")
                .hasNoCause();
    }
}
