package org.freihafen.store;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.enrolment.ApplyingRoster;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.LeavingDuties;
import org.freihafen.enrolment.PlanningRoster;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.example.Example;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.csv.CsvRosterReader;
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

/** A member office whose papers lie in a database. */
final class StoredOffice {
    private static final Actor HOST = new Actor.Host();

    final JdbiPeople people;
    final JdbiMemberships memberships;
    final JdbiAccounts accounts;
    final JdbiDuties duties;
    private final Jdbi jdbi;
    private final Enrolling enrolling;

    StoredOffice(Jdbi jdbi, List<Unit> structure, Clock clock) {
        this.jdbi = jdbi;
        JdbiUnits units = new JdbiUnits(jdbi, StoreContract.KINDS);
        people = new JdbiPeople(jdbi);
        memberships = new JdbiMemberships(jdbi);
        accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        duties = new JdbiDuties(jdbi);
        JdbiTrail trail = new JdbiTrail(jdbi, clock);
        Ids ids = new Ids(clock, new Random(3));
        if (units.structure().root().isEmpty()) {
            jdbi.useTransaction(_ -> structure.forEach(units::add));
        }
        Access access = new Access(new Nobody());
        enrolling =
                new Enrolling(
                        access,
                        new RosterProfiles(Optional.empty()),
                        new JdbiRosters(jdbi),
                        new PlanningRoster(
                                units,
                                new CsvRosterReader(),
                                new RegisterState(people, memberships),
                                Example.settings().rosterLimits()),
                        new ApplyingRoster(
                                people,
                                memberships,
                                accounts,
                                new FreeUsernames(accounts),
                                new LeavingDuties(
                                        new Administrators(access, duties, accounts, clock),
                                        duties,
                                        trail,
                                        clock),
                                trail,
                                ids),
                        trail,
                        new RecordingWake(),
                        ids,
                        clock);
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
        return jdbi.inTransaction(_ -> enrolling.approve(HOST, shown.roster().id(), shown.hash()))
                .refusal();
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
