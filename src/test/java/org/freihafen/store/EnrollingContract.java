package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.example.Example;
import org.freihafen.example.FederationGenerator;
import org.freihafen.ids.RosterId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.structure.Unit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The example's two rosters in a real database, where a transaction is one. */
abstract class EnrollingContract {
    /** Steps at once: as few as {@code Pace} begins with. */
    private static final int FEW = 20;

    private static final List<Unit> UNITS = new FederationGenerator(0, 1).units();

    abstract TestDatabase database();

    @BeforeEach
    void begin_with_nothing() {
        database().empty();
    }

    @Test
    void the_examples_rosters_follow_each_other_as_they_truly_did() {
        StoredOffice october = office("2026-10-01");
        RosterReport first = october.read(file("members.csv"));
        october.approve(first);
        StoredOffice november = office("2026-11-01");
        RosterReport second = november.read(file("members-next.csv"));
        november.approve(second);

        assertThat(first.roster().counts())
                .isEqualTo(Map.of(Kind.JOINER, 4786, Kind.GONE_BEFORE, 214));
        assertThat(second.roster().counts())
                .isEqualTo(
                        Map.of(
                                Kind.JOINER,
                                12,
                                Kind.LEAVER,
                                9,
                                Kind.MOVER,
                                14,
                                Kind.CORRECTION,
                                108));
        assertThat(november.read(file("members-next.csv")).plan().isEmpty()).isTrue();
        var left = november.people.byNumber(new MemberNumber("12598")).orElseThrow();
        assertThat(left.status()).isEqualTo(Status.LEFT);
        assertThat(november.accounts.byId(left.id()))
                .map(Account::state)
                .contains(Account.State.SUSPENDED);
        assertThat(november.memberships.of(left.id(), LocalDate.of(2026, 11, 1))).isEmpty();
    }

    @Test
    void a_roster_ends_the_duties_of_who_leaves_but_never_the_last_administrators() {
        StoredOffice october = office("2026-10-01");
        october.approve(october.read(file("members.csv")));
        DutyHeld leaver = administers(october, "12598");
        StoredOffice november = office("2026-11-01");
        RosterReport shown = november.read(file("members-next.csv"));

        assertThat(november.refusal(shown))
                .contains(Refusal.by(Rule.LAST_ADMINISTRATOR_LEAVES, "12598"));
        DutyHeld stayer = administers(november, "10000");
        november.approve(shown);

        assertThat(november.duties.all())
                .containsExactlyInAnyOrder(
                        stayer,
                        new DutyHeld(
                                leaver.person(),
                                leaver.duty(),
                                leaver.in(),
                                Optional.of(Instant.parse("2026-11-01T12:00:00Z"))));
    }

    private static DutyHeld administers(StoredOffice office, String number) {
        DutyHeld held =
                new DutyHeld(
                        office.people.byNumber(new MemberNumber(number)).orElseThrow().id(),
                        Duty.ADMINISTRATOR,
                        Standings.FEDERATION,
                        Optional.empty());
        office.duties.give(held);
        return held;
    }

    @Test
    void an_approval_that_breaks_down_leaves_everything_and_the_roster_can_be_approved_again() {
        StoredOffice office = office("2026-10-01");
        RosterReport shown = office.read(file("members.csv"));
        Jdbi jdbi = database().jdbi();

        assertThatThrownBy(() ->
                        jdbi.useTransaction(_ -> {
                            office.approve(shown);
                            throw new IllegalStateException("pulled the plug");
                        }))
                .hasMessageContaining("pulled the plug");
        assertThat(office.people.byNumber(new MemberNumber("10000"))).isEmpty();
        assertThat(office.accounts.taken(new Username("ruediger.dangelo-vogel"))).isFalse();

        office.approve(shown);
        assertThat(office.people.byNumber(new MemberNumber("10000"))).isPresent();
    }

    @Test
    void a_crash_between_two_rounds_repeats_nothing_and_leaves_nothing_out() {
        StoredOffice before = office("2026-10-01");
        RosterReport shown = before.read(file("members.csv"));
        RosterId id = shown.roster().id();
        before.approveOnly(shown);
        List<RosterStep> steps = before.steps(id);
        before.someSteps(id, steps, 1000);
        Jdbi jdbi = database().jdbi();

        assertThatThrownBy(() ->
                        jdbi.useTransaction(_ -> {
                            before.someSteps(id, steps, 1000);
                            throw new IllegalStateException("pulled the plug");
                        }))
                .hasMessageContaining("pulled the plug");
        StoredOffice after = office("2026-10-01");
        assertThat(after.rosters.byId(id).orElseThrow().progress())
                .isEqualTo(new Roster.Progress(5000, 1000, 0));
        after.carryOut(id);

        assertThat(after.rosters.byId(id).orElseThrow().stage()).isEqualTo(Roster.Stage.APPLIED);
        assertThat(after.read(file("members.csv")).plan().isEmpty()).isTrue();
        assertThat(after.rosters.ages(id)).isNotEmpty();
    }

    @Test
    void a_stop_waits_for_the_few_steps_under_way_and_the_rest_follows_from_exactly_there()
            throws Exception {
        StoredOffice office = office("2026-10-01");
        RosterReport shown = office.read(file("members.csv"));
        RosterId id = shown.roster().id();
        office.approveOnly(shown);
        List<RosterStep> steps = office.steps(id);
        Roster stopped;
        int asked;
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<?> work =
                    worker.submit(() -> {
                        while (office.someSteps(id, steps, FEW).isPresent()) {
                            // Until somebody stops it.
                        }
                    });
            do {
                Thread.sleep(1);
                asked = done(office, id);
            } while (asked < 5 * FEW);
            stopped = office.stop(id);
            work.get();
        }

        assertThat(stopped.progress().done()).isBetween(asked, asked + 10 * FEW);
        assertThat(office.rosters.byId(id)).contains(stopped);
        assertThat(people()).isEqualTo(stopped.progress().done());

        office.goOn(id);
        office.carryOut(id);
        assertThat(people()).isEqualTo(5000);
        assertThat(office.rosters.leftOut(id)).isEmpty();
        assertThat(office.read(file("members.csv")).plan().isEmpty()).isTrue();
    }

    private static int done(StoredOffice office, RosterId id) {
        return office.rosters.byId(id).orElseThrow().progress().done();
    }

    private int people() {
        AtomicInteger people = new AtomicInteger();
        new JdbiRegister(database().jdbi())
                .forEach(LocalDate.EPOCH, (_, _) -> people.incrementAndGet());
        return people.get();
    }

    private StoredOffice office(String day) {
        Clock noon = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new StoredOffice(database().jdbi(), UNITS, noon);
    }

    private static ByteArrayInputStream file(String name) {
        return new ByteArrayInputStream(Example.bytes(name));
    }
}
