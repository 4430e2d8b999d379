package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.example.Example;
import org.freihafen.example.FederationGenerator;
import org.freihafen.ids.RosterId;
import org.freihafen.structure.Unit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code kill -9} in the middle of a roster: whatever was done is done once, and the rest
 * follows.
 */
class KilledWhileApplyingIT {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private static final List<Unit> UNITS = new FederationGenerator(0, 1).units();
    private static final int ROUND = 20;

    @TempDir private Path directory;

    @Test
    void a_process_that_is_killed_between_or_within_rounds_repeats_nothing_and_leaves_nothing_out()
            throws Exception {
        RosterId id;
        String url = "jdbc:h2:file:" + directory.resolve("store") + ";" + TestDatabase.H2_SETTINGS;
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        {
            StoredOffice office = office(url);
            RosterReport shown = office.read(members());
            id = shown.roster().id();
            office.approveOnly(shown);
        }
        int before = 0;
        for (int kill = 1; kill <= 3; kill++) {
            killAfter(2 + kill, url, id, kill);
            Roster.Progress progress = office(url).rosters.byId(id).orElseThrow().progress();
            assertThat(people(url)).isEqualTo(progress.done());
            assertThat(progress.leftOut()).isZero();
            assertThat(progress.done()).isGreaterThan(before).isLessThan(progress.steps());
            before = progress.done();
        }

        StoredOffice after = office(url);
        after.carryOut(id);

        assertThat(after.rosters.byId(id).orElseThrow().stage()).isEqualTo(Roster.Stage.APPLIED);
        assertThat(after.rosters.leftOut(id)).isEmpty();
        assertThat(after.read(members()).plan().isEmpty()).isTrue();
    }

    private static void killAfter(int rounds, String url, RosterId id, int minutes)
            throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWhileApplyingIT.class.getName(),
                                url,
                                id.toString(),
                                Integer.toString(minutes))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = process.inputReader()) {
            for (int round = 0; round < rounds; round++) {
                assertThat(said.readLine()).startsWith("done ");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Carries a roster out until it is killed; some minutes later, so that its ids are its own. */
    public static void main(String... arguments) {
        Duration later = Duration.ofMinutes(Integer.parseInt(arguments[2]));
        StoredOffice office =
                new StoredOffice(
                        Jdbi.create(arguments[0], "sa", ""), UNITS, Clock.offset(NOON, later));
        RosterId id = RosterId.of(arguments[1]);
        List<RosterStep> steps = office.steps(id);
        Optional<Roster> next = office.someSteps(id, steps, ROUND);
        while (next.isPresent()) {
            System.out.println("done " + next.get().progress().done());
            next = office.someSteps(id, steps, ROUND);
        }
    }

    private static StoredOffice office(String url) {
        return new StoredOffice(Jdbi.create(url, "sa", ""), UNITS, NOON);
    }

    private static int people(String url) {
        return Jdbi.create(url, "sa", "")
                .withHandle(handle ->
                        handle.createQuery("select count(*) from person")
                                .mapTo(Integer.class)
                                .one());
    }

    private static ByteArrayInputStream members() {
        String some =
                Example.text("members.csv").lines().limit(800).collect(Collectors.joining("\n"));
        return new ByteArrayInputStream((some + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
