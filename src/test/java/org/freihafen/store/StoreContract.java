package org.freihafen.store;

import org.freihafen.access.Duties;
import org.freihafen.access.DutiesContract;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.AccountsContract;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.PasswordLinksContract;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Uses;
import org.freihafen.accounts.UsesContract;
import org.freihafen.answers.Answers;
import org.freihafen.answers.AnswersContract;
import org.freihafen.arrival.Acceptances;
import org.freihafen.arrival.Arrivals;
import org.freihafen.arrival.ArrivalsContract;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.AccessRequestsContract;
import org.freihafen.audit.Trail;
import org.freihafen.audit.TrailContract;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.ceilings.UnitCeilingsContract;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIdsContract;
import org.freihafen.drift.DriftLetters;
import org.freihafen.drift.DriftLettersContract;
import org.freihafen.drift.Drifts;
import org.freihafen.drift.DriftsContract;
import org.freihafen.enrolment.Rosters;
import org.freihafen.enrolment.RostersContract;
import org.freihafen.erasure.Farewells;
import org.freihafen.erasure.FarewellsContract;
import org.freihafen.expected.ExpectedChanges;
import org.freihafen.expected.ExpectedChangesContract;
import org.freihafen.governance.Invitations;
import org.freihafen.governance.InvitationsContract;
import org.freihafen.guests.Guests;
import org.freihafen.guests.GuestsContract;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Outbox;
import org.freihafen.mail.OutboxContract;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.MembershipsContract;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.PeopleContract;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Register;
import org.freihafen.membership.RegisterContract;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.TombstonesContract;
import org.freihafen.monthly.MonthlyStatements;
import org.freihafen.monthly.MonthlyStatementsContract;
import org.freihafen.offering.Offers;
import org.freihafen.offering.OffersContract;
import org.freihafen.privacy.Releases;
import org.freihafen.privacy.ReleasesContract;
import org.freihafen.privacy.RightsRequests;
import org.freihafen.privacy.RightsRequestsContract;
import org.freihafen.recovery.AddressClaims;
import org.freihafen.recovery.AddressClaimsContract;
import org.freihafen.renewal.Reminders;
import org.freihafen.renewal.RemindersContract;
import org.freihafen.requests.ChangeRequests;
import org.freihafen.requests.ChangeRequestsContract;
import org.freihafen.runs.Installation;
import org.freihafen.runs.InstallationContract;
import org.freihafen.runs.Runs;
import org.freihafen.runs.RunsContract;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.GrantsContract;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.LinkPasswordsContract;
import org.freihafen.shares.Permission;
import org.freihafen.shares.SettableClock;
import org.freihafen.shares.ShownAnew;
import org.freihafen.shares.ShownAnewContract;
import org.freihafen.signin.OneTimeCodes;
import org.freihafen.signin.OneTimeCodesContract;
import org.freihafen.signin.Tokens;
import org.freihafen.signin.TokensContract;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.UnitKind;
import org.freihafen.structure.Units;
import org.freihafen.structure.UnitsContract;
import org.freihafen.structurefile.StructurePlans;
import org.freihafen.structurefile.StructurePlansContract;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.freihafen.workspaces.WorkspacesContract;
import org.junit.jupiter.api.Nested;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;

/** Holds one way of storing, empty before each test, to what every port promises. */
abstract class StoreContract {
    static final Kinds KINDS = kinds();

    private final Ids ids = new Ids(InstantSource.system(), new Random(1));

    private static Kinds kinds() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/kinds.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Kinds.read(properties);
    }

    static UnitKind kind(String name) {
        return KINDS.named(name).orElseThrow();
    }

    abstract Units units();

    abstract People people();

    abstract Tombstones tombstones();

    abstract AddressClaims addressClaims();

    abstract Guests guests();

    abstract Farewells farewells();

    abstract Memberships memberships();

    abstract Register register();

    abstract Accounts accounts();

    abstract PasswordLinks passwordLinks();

    abstract Duties duties();

    abstract Workspaces workspaces();

    /** What grants are dated by. */
    final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));

    abstract Grants grants();

    abstract LinkPasswords linkPasswords();

    abstract ShownAnew shownAnew();

    abstract UnitCeilings unitCeilings();

    abstract Invitations invitations();

    abstract Trail trail(InstantSource clock);

    abstract Runs runs();

    abstract Installation installation();

    abstract StructurePlans structurePlans();

    abstract CloudIds cloudIds();

    abstract Rosters rosters();

    abstract ExpectedChanges expectedChanges();

    abstract Tokens tokens();

    abstract OneTimeCodes oneTimeCodes();

    abstract Answers answers();

    abstract RightsRequests rightsRequests();

    abstract Releases releases();

    abstract ChangeRequests changeRequests();

    abstract AccessRequests accessRequests();

    abstract Drifts drifts();

    abstract DriftLetters driftLetters();

    abstract Reminders reminders();

    abstract MonthlyStatements monthlyStatements();

    abstract Uses uses();

    abstract Offers offers();

    abstract RecoveryAddresses recoveryAddresses();

    abstract Acceptances acceptances();

    abstract Arrivals arrivals();

    abstract Outbox outbox();

    PersonId somebody() {
        PersonId id = ids.person();
        people().add(
                        new Person(
                                id,
                                Optional.empty(),
                                "Rosa",
                                "Weiß",
                                Optional.empty(),
                                Status.MEMBER,
                                Optional.empty(),
                                Optional.empty(),
                                Person.Dues.NONE,
                                Origin.REGISTER));
        return id;
    }

    /** A link that asks for a password. */
    GrantId someGrant() {
        UnitId unit = someUnit();
        workspaces().add(new Workspace(unit, "working", false));
        Grant grant =
                new Grant(
                        ids.grant(),
                        FolderRef.whole(unit),
                        new Grantee.ToLink(true),
                        Set.of(Permission.READ),
                        Period.since(LocalDate.of(2026, 5, 1)),
                        "für die Presse",
                        somebody());
        grants().add(grant);
        return grant.id();
    }

    UnitId someUnit() {
        UnitId id = ids.unit();
        units().add(
                        new Unit(
                                id,
                                new UnitKey("u-" + id.value().toString().substring(0, 30)),
                                kind("working-group"),
                                "AG",
                                Optional.empty(),
                                Optional.empty(),
                                Unit.Origin.FOUNDED,
                                false));
        return id;
    }

    @Nested
    class Keeps_requests_by_right extends RightsRequestsContract {
        @Override
        protected RightsRequests requests() {
            return StoreContract.this.rightsRequests();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_releases extends ReleasesContract {
        @Override
        protected Releases releases() {
            return StoreContract.this.releases();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_change_requests extends ChangeRequestsContract {
        @Override
        protected ChangeRequests requests() {
            return StoreContract.this.changeRequests();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_requests_for_access extends AccessRequestsContract {
        @Override
        protected AccessRequests requests() {
            return StoreContract.this.accessRequests();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }

        @Override
        protected GrantId someGrant() {
            return StoreContract.this.someGrant();
        }
    }

    @Nested
    class Keeps_what_was_done_by_hand extends DriftsContract {
        @Override
        protected Drifts drifts() {
            return StoreContract.this.drifts();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_of_what_done_by_hand_was_told extends DriftLettersContract {
        @Override
        protected DriftLetters letters() {
            return StoreContract.this.driftLetters();
        }

        @Override
        protected Drifts drifts() {
            return StoreContract.this.drifts();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_uses_of_accounts extends UsesContract {
        @Override
        protected Uses uses() {
            return StoreContract.this.uses();
        }

        @Override
        protected Accounts accounts() {
            return StoreContract.this.accounts();
        }

        @Override
        protected People people() {
            return StoreContract.this.people();
        }

        @Override
        protected Guests guests() {
            return StoreContract.this.guests();
        }

        @Override
        protected RecoveryAddresses addresses() {
            return StoreContract.this.recoveryAddresses();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_monthly_statements extends MonthlyStatementsContract {
        @Override
        protected MonthlyStatements statements() {
            return StoreContract.this.monthlyStatements();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_reminders extends RemindersContract {
        @Override
        protected Reminders reminders() {
            return StoreContract.this.reminders();
        }

        @Override
        protected GrantId someGrant() {
            return StoreContract.this.someGrant();
        }
    }

    @Nested
    class Keeps_offers extends OffersContract {
        @Override
        protected Offers offers() {
            return StoreContract.this.offers();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            UnitId unit = StoreContract.this.someUnit();
            workspaces().add(new Workspace(unit, "working", false));
            return unit;
        }

        @Override
        protected GrantId someGrant() {
            return StoreContract.this.someGrant();
        }
    }

    @Nested
    class Keeps_units extends UnitsContract {
        @Override
        protected Units units() {
            return StoreContract.this.units();
        }

        @Override
        protected UnitKind kind(String name) {
            return StoreContract.kind(name);
        }
    }

    @Nested
    class Keeps_people extends PeopleContract {
        @Override
        protected People people() {
            return StoreContract.this.people();
        }
    }

    @Nested
    class Keeps_claims_of_addresses extends AddressClaimsContract {
        @Override
        protected AddressClaims claims() {
            return StoreContract.this.addressClaims();
        }

        @Override
        protected People people() {
            return StoreContract.this.people();
        }

        @Override
        protected Accounts accounts() {
            return StoreContract.this.accounts();
        }

        @Override
        protected RecoveryAddresses addresses() {
            return StoreContract.this.recoveryAddresses();
        }
    }

    @Nested
    class Keeps_guests extends GuestsContract {
        @Override
        protected Guests guests() {
            return StoreContract.this.guests();
        }

        @Override
        protected Units units() {
            return StoreContract.this.units();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_tombstones extends TombstonesContract {
        @Override
        protected Tombstones tombstones() {
            return StoreContract.this.tombstones();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_farewells extends FarewellsContract {
        @Override
        protected Farewells farewells() {
            return StoreContract.this.farewells();
        }

        @Override
        protected People people() {
            return StoreContract.this.people();
        }

        @Override
        protected Tombstones tombstones() {
            return StoreContract.this.tombstones();
        }
    }

    @Nested
    class Keeps_memberships extends MembershipsContract {
        @Override
        protected Memberships memberships() {
            return StoreContract.this.memberships();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Tells_whom_the_register_told_of extends RegisterContract {
        @Override
        protected Register register() {
            return StoreContract.this.register();
        }

        @Override
        protected People people() {
            return StoreContract.this.people();
        }

        @Override
        protected Memberships memberships() {
            return StoreContract.this.memberships();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_accounts extends AccountsContract {
        @Override
        protected Accounts accounts() {
            return StoreContract.this.accounts();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_password_links extends PasswordLinksContract {
        @Override
        protected PasswordLinks links() {
            return StoreContract.this.passwordLinks();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_duties extends DutiesContract {
        @Override
        protected Duties duties() {
            return StoreContract.this.duties();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_workspaces extends WorkspacesContract {
        @Override
        protected Workspaces workspaces() {
            return StoreContract.this.workspaces();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_grants extends GrantsContract {
        @Override
        protected void now(LocalDate day) {
            clock.noonOf(day);
        }

        @Override
        protected Grants grants() {
            return StoreContract.this.grants();
        }

        @Override
        protected Workspaces workspaces() {
            return StoreContract.this.workspaces();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_unit_ceilings extends UnitCeilingsContract {
        @Override
        protected UnitCeilings ceilings() {
            return unitCeilings();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_link_passwords extends LinkPasswordsContract {
        @Override
        protected LinkPasswords passwords() {
            return linkPasswords();
        }

        @Override
        protected GrantId someGrant() {
            return StoreContract.this.someGrant();
        }
    }

    @Nested
    class Keeps_what_is_shown_anew extends ShownAnewContract {
        @Override
        protected ShownAnew shownAnew() {
            return StoreContract.this.shownAnew();
        }

        @Override
        protected GrantId someGrant() {
            return StoreContract.this.someGrant();
        }
    }

    @Nested
    class Keeps_invitations extends InvitationsContract {
        @Override
        protected Invitations invitations() {
            return StoreContract.this.invitations();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }

        @Override
        protected UnitId someUnit() {
            return StoreContract.this.someUnit();
        }
    }

    @Nested
    class Keeps_tokens extends TokensContract {
        @Override
        protected Tokens tokens() {
            return StoreContract.this.tokens();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_one_time_codes extends OneTimeCodesContract {
        @Override
        protected OneTimeCodes codes() {
            return StoreContract.this.oneTimeCodes();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_the_calendar extends ExpectedChangesContract {
        @Override
        protected ExpectedChanges expected() {
            return StoreContract.this.expectedChanges();
        }
    }

    @Nested
    class Keeps_rosters extends RostersContract {
        @Override
        protected Rosters rosters() {
            return StoreContract.this.rosters();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Keeps_the_trail extends TrailContract {
        @Override
        protected Trail trail(InstantSource clock) {
            return StoreContract.this.trail(clock);
        }
    }

    @Nested
    class Keeps_runs extends RunsContract {
        @Override
        protected Runs runs() {
            return StoreContract.this.runs();
        }
    }

    @Nested
    class Keeps_the_installation extends InstallationContract {
        @Override
        protected Installation installation() {
            return StoreContract.this.installation();
        }
    }

    @Nested
    class Keeps_structure_plans extends StructurePlansContract {
        @Override
        protected StructurePlans plans() {
            return StoreContract.this.structurePlans();
        }
    }

    @Nested
    class Keeps_answers extends AnswersContract {
        @Override
        protected Answers answers() {
            return StoreContract.this.answers();
        }
    }

    @Nested
    class Keeps_arrivals extends ArrivalsContract {
        @Override
        protected Arrivals arrivals() {
            return StoreContract.this.arrivals();
        }

        @Override
        protected People people() {
            return StoreContract.this.people();
        }

        @Override
        protected Accounts accounts() {
            return StoreContract.this.accounts();
        }

        @Override
        protected RecoveryAddresses addresses() {
            return StoreContract.this.recoveryAddresses();
        }

        @Override
        protected Acceptances acceptances() {
            return StoreContract.this.acceptances();
        }
    }

    @Nested
    class Keeps_letters extends OutboxContract {
        @Override
        protected Outbox outbox() {
            return StoreContract.this.outbox();
        }

        @Override
        protected PersonId somebody() {
            return StoreContract.this.somebody();
        }
    }

    @Nested
    class Takes_any_text extends AnyText {
        @Override
        StoreContract store() {
            return StoreContract.this;
        }
    }

    @Nested
    class Keeps_cloud_ids extends CloudIdsContract {
        @Override
        protected CloudIds ids() {
            return StoreContract.this.cloudIds();
        }
    }
}
