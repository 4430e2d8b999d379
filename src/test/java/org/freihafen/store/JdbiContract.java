package org.freihafen.store;

import org.freihafen.access.Duties;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Uses;
import org.freihafen.answers.Answers;
import org.freihafen.arrival.Acceptances;
import org.freihafen.arrival.Arrivals;
import org.freihafen.asking.AccessRequests;
import org.freihafen.audit.Trail;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.cloud.CloudIds;
import org.freihafen.drift.DriftLetters;
import org.freihafen.drift.Drifts;
import org.freihafen.enrolment.Rosters;
import org.freihafen.erasure.Farewells;
import org.freihafen.expected.ExpectedChanges;
import org.freihafen.governance.Invitations;
import org.freihafen.guests.Guests;
import org.freihafen.ids.Ids;
import org.freihafen.mail.Outbox;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Register;
import org.freihafen.membership.Tombstones;
import org.freihafen.monthly.MonthlyStatements;
import org.freihafen.offering.Offers;
import org.freihafen.privacy.Releases;
import org.freihafen.privacy.RightsRequests;
import org.freihafen.recovery.AddressClaims;
import org.freihafen.renewal.Reminders;
import org.freihafen.requests.ChangeRequests;
import org.freihafen.runs.Installation;
import org.freihafen.runs.Runs;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;
import org.freihafen.signin.OneTimeCodes;
import org.freihafen.signin.Tokens;
import org.freihafen.structure.Units;
import org.freihafen.structurefile.StructurePlans;
import org.freihafen.workspaces.Workspaces;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

import java.time.InstantSource;
import java.util.Random;

/** What every database keeps. */
abstract class JdbiContract extends StoreContract {
    static final Secret SECRET = Secret.of("only for tests, and long enough");

    abstract TestDatabase database();

    final Jdbi jdbi() {
        return database().jdbi();
    }

    @BeforeEach
    void begin_with_nothing() {
        database().empty();
    }

    @Override
    Units units() {
        return new JdbiUnits(jdbi(), KINDS);
    }

    @Override
    People people() {
        return new JdbiPeople(jdbi());
    }

    @Override
    Tombstones tombstones() {
        return new JdbiTombstones(jdbi(), SECRET);
    }

    @Override
    AddressClaims addressClaims() {
        return new JdbiAddressClaims(jdbi());
    }

    @Override
    Guests guests() {
        return new JdbiGuests(jdbi());
    }

    @Override
    Farewells farewells() {
        return new JdbiFarewells(jdbi());
    }

    @Override
    Register register() {
        return new JdbiRegister(jdbi());
    }

    @Override
    Memberships memberships() {
        return new JdbiMemberships(jdbi());
    }

    @Override
    Accounts accounts() {
        return new JdbiAccounts(jdbi(), SECRET);
    }

    @Override
    PasswordLinks passwordLinks() {
        return new JdbiPasswordLinks(jdbi());
    }

    @Override
    Duties duties() {
        return new JdbiDuties(jdbi());
    }

    @Override
    Workspaces workspaces() {
        return new JdbiWorkspaces(jdbi());
    }

    @Override
    Grants grants() {
        return new JdbiGrants(jdbi(), clock);
    }

    @Override
    UnitCeilings unitCeilings() {
        return new JdbiUnitCeilings(jdbi());
    }

    @Override
    ShownAnew shownAnew() {
        return new JdbiShownAnew(jdbi());
    }

    @Override
    LinkPasswords linkPasswords() {
        return new JdbiLinkPasswords(jdbi(), SECRET);
    }

    @Override
    Invitations invitations() {
        return new JdbiInvitations(jdbi());
    }

    @Override
    Tokens tokens() {
        return new JdbiTokens(jdbi());
    }

    @Override
    OneTimeCodes oneTimeCodes() {
        return new JdbiOneTimeCodes(jdbi());
    }

    @Override
    RecoveryAddresses recoveryAddresses() {
        return new JdbiRecoveryAddresses(jdbi());
    }

    @Override
    Acceptances acceptances() {
        return new JdbiAcceptances(jdbi());
    }

    @Override
    Arrivals arrivals() {
        return new JdbiArrivals(jdbi());
    }

    @Override
    Outbox outbox() {
        return new JdbiOutbox(jdbi());
    }

    @Override
    Answers answers() {
        return new JdbiAnswers(jdbi());
    }

    @Override
    RightsRequests rightsRequests() {
        return new JdbiRightsRequests(jdbi());
    }

    @Override
    Releases releases() {
        return new JdbiReleases(jdbi());
    }

    @Override
    ChangeRequests changeRequests() {
        return new JdbiChangeRequests(jdbi());
    }

    @Override
    Drifts drifts() {
        return new JdbiDrifts(jdbi());
    }

    @Override
    DriftLetters driftLetters() {
        return new JdbiDriftLetters(jdbi());
    }

    @Override
    AccessRequests accessRequests() {
        return new JdbiAccessRequests(jdbi());
    }

    @Override
    Uses uses() {
        return new JdbiUses(jdbi());
    }

    @Override
    MonthlyStatements monthlyStatements() {
        return new JdbiMonthlyStatements(jdbi());
    }

    @Override
    Reminders reminders() {
        return new JdbiReminders(jdbi());
    }

    @Override
    Offers offers() {
        return new JdbiOffers(jdbi());
    }

    @Override
    Trail trail(InstantSource clock) {
        return new JdbiTrail(jdbi(), clock);
    }

    @Override
    Runs runs() {
        return new JdbiRuns(jdbi());
    }

    @Override
    Installation installation() {
        JdbiInstallation installation = new JdbiInstallation(jdbi());
        installation.begin(new Ids(InstantSource.system(), new Random(1)), SECRET);
        return installation;
    }

    @Override
    StructurePlans structurePlans() {
        return new JdbiStructurePlans(jdbi());
    }

    @Override
    ExpectedChanges expectedChanges() {
        return new JdbiExpectedChanges(jdbi());
    }

    @Override
    Rosters rosters() {
        return new JdbiRosters(jdbi());
    }

    @Override
    CloudIds cloudIds() {
        return new JdbiCloudIds(jdbi());
    }

    @Nested
    class Forgets_leftovers extends StoredLeftovers {
        @Override
        JdbiContract store() {
            return JdbiContract.this;
        }
    }

    @Nested
    class Counts_people extends StoredTallies {
        @Override
        JdbiContract store() {
            return JdbiContract.this;
        }
    }

    @Nested
    class Tells_what_is_held extends StoredRecord {
        @Override
        JdbiContract store() {
            return JdbiContract.this;
        }
    }

    @Nested
    class Erases_people extends StoredErasure {
        @Override
        JdbiContract store() {
            return JdbiContract.this;
        }
    }

    @Nested
    class Chains_the_trail extends TrailChainContract {
        @Override
        Jdbi jdbi() {
            return JdbiContract.this.jdbi();
        }
    }
}
