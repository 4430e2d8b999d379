package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.example.Example;
import org.freihafen.example.FederationGenerator;
import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.csv.FileRosterReader;
import org.freihafen.servers.Postgres;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * How fast a roster is read, and what 300,000 people cost in 512 MB: run in a machine of its own by
 * {@code main}, whose figures are printed.
 */
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class RosterBenchmark {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int LINES_PER_SECOND = 100_000;
    private static final double NEARLY_LINEAR = 1.5;

    @TempDir private Path directory;

    @Test
    void a_hundred_thousand_lines_are_read_in_a_second() throws IOException {
        FederationGenerator federation = new FederationGenerator(300_000, 1);
        Path file = export(directory, federation, 0);
        RosterProfile sage = new RosterProfiles(Optional.empty()).named("sage").orElseThrow();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long began = processorNanos();
            RosterFile read;
            try (InputStream in = Files.newInputStream(file)) {
                read =
                        new FileRosterReader(Example.settings().statuses())
                                .read(
                                        in,
                                        sage,
                                        new Placing(federation.structure()),
                                        FederationGenerator.TODAY,
                                        OutputStream.nullOutputStream());
            }
            double seconds = (processorNanos() - began) / 1e9;
            best = Math.min(best, seconds);
            System.out.printf(
                    "roster: read 300,000 lines, round %d: %.2f s of processor%n", round, seconds);
            assertThat(read)
                    .isInstanceOfSatisfying(
                            RosterFile.Read.class,
                            usable -> {
                                assertThat(usable.problems()).isEmpty();
                                assertThat(usable.entries().size()).isEqualTo(300_000);
                            });
        }
        assertThat(300_000 / best).as("lines per second").isGreaterThan(LINES_PER_SECOND);
    }

    @Test
    void three_hundred_thousand_people_fit_into_half_a_gigabyte() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(RosterBenchmark.class.getName());
        command.add(directory.toString());
        command.add(Postgres.shared().freshDatabase());
        Path said = directory.resolve("said");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();

        boolean ended = process.waitFor(20, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0).as(() -> read(said)).isTrue();
        read(said).lines().filter(line -> line.startsWith("roster:")).forEach(System.out::println);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * 30,000 join on H2 and on PostgreSQL. Then one in a hundred of those who belong moves: of
     * 30,000 on both, of 100,000 and of 300,000 on PostgreSQL, where so many belong.
     */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        join(directory, "H2", h2(directory.resolve("joining")));
        join(directory, "PostgreSQL", postgres(arguments[1]));
        move(directory, 30_000, "H2", h2(directory.resolve("moving")));
        List<Double> nanosPerLine = new ArrayList<>();
        for (int size : new int[] {30_000, 100_000, 300_000}) {
            Jdbi postgres = postgres(arguments[1]);
            nanosPerLine.add(move(directory, size, "PostgreSQL", postgres) / size);
        }
        double growth = nanosPerLine.getLast() / nanosPerLine.getFirst();
        System.out.printf(
                "roster: a line of 300,000 takes %.2f times what one of 30,000 takes; read, matched"
                        + " and planned are %.0f lines a second%n",
                growth, 1e9 / nanosPerLine.getLast());
        if (growth > NEARLY_LINEAR || 1e9 / nanosPerLine.getLast() < LINES_PER_SECOND) {
            throw new AssertionError("too slow");
        }
    }

    private static void join(Path directory, String where, Jdbi jdbi) throws IOException {
        FederationGenerator federation = new FederationGenerator(30_000, 1);
        StoredOffice office = new StoredOffice(jdbi, federation.units(), NOON);
        enroll(office, export(directory, federation, 0), where + ", 30000 join");
    }

    /** How long it took to read, match and plan a roster in which one in a hundred changes. */
    private static double move(Path directory, int size, String where, Jdbi jdbi)
            throws IOException {
        StoredOffice office = founded(directory, size, jdbi);
        enroll(office, file(directory, 0), where + ", nothing new of " + size);
        return enroll(
                office, file(directory, 10), where + ", one in a hundred of " + size + " moves");
    }

    /** With all who belong, and their exports. Whoever made them up is forgotten afterwards. */
    private static StoredOffice founded(Path directory, int size, Jdbi jdbi) throws IOException {
        FederationGenerator federation = new FederationGenerator(size, 1);
        StoredOffice office = new StoredOffice(jdbi, federation.units(), NOON);
        jdbi.useTransaction(_ -> {
            office.people.add(federation.people());
            office.memberships.add(federation.memberships());
            office.accounts.add(federation.accounts());
        });
        jdbi.useHandle(handle -> handle.execute("analyze"));
        export(directory, federation, 0);
        export(directory, federation, 10);
        return office;
    }

    private static Jdbi h2(Path directory) {
        return migrated(
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + directory + "/store;" + TestDatabase.H2_SETTINGS,
                        "freihafen",
                        "freihafen"));
    }

    /** An empty one. */
    private static Jdbi postgres(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(Postgres.USER);
        source.setPassword(Postgres.PASSWORD);
        Jdbi.create(source)
                .useHandle(h -> h.execute("drop schema public cascade; create schema public"));
        return migrated(source);
    }

    private static Jdbi migrated(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        return Jdbi.create(source);
    }

    private static double enroll(StoredOffice office, Path file, String what) throws IOException {
        long began = System.nanoTime();
        RosterReport report;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            report = office.read(in);
        }
        long planned = System.nanoTime();
        if (!report.plan().isEmpty()) {
            office.approve(report);
        }
        long applied = System.nanoTime();
        System.out.printf(
                "roster: %s: read and planned in %.2f s, planned again and applied in %.2f s,"
                        + " %d changes%n",
                what,
                (planned - began) / 1e9,
                (applied - planned) / 1e9,
                report.plan().plan().changes().size());
        return planned - began;
    }

    /** Of this thread, so that whoever else is at work on the machine does not count. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Path export(Path directory, FederationGenerator federation, int perThousand)
            throws IOException {
        Path file = file(directory, perThousand);
        try (Writer writer = Files.newBufferedWriter(file)) {
            federation.write(writer, perThousand);
        }
        return file;
    }

    private static Path file(Path directory, int perThousand) {
        return directory.resolve("members-" + perThousand + ".csv");
    }
}
