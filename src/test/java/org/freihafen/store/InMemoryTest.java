package org.freihafen.store;

import org.freihafen.access.Duties;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.InMemoryPasswordLinks;
import org.freihafen.accounts.InMemoryRecoveryAddresses;
import org.freihafen.accounts.InMemoryUses;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Uses;
import org.freihafen.answers.Answers;
import org.freihafen.answers.InMemoryAnswers;
import org.freihafen.arrival.Acceptances;
import org.freihafen.arrival.Arrivals;
import org.freihafen.arrival.InMemoryAcceptances;
import org.freihafen.arrival.InMemoryArrivals;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.InMemoryAccessRequests;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.audit.Trail;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.drift.DriftLetters;
import org.freihafen.drift.Drifts;
import org.freihafen.drift.InMemoryDriftLetters;
import org.freihafen.drift.InMemoryDrifts;
import org.freihafen.enrolment.InMemoryRosters;
import org.freihafen.enrolment.Rosters;
import org.freihafen.erasure.Farewells;
import org.freihafen.erasure.InMemoryFarewells;
import org.freihafen.expected.ExpectedChanges;
import org.freihafen.expected.InMemoryExpectedChanges;
import org.freihafen.governance.InMemoryInvitations;
import org.freihafen.governance.Invitations;
import org.freihafen.guests.Guests;
import org.freihafen.guests.InMemoryGuests;
import org.freihafen.mail.InMemoryOutbox;
import org.freihafen.mail.Outbox;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.InMemoryRegister;
import org.freihafen.membership.InMemoryTombstones;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Register;
import org.freihafen.membership.Tombstones;
import org.freihafen.monthly.InMemoryMonthlyStatements;
import org.freihafen.monthly.MonthlyStatements;
import org.freihafen.offering.InMemoryOffers;
import org.freihafen.offering.Offers;
import org.freihafen.privacy.InMemoryReleases;
import org.freihafen.privacy.InMemoryRightsRequests;
import org.freihafen.privacy.Releases;
import org.freihafen.privacy.RightsRequests;
import org.freihafen.recovery.AddressClaims;
import org.freihafen.recovery.InMemoryAddressClaims;
import org.freihafen.renewal.InMemoryReminders;
import org.freihafen.renewal.Reminders;
import org.freihafen.requests.ChangeRequests;
import org.freihafen.requests.InMemoryChangeRequests;
import org.freihafen.runs.InMemoryInstallation;
import org.freihafen.runs.InMemoryRuns;
import org.freihafen.runs.Installation;
import org.freihafen.runs.Runs;
import org.freihafen.shares.Grants;
import org.freihafen.shares.InMemoryGrants;
import org.freihafen.shares.InMemoryLinkPasswords;
import org.freihafen.shares.InMemoryShownAnew;
import org.freihafen.shares.InMemoryUnitCeilings;
import org.freihafen.shares.InMemoryWorkspaces;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.ShownAnew;
import org.freihafen.signin.InMemoryOneTimeCodes;
import org.freihafen.signin.InMemoryTokens;
import org.freihafen.signin.OneTimeCodes;
import org.freihafen.signin.Tokens;
import org.freihafen.structure.InMemoryStructurePlans;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structure.Units;
import org.freihafen.structurefile.StructurePlans;
import org.freihafen.workspaces.Workspaces;

import java.time.InstantSource;
import java.util.UUID;

class InMemoryTest extends StoreContract {
    private final Units units = new InMemoryUnits();
    private final InMemoryPeople people = new InMemoryPeople();
    private final Guests guests = new InMemoryGuests(units);
    private final Tombstones tombstones = new InMemoryTombstones();
    private final Farewells farewells = new InMemoryFarewells(people::all, tombstones);
    private final Memberships memberships = new InMemoryMemberships();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final PasswordLinks passwordLinks = new InMemoryPasswordLinks();
    private final Duties duties = new InMemoryDuties();
    private final Workspaces workspaces = new InMemoryWorkspaces();
    private final Grants grants = new InMemoryGrants(clock);
    private final UnitCeilings unitCeilings = new InMemoryUnitCeilings();
    private final LinkPasswords linkPasswords = new InMemoryLinkPasswords();
    private final ShownAnew shownAnew = new InMemoryShownAnew();
    private final Invitations invitations = new InMemoryInvitations();
    private final Runs runs = new InMemoryRuns();
    private final CloudIds cloudIds = new InMemoryCloudIds();
    private final Installation installation = new InMemoryInstallation(new UUID(7, 7));
    private final StructurePlans structurePlans = new InMemoryStructurePlans();
    private final Rosters rosters = new InMemoryRosters();
    private final ExpectedChanges expected = new InMemoryExpectedChanges();
    private final Tokens tokens = new InMemoryTokens();
    private final InMemoryRecoveryAddresses recoveryAddresses = new InMemoryRecoveryAddresses();
    private final AddressClaims addressClaims =
            new InMemoryAddressClaims(people, accounts, recoveryAddresses);
    private final Acceptances acceptances = new InMemoryAcceptances();
    private final Arrivals arrivals = new InMemoryArrivals(people, accounts);
    private final Outbox outbox = new InMemoryOutbox();
    private final Answers answers = new InMemoryAnswers();
    private final RightsRequests rightsRequests = new InMemoryRightsRequests();
    private final Releases releases = new InMemoryReleases();
    private final ChangeRequests changeRequests = new InMemoryChangeRequests();
    private final Drifts drifts = new InMemoryDrifts();
    private final DriftLetters driftLetters = new InMemoryDriftLetters(drifts);
    private final AccessRequests accessRequests = new InMemoryAccessRequests();
    private final Uses uses = new InMemoryUses(accounts, people, guests, recoveryAddresses);
    private final MonthlyStatements monthlyStatements = new InMemoryMonthlyStatements();
    private final Reminders reminders = new InMemoryReminders();
    private final Offers offers = new InMemoryOffers();
    private final OneTimeCodes oneTimeCodes = new InMemoryOneTimeCodes();

    @Override
    Units units() {
        return units;
    }

    @Override
    People people() {
        return people;
    }

    @Override
    Tombstones tombstones() {
        return tombstones;
    }

    @Override
    AddressClaims addressClaims() {
        return addressClaims;
    }

    @Override
    Guests guests() {
        return guests;
    }

    @Override
    Farewells farewells() {
        return farewells;
    }

    @Override
    Register register() {
        return new InMemoryRegister(people, memberships);
    }

    @Override
    Memberships memberships() {
        return memberships;
    }

    @Override
    Accounts accounts() {
        return accounts;
    }

    @Override
    PasswordLinks passwordLinks() {
        return passwordLinks;
    }

    @Override
    Duties duties() {
        return duties;
    }

    @Override
    Workspaces workspaces() {
        return workspaces;
    }

    @Override
    Grants grants() {
        return grants;
    }

    @Override
    UnitCeilings unitCeilings() {
        return unitCeilings;
    }

    @Override
    ShownAnew shownAnew() {
        return shownAnew;
    }

    @Override
    LinkPasswords linkPasswords() {
        return linkPasswords;
    }

    @Override
    Invitations invitations() {
        return invitations;
    }

    @Override
    Tokens tokens() {
        return tokens;
    }

    @Override
    OneTimeCodes oneTimeCodes() {
        return oneTimeCodes;
    }

    @Override
    RecoveryAddresses recoveryAddresses() {
        return recoveryAddresses;
    }

    @Override
    Acceptances acceptances() {
        return acceptances;
    }

    @Override
    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    Answers answers() {
        return answers;
    }

    @Override
    RightsRequests rightsRequests() {
        return rightsRequests;
    }

    @Override
    Releases releases() {
        return releases;
    }

    @Override
    ChangeRequests changeRequests() {
        return changeRequests;
    }

    @Override
    Drifts drifts() {
        return drifts;
    }

    @Override
    DriftLetters driftLetters() {
        return driftLetters;
    }

    @Override
    AccessRequests accessRequests() {
        return accessRequests;
    }

    @Override
    Uses uses() {
        return uses;
    }

    @Override
    MonthlyStatements monthlyStatements() {
        return monthlyStatements;
    }

    @Override
    Reminders reminders() {
        return reminders;
    }

    @Override
    Offers offers() {
        return offers;
    }

    @Override
    Trail trail(InstantSource clock) {
        return new InMemoryTrail(clock);
    }

    @Override
    Runs runs() {
        return runs;
    }

    @Override
    Installation installation() {
        return installation;
    }

    @Override
    StructurePlans structurePlans() {
        return structurePlans;
    }

    @Override
    ExpectedChanges expectedChanges() {
        return expected;
    }

    @Override
    Rosters rosters() {
        return rosters;
    }

    @Override
    CloudIds cloudIds() {
        return cloudIds;
    }
}
