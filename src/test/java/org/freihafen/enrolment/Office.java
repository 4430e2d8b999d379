package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.applying.ApplyingRoster;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOut;
import org.freihafen.applying.LeavingDuties;
import org.freihafen.applying.PeopleChanged;
import org.freihafen.applying.StoringBatch;
import org.freihafen.arrival.ComingBack;
import org.freihafen.arrival.InMemoryAcceptances;
import org.freihafen.arrival.InMemoryArrivals;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.example.Example;
import org.freihafen.expected.Expecting;
import org.freihafen.expected.InMemoryExpectedChanges;
import org.freihafen.identity.ComparingPeople;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.leaving.LeavingDue;
import org.freihafen.leaving.PlanningLeaving;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.InMemoryRegister;
import org.freihafen.membership.InMemoryTombstones;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Person;
import org.freihafen.membership.Statuses;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.csv.FileRosterReader;
import org.freihafen.structure.Builders;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structurefile.FileProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** A member office with the example federation's structure, and a calendar that can be turned. */
final class Office {
    static final Actor HOST = new Actor.Host();
    private static final String STRUCTURE = Example.text("structure.csv");

    final Calendar calendar = new Calendar(LocalDate.of(2026, 10, 1));
    final InMemoryUnits units;
    final InMemoryPeople people = new InMemoryPeople();
    final InMemoryMemberships memberships = new InMemoryMemberships();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryAcceptances acceptances = new InMemoryAcceptances();
    final InMemoryDuties duties = new InMemoryDuties();
    final InMemoryRosters rosters = new InMemoryRosters();
    final InMemoryTrail trail = new InMemoryTrail(calendar);
    final RecordingWake wake = new RecordingWake();
    private static final Statuses STATUSES = Example.settings().statuses();

    final Ids ids = new Ids(calendar, new Random(11));
    final ApplyingRoster applying;
    final WaitingRosters waitingRosters;
    final Enrolling enrolling;
    final Approving approving;
    final CarryingOut carryingOut;
    final Expecting expecting;
    final LeavingDue due;

    /** Whether whoever comes is of the member office. */
    boolean everybodyRules;

    /** How questions are answered by {@link #enroll}. */
    Function<Question, Reply> habit = Question::proposed;

    /** Who was told what happened to whom. */
    final List<String> told = new ArrayList<>();

    final InMemoryTombstones tombstones = new InMemoryTombstones();
    final InMemoryExpectedChanges expected = new InMemoryExpectedChanges();

    Office() {
        this(STRUCTURE);
    }

    Office(String structure) {
        Builders builders = new Builders();
        builders.build(structure);
        units = builders.units;
        Access access = new Access(new Everybody());
        LeavingDuties leavingDuties =
                new LeavingDuties(
                        new Administrators(access, duties, accounts, calendar),
                        duties,
                        trail,
                        calendar);
        RegisterState register =
                new RegisterState(new InMemoryRegister(people, memberships), memberships);
        RosterProfiles profiles = new RosterProfiles(Optional.empty());
        applying =
                new ApplyingRoster(
                        people,
                        register,
                        units,
                        STATUSES,
                        new StoringBatch(
                                people,
                                memberships,
                                accounts,
                                new FreeUsernames(accounts),
                                new ComingBack(
                                        acceptances, new InMemoryArrivals(people, accounts))),
                        leavingDuties,
                        trail,
                        ids,
                        List.<PeopleChanged>of((_, what, whom) ->
                                whom.forEach(person ->
                                        told.add(what + " " + person.number().orElseThrow()))));
        PlanningRoster planning =
                new PlanningRoster(
                        units,
                        new FileRosterReader(STATUSES),
                        register,
                        new RosterEffects(memberships, STATUSES),
                        Example.settings().rosterLimits(),
                        expected,
                        tombstones,
                        new ComparingPeople(memberships));
        waitingRosters = new WaitingRosters(rosters, profiles, planning, calendar);
        enrolling =
                new Enrolling(
                        access,
                        profiles,
                        rosters,
                        planning,
                        waitingRosters,
                        new KeepingRoster(rosters, planning, trail, calendar),
                        trail,
                        ids,
                        calendar);
        approving = new Approving(access, rosters, waitingRosters, applying, trail);
        carryingOut = new CarryingOut(access, rosters, applying, wake, calendar);
        expecting = new Expecting(access, expected, trail, ids, calendar);
        due =
                new LeavingDue(
                        access,
                        new PlanningLeaving(
                                people,
                                units,
                                register,
                                Example.settings().rosterLimits(),
                                leavingDuties),
                        applying,
                        trail,
                        wake,
                        calendar);
    }

    Enrolling.Answer read(byte[] file) {
        try {
            return switch (enrolling.read(HOST, "sage", new ByteArrayInputStream(file))) {
                case Decision.Done<Enrolling.Answer>(Enrolling.Answer answer) -> answer;
                case Decision.Refused<Enrolling.Answer>(var why) ->
                        throw new AssertionError(why.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RosterReport waiting(byte[] file) {
        return switch (read(file)) {
            case Enrolling.Answer.Waiting(RosterReport report) -> report;
            case Enrolling.Answer.Unusable(FileProblem problem) ->
                    throw new AssertionError(problem.toString());
        };
    }

    /** How a waiting roster looks now. */
    RosterReport shown(RosterReport before) {
        return switch (enrolling.show(HOST, before.roster().id())) {
            case Decision.Done<RosterReport>(RosterReport now) -> now;
            case Decision.Refused<RosterReport>(var why) ->
                    throw new AssertionError(why.toString());
        };
    }

    RosterReport waiting(String file) {
        return waiting(file.getBytes(StandardCharsets.UTF_8));
    }

    /** Approves and carries out. */
    Decision<Roster> approve(RosterReport shown) {
        Decision<Roster> approved = approving.approve(HOST, shown.roster().id(), shown.hash());
        if (approved.refusal().isEmpty()) {
            List<RosterStep> steps = carryingOut.steps(shown.roster().id());
            while (carryingOut.next(shown.roster().id(), steps, 1000).isPresent()) {
                assertThat(steps).isNotEmpty();
            }
        }
        return approved;
    }

    /** Answers everything as the office is used to. */
    RosterReport answered(RosterReport report) {
        Map<String, Reply> replies = new HashMap<>();
        report.questions().forEach(each -> replies.put(each.key(), habit.apply(each)));
        return replies.isEmpty()
                ? report
                : done(enrolling.answer(HOST, report.roster().id(), replies));
    }

    static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    /** Reads, takes what is proposed, and approves what there is to do. */
    RosterReport enroll(String file) {
        RosterReport report = answered(waiting(file));
        if (!report.plan().isEmpty()) {
            Decision<Roster> decision = approve(report);
            if (decision.refusal().isPresent()) {
                throw new AssertionError(decision.refusal().get().toString());
            }
        }
        return report;
    }

    Person person(String number) {
        return people.byNumber(new MemberNumber(number)).orElseThrow();
    }

    Account account(String number) {
        return accounts.byId(person(number).id()).orElseThrow();
    }

    /** The keys of the units that somebody belongs to today. */
    List<String> places(String number) {
        return memberships.of(person(number).id(), calendar.today()).stream()
                .map(Membership::unit)
                .map(unit -> units.byId(unit).orElseThrow().key().value())
                .toList();
    }

    /** Whatever anybody could have lost: who is there, where, and with which account. */
    String everything() {
        StringBuilder all = new StringBuilder();
        people.all().forEach(person -> all.append(person).append('\n'));
        accounts.forEach(account -> all.append(account).append('\n'));
        memberships.forEach(
                calendar.today(),
                (person, unit, role) -> all.append(person).append(unit).append(role).append('\n'));
        return all.toString();
    }

    /** Noon of a day that can be changed. */
    static final class Calendar extends Clock {
        private LocalDate today;

        Calendar(LocalDate today) {
            this.today = today;
        }

        void turnTo(LocalDate day) {
            today = day;
        }

        LocalDate today() {
            return today;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a calendar for tests stays where it is");
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }
    }

    private final class Everybody implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return everybodyRules
                    ? Set.of(Standing.ANYONE, Standing.MEMBER_OFFICE)
                    : Set.of(Standing.ANYONE);
        }

        @Override
        public UnitId root() {
            return UnitId.of("00000000-0000-7000-8000-000000000000");
        }
    }
}
