package org.freihafen.store;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.applying.ApplyingRoster;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOut;
import org.freihafen.applying.LeavingDuties;
import org.freihafen.applying.PeopleChanged;
import org.freihafen.applying.StoringBatch;
import org.freihafen.arrival.ComingBack;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.KeepingRoster;
import org.freihafen.enrolment.PlanningRoster;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterEffects;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.enrolment.WaitingRosters;
import org.freihafen.example.Example;
import org.freihafen.identity.ComparingPeople;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Statuses;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.csv.FileRosterReader;
import org.freihafen.structure.Unit;
import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A member office whose papers lie in a database. */
final class StoredOffice {
    private static final Actor HOST = new Actor.Host();

    /** No two offices make the same ids, as no two starts of the server do. */
    private static final AtomicLong STARTS = new AtomicLong(3);

    final JdbiPeople people;
    final JdbiMemberships memberships;
    final JdbiAccounts accounts;
    final JdbiDuties duties;
    private final Jdbi jdbi;
    final JdbiRosters rosters;
    private final Enrolling enrolling;
    private final Approving approving;
    private final CarryingOut carryingOut;

    StoredOffice(Jdbi jdbi, List<Unit> structure, Clock clock) {
        this.jdbi = jdbi;
        JdbiUnits units = new JdbiUnits(jdbi, StoreContract.KINDS);
        people = new JdbiPeople(jdbi);
        memberships = new JdbiMemberships(jdbi);
        accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        duties = new JdbiDuties(jdbi);
        JdbiTrail trail = new JdbiTrail(jdbi, clock);
        Ids ids = new Ids(clock, new Random(STARTS.incrementAndGet()));
        if (units.structure().root().isEmpty()) {
            jdbi.useTransaction(_ -> structure.forEach(units::add));
        }
        Access access = new Access(new Nobody());
        RegisterState register = new RegisterState(new JdbiRegister(jdbi), memberships);
        RosterProfiles profiles = new RosterProfiles(Optional.empty());
        Statuses statuses = Example.settings().statuses();
        rosters = new JdbiRosters(jdbi);
        ApplyingRoster applying =
                new ApplyingRoster(
                        people,
                        register,
                        units,
                        statuses,
                        new StoringBatch(
                                people,
                                memberships,
                                accounts,
                                new FreeUsernames(accounts),
                                new ComingBack(new JdbiAcceptances(jdbi), new JdbiArrivals(jdbi))),
                        new LeavingDuties(
                                new Administrators(access, duties, accounts, clock),
                                duties,
                                trail,
                                clock),
                        trail,
                        ids,
                        List.<PeopleChanged>of());
        PlanningRoster planning =
                new PlanningRoster(
                        units,
                        new FileRosterReader(statuses),
                        register,
                        new RosterEffects(memberships, statuses),
                        Example.settings().rosterLimits(),
                        new JdbiExpectedChanges(jdbi),
                        new JdbiTombstones(jdbi, JdbiContract.SECRET),
                        new ComparingPeople(memberships));
        WaitingRosters waiting = new WaitingRosters(rosters, profiles, planning, clock);
        enrolling =
                new Enrolling(
                        access,
                        profiles,
                        rosters,
                        planning,
                        waiting,
                        new KeepingRoster(rosters, planning, trail, clock),
                        trail,
                        ids,
                        clock);
        approving = new Approving(access, rosters, waiting, applying, trail);
        carryingOut = new CarryingOut(access, rosters, applying, new RecordingWake(), clock);
    }

    RosterReport read(InputStream file) {
        return jdbi.inTransaction(_ -> {
            try {
                return switch (enrolling.read(HOST, "sage", file)) {
                    case Decision.Done<Enrolling.Answer>(Enrolling.Answer.Waiting waiting) ->
                            waiting.report();
                    case Decision.Done<Enrolling.Answer>(Enrolling.Answer.Unusable unusable) ->
                            throw new AssertionError(unusable.toString());
                    case Decision.Refused<Enrolling.Answer>(var why) ->
                            throw new AssertionError(why.toString());
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void approve(RosterReport shown) {
        Optional<Refusal> refusal = refusal(shown);
        if (refusal.isPresent()) {
            throw new AssertionError(refusal.get().toString());
        }
    }

    /** Why it cannot be approved; empty if it was. */
    Optional<Refusal> refusal(RosterReport shown) {
        RosterId id = shown.roster().id();
        Optional<Refusal> refusal =
                jdbi.inTransaction(_ -> approving.approve(HOST, id, shown.hash())).refusal();
        if (refusal.isEmpty()) {
            carryOut(id);
        }
        return refusal;
    }

    void approveOnly(RosterReport shown) {
        RosterId id = shown.roster().id();
        jdbi.useTransaction(_ -> approving.approve(HOST, id, shown.hash()));
    }

    /** Some steps; answers how far it has come, if it went on at all. */
    Optional<Roster> someSteps(RosterId id, List<RosterStep> steps, int most) {
        return jdbi.inTransaction(_ -> carryingOut.next(id, steps, most));
    }

    List<RosterStep> steps(RosterId id) {
        return carryingOut.steps(id);
    }

    Roster stop(RosterId id) {
        return done(jdbi.inTransaction(_ -> approving.stop(HOST, id)));
    }

    Roster goOn(RosterId id) {
        return done(jdbi.inTransaction(_ -> approving.goOn(HOST, id)));
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    /** To the end, from wherever it had come; each thousand steps in a transaction of their own. */
    void carryOut(RosterId id) {
        List<RosterStep> steps = carryingOut.steps(id);
        while (someSteps(id, steps, 1000).isPresent()) {
            // Each round stores how far it has come.
        }
    }

    private static final class Nobody implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return Set.of();
        }

        @Override
        public UnitId root() {
            return FEDERATION;
        }
    }
}
